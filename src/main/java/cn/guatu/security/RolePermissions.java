package cn.guatu.security;

import cn.guatu.org.UnitId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The one place that says what each role may see and do; docs/roles.md is the same table for people. */
public final class RolePermissions {

    private RolePermissions() {}

    /** What the role may do. */
    public static Set<Permission> of(Role role) {
        return switch (role) {
            case BUREAU_LEADER -> EnumSet.of(Permission.READ, Permission.APPROVE);
            case DEPARTMENT_HEAD -> EnumSet.of(Permission.READ, Permission.RECOGNISE, Permission.REPORT);
            case OFFICER, STREET_LIAISON -> EnumSet.of(Permission.READ, Permission.REPORT);
            case SUPERVISOR ->
                EnumSet.of(
                        Permission.READ, Permission.IMPORT, Permission.PLAN, Permission.RECOGNISE, Permission.OPERATE);
            // Keeps the system; he does not say what was achieved.
            case ADMIN ->
                EnumSet.of(
                        Permission.READ, Permission.IMPORT, Permission.PLAN, Permission.OPERATE, Permission.ADMINISTER);
        };
    }

    /** What somebody with all of these roles may do. */
    public static Set<Permission> of(Collection<Role> roles) {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(of(role)));
        return all;
    }

    /** Whether the role sees every department and street. */
    public static boolean seesEverything(Role role) {
        return switch (role) {
            case BUREAU_LEADER, SUPERVISOR, ADMIN -> true;
            case DEPARTMENT_HEAD, OFFICER, STREET_LIAISON -> false;
        };
    }

    /**
     * What somebody with all of these roles sees.
     *
     * @param departments the department or task force of the person, with those below it; empty when he has none
     * @param streets the street of the person; empty when he has none
     */
    public static AccessScope scope(Collection<Role> roles, Set<UnitId> departments, Set<UnitId> streets) {
        if (roles.stream().anyMatch(RolePermissions::seesEverything)) {
            return AccessScope.everything();
        }
        boolean ofDepartment = roles.contains(Role.DEPARTMENT_HEAD) || roles.contains(Role.OFFICER);
        boolean ofStreet = roles.contains(Role.STREET_LIAISON);
        return AccessScope.of(ofDepartment ? departments : Set.of(), ofStreet ? streets : Set.of());
    }
}
