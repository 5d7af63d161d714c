package cn.guatu.scheduling;

import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.Position;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.target.Direction;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A year 2026 with one target of 80 公顷 and whatever phases a test asks for. */
public class ScheduleYear {

    private final OrgService org;
    private final PlanYearService years;
    private final TargetService targets;
    private final ProjectService projects;
    private final BusinessClock clock;
    private UnitId department = new UnitId(1);
    private UnitId street = new UnitId(1);
    private TargetId supply = new TargetId(1);
    private int order;

    ScheduleYear(
            OrgService org,
            PlanYearService years,
            TargetService targets,
            ProjectService projects,
            BusinessClock clock) {
        this.org = org;
        this.years = years;
        this.targets = targets;
        this.projects = projects;
        this.clock = clock;
    }

    /** Writes units, the year and its target. */
    public void write() {
        years.create(2026, PlanYearState.ACTIVE, how());
        List<UnitId> units = org.saveUnits(
                List.of(
                        new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1),
                        new UnitData(null, "平湖街道", UnitKind.STREET, null, 2)),
                how());
        department = units.get(0);
        street = units.get(1);
        supply = targets.save(
                        List.of(new TargetData(
                                null,
                                2026,
                                "GH-02",
                                "土地供应",
                                "公顷",
                                TargetKind.FLOW,
                                Direction.UP,
                                null,
                                Pace.MONTH_LINEAR,
                                department,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                1)),
                        how())
                .getFirst();
        targets.addVersions(
                List.of(new TargetVersionData(
                        supply, VersionStatus.CONFIRMED, new BigDecimal("80"), false, "深规〔2026〕1号", null, null, null)),
                how());
    }

    /** The target of 80 公顷. */
    public TargetId supply() {
        return supply;
    }

    /** The department that leads everything. */
    public UnitId department() {
        return department;
    }

    /** Somebody of the department. */
    public PersonId person(String name, String account) {
        return org.savePeople(
                        List.of(new PersonData(null, name, account, department, Position.OFFICER, null, null, true)),
                        how())
                .getFirst();
    }

    /** A phase without nodes. */
    public PhaseId phase(String code, String name, PlanNature nature) {
        order++;
        return projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                code,
                                2026,
                                "一期",
                                name,
                                Category.RENEWAL,
                                nature,
                                department,
                                "何局",
                                "林小满",
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new Share(street, BigDecimal.ONE, 1)),
                                order)),
                        how())
                .getFirst();
    }

    /** A node that counts towards the target when a quantity is given. */
    public NodeId node(PhaseId phase, String name, String planned, int days, @Nullable String quantity) {
        order++;
        return projects.saveNodes(
                        List.of(new NodeData(
                                null,
                                phase,
                                name,
                                LocalDate.parse(planned),
                                null,
                                null,
                                null,
                                null,
                                null,
                                days,
                                quantity == null ? null : supply,
                                quantity == null ? null : new BigDecimal(quantity),
                                false,
                                null,
                                order)),
                        how())
                .getFirst();
    }

    /** Who changes things in tests, now. */
    public Recording how() {
        return new Recording(clock.now(), "test", 2026, null);
    }

    /** Signs somebody in with a role. */
    public static void signIn(Role role, AccessScope scope) {
        Caller caller = new Caller("test", "测试", Set.of(role), RolePermissions.of(Set.of(role)), scope, 1, "1");
        String[] authorities = RolePermissions.of(Set.of(role)).stream()
                .map(permission -> permission.authority())
                .toArray(String[]::new);
        List<org.springframework.security.core.GrantedAuthority> all =
                new java.util.ArrayList<>(AuthorityUtils.createAuthorityList(authorities));
        all.addAll(AuthorityUtils.createAuthorityList(role.authority()));
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(caller, null, all));
    }
}
