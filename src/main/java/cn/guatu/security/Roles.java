package cn.guatu.security;

/** Names of the roles for {@code @RolesAllowed} on views; a test keeps them equal to {@link Role}. */
public final class Roles {
    /** 局领导 */
    public static final String BUREAU_LEADER = "BUREAU_LEADER";
    /** 科室负责人 */
    public static final String DEPARTMENT_HEAD = "DEPARTMENT_HEAD";
    /** 责任人 */
    public static final String OFFICER = "OFFICER";
    /** 街道联络员 */
    public static final String STREET_LIAISON = "STREET_LIAISON";
    /** 督查专员 */
    public static final String SUPERVISOR = "SUPERVISOR";
    /** 系统管理员 */
    public static final String ADMIN = "ADMIN";

    private Roles() {}
}
