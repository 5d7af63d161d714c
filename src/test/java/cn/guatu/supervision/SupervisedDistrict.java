package cn.guatu.supervision;

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
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.security.Role;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.SignedIn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** A department with its head, an officer with one phase, a leader and a 督查专员; nodes as a test wants them. */
@TestComponent
public class SupervisedDistrict {

    private final OrgService org;
    private final PlanYearService years;
    private final ProjectService projects;
    private final FixedClock clock;
    private final DatabaseCleaner database;

    public UnitId renewal;
    public UnitId street;
    public PersonId officer;
    public PersonId head;
    public PersonId leader;
    public PersonId supervisor;
    public PhaseId phase;

    SupervisedDistrict(
            OrgService org,
            PlanYearService years,
            ProjectService projects,
            FixedClock clock,
            DatabaseCleaner database) {
        this.org = org;
        this.years = years;
        this.projects = projects;
        this.clock = clock;
        this.database = database;
    }

    /** Clears everything and begins in 2026. */
    public void begin() {
        database.clear();
        years.create(2026, PlanYearState.ACTIVE, how());
        List<UnitId> units = org.saveUnits(
                List.of(
                        new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1),
                        new UnitData(null, "平湖街道", UnitKind.STREET, null, 2)),
                how());
        renewal = units.getFirst();
        street = units.getLast();
        List<PersonId> people = org.savePeople(
                List.of(
                        person("王责任", "zr1", Position.OFFICER),
                        person("李科长", "kz1", Position.DEPARTMENT_HEAD),
                        person("赵局长", "ld1", Position.BUREAU_LEADER),
                        person("钱督查", "dc1", Position.SUPERVISOR)),
                how());
        officer = people.get(0);
        head = people.get(1);
        leader = people.get(2);
        supervisor = people.get(3);
        phase = projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                "GX-01",
                                2026,
                                "一期",
                                "平湖更新单元",
                                Category.RENEWAL,
                                PlanNature.PLANNED,
                                renewal,
                                "赵局长",
                                "王责任",
                                officer,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new Share(street, BigDecimal.ONE, 1)),
                                1)),
                        how())
                .getFirst();
    }

    /** A node of the phase. */
    public NodeId node(String name, LocalDate planned) {
        return projects.saveNodes(
                        List.of(new NodeData(
                                null,
                                phase,
                                name,
                                planned,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                null,
                                projects.nodes(phase).size() + 1)),
                        how())
                .getFirst();
    }

    /** Completes a node. */
    public void complete(NodeId node, LocalDate actual) {
        int version = projects.node(node).orElseThrow().version();
        projects.completeNode(node, version, actual, how());
    }

    public SignedIn asOfficer() {
        return SignedIn.in(renewal, Role.OFFICER, "zr1", 1);
    }

    public SignedIn asHead() {
        return SignedIn.in(renewal, Role.DEPARTMENT_HEAD, "kz1", 2);
    }

    public SignedIn asLeader() {
        return SignedIn.everywhere(Role.BUREAU_LEADER, "ld1");
    }

    public SignedIn asSupervisor() {
        return SignedIn.everywhere(Role.SUPERVISOR, "dc1");
    }

    private PersonData person(String name, String account, Position position) {
        return new PersonData(null, name, account, renewal, position, null, null, true);
    }

    private Recording how() {
        return new Recording(clock.now(), "tester", 2026, null);
    }
}
