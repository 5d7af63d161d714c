package cn.guatu.security;

import cn.guatu.org.Position;
import java.util.Optional;

/** What an account is for; an account may have several. What each may see and do: {@link RolePermissions} and docs/roles.md. */
public enum Role {
    /** 局领导 */
    BUREAU_LEADER("局领导"),
    /** 科室负责人 */
    DEPARTMENT_HEAD("科室负责人"),
    /** 责任人 */
    OFFICER("责任人"),
    /** 街道联络员 */
    STREET_LIAISON("街道联络员"),
    /** 督查专员 */
    SUPERVISOR("督查专员"),
    /** 系统管理员 */
    ADMIN("系统管理员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The Chinese word for screens. */
    public String label() {
        return label;
    }

    /** The Spring authority, such as {@code ROLE_ADMIN}; views name it without the prefix: {@link Roles}. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** The role that goes with a position in 人员. */
    public static Role of(Position position) {
        return switch (position) {
            case BUREAU_LEADER -> BUREAU_LEADER;
            case DEPARTMENT_HEAD -> DEPARTMENT_HEAD;
            case OFFICER -> OFFICER;
            case STREET_LIAISON -> STREET_LIAISON;
            case SUPERVISOR -> SUPERVISOR;
        };
    }

    /** The role with exactly this Chinese word; empty when there is none. */
    public static Optional<Role> ofLabel(String word) {
        for (Role each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
