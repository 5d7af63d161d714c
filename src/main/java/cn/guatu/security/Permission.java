package cn.guatu.security;

import java.util.Locale;
import java.util.Optional;

/** What may be done, by people through their roles and by programs through the scopes of their token. */
public enum Permission {
    /** 查看: read what the {@link AccessScope} shows */
    READ("查看"),
    /** 导入: import and undo the workbook */
    IMPORT("导入"),
    /** 计划: plan years, targets and their versions */
    PLAN("计划"),
    /** 计入: post and reverse rows of the ledger */
    RECOGNISE("计入"),
    /** 填报: weekly reports */
    REPORT("填报"),
    /** 批准: target versions and month results, 批示 on any item */
    APPROVE("批准"),
    /** 运行: jobs, months and supervision */
    OPERATE("运行"),
    /** 管理: accounts, tokens, units, people, audit */
    ADMINISTER("管理");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    /** The Chinese word for screens. */
    public String label() {
        return label;
    }

    /** The scope of a token with this permission, such as {@code read}. */
    public String scope() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Spring authority of people and tokens alike, such as {@code MAY_READ}. */
    public String authority() {
        return "MAY_" + name();
    }

    /** The permission with this token scope; empty when there is none. */
    public static Optional<Permission> ofScope(String scope) {
        for (Permission each : values()) {
            if (each.scope().equals(scope)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Expressions for {@code @PreAuthorize}: {@code @PreAuthorize(Permission.May.IMPORT)}. */
    public static final class May {
        /** 查看 */
        public static final String READ = "hasAuthority('MAY_READ')";
        /** 导入 */
        public static final String IMPORT = "hasAuthority('MAY_IMPORT')";
        /** 计划 */
        public static final String PLAN = "hasAuthority('MAY_PLAN')";
        /** 计入 */
        public static final String RECOGNISE = "hasAuthority('MAY_RECOGNISE')";
        /** 填报 */
        public static final String REPORT = "hasAuthority('MAY_REPORT')";
        /** 批准 */
        public static final String APPROVE = "hasAuthority('MAY_APPROVE')";
        /** 运行 */
        public static final String OPERATE = "hasAuthority('MAY_OPERATE')";
        /** 管理 */
        public static final String ADMINISTER = "hasAuthority('MAY_ADMINISTER')";

        private May() {}
    }
}
