package cn.guatu.planning;

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
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.Node;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A district with four streets, three departments and a few people, and an empty plan year 2027. */
public class PlanningWorld {

    /** The year to be planned. */
    public static final int YEAR = 2027;

    private final OrgService org;
    private final PlanYearService years;
    private final DatabaseCleaner cleaner;
    private final FixedClock clock;
    private final TargetService targets;
    private final ProjectService projects;
    private final LedgerService ledger;
    private final Map<String, UnitId> units = new HashMap<>();
    private final Map<String, PersonId> people = new HashMap<>();

    PlanningWorld(
            OrgService org,
            PlanYearService years,
            DatabaseCleaner cleaner,
            FixedClock clock,
            TargetService targets,
            ProjectService projects,
            LedgerService ledger) {
        this.org = org;
        this.years = years;
        this.cleaner = cleaner;
        this.clock = clock;
        this.targets = targets;
        this.projects = projects;
        this.ledger = ledger;
    }

    /** Empties the database and writes the district. */
    public void fresh() {
        cleaner.clear();
        clock.reset();
        years.create(YEAR, PlanYearState.DRAFT, how());
        List<UnitData> data = new ArrayList<>();
        for (String street : List.of("平湖街道", "南湾街道", "坂田街道", "布吉街道")) {
            data.add(new UnitData(null, street, UnitKind.STREET, null, data.size() + 1));
        }
        for (String department : List.of("用地管理科", "城市更新科", "土地整备科")) {
            data.add(new UnitData(null, department, UnitKind.DEPARTMENT, null, data.size() + 1));
        }
        List<UnitId> ids = org.saveUnits(data, how());
        for (int i = 0; i < data.size(); i++) {
            units.put(data.get(i).name(), ids.get(i));
        }
        person("何局", "heju", "用地管理科", Position.BUREAU_LEADER);
        person("王科", "wangke", "用地管理科", Position.DEPARTMENT_HEAD);
        person("李明", "liming", "用地管理科", Position.OFFICER);
        person("赵敏", "zhaomin", "城市更新科", Position.OFFICER);
    }

    /** Adds a person. */
    public PersonId person(String name, String account, String unit, Position position) {
        PersonId id = org.savePeople(
                        List.of(new PersonData(null, name, account, unit(unit), position, null, null, true)), how())
                .getFirst();
        people.put(name, id);
        return id;
    }

    /** The unit of this name. */
    public UnitId unit(String name) {
        return Objects.requireNonNull(units.get(name), name);
    }

    /** The person of this name. */
    public PersonId person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    /** Signs in somebody who plans everything. */
    public void planner(String account) {
        signIn(account, Role.SUPERVISOR, AccessScope.everything());
    }

    /** Signs in the head of a department. */
    public void headOf(String department) {
        signIn("wangke", Role.DEPARTMENT_HEAD, AccessScope.of(Set.of(unit(department)), Set.of()));
    }

    /** Signs in somebody. */
    public void signIn(String account, Role role, AccessScope scope) {
        Set<Permission> may = RolePermissions.of(Set.of(role));
        List<String> authorities = new ArrayList<>(List.of(role.authority()));
        may.forEach(each -> authorities.add(each.authority()));
        Caller caller = new Caller(account, account, Set.of(role), may, scope, 1, "1");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller, null, AuthorityUtils.createAuthorityList(authorities)));
    }

    /** Recognises a quantity by the first node that counts for the target of this name. */
    public void recognise(String target, String quantity, LocalDate on) {
        Target counted = targets.targets(YEAR).stream()
                .filter(each -> each.name().equals(target))
                .findFirst()
                .orElseThrow();
        Node node = projects.nodes(YEAR).stream()
                .filter(each -> counted.id().equals(each.target()))
                .findFirst()
                .orElseThrow();
        ledger.post(
                new NewRecognition(
                        node.phase(),
                        counted.id(),
                        node.id(),
                        null,
                        on,
                        new BigDecimal(quantity),
                        null,
                        false,
                        "深规土〔2027〕1号",
                        null,
                        null),
                how());
    }

    Recording how() {
        return new Recording(clock.now(), "test", YEAR, null);
    }
}
