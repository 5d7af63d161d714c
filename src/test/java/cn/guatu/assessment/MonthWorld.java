package cn.guatu.assessment;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.progress.RecognitionId;
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.target.Allocation;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small district, built through the services so that it has a history, with a clock that goes on with every write. */
class MonthWorld {

    static final int YEAR = 2026;

    private final OrgService org;
    private final PlanYearService years;
    private final TargetService targets;
    private final ProjectService projects;
    private final LedgerService ledger;
    private final DatabaseCleaner database;
    private final FixedClock clock;
    private int order;

    MonthWorld(
            OrgService org,
            PlanYearService years,
            TargetService targets,
            ProjectService projects,
            LedgerService ledger,
            DatabaseCleaner database,
            FixedClock clock) {
        this.org = org;
        this.years = years;
        this.targets = targets;
        this.projects = projects;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** An empty year in January. */
    void begin() {
        database.clear();
        clock.set(LocalDateTime.of(YEAR, 1, 2, 9, 0));
        years.create(YEAR, PlanYearState.ACTIVE, how());
    }

    Recording how() {
        clock.advance(Duration.ofSeconds(1));
        return new Recording(clock.now(), "录入员", YEAR, null);
    }

    UnitId unit(String name, UnitKind kind) {
        return org.saveUnits(List.of(new UnitData(null, name, kind, null, ++order)), how())
                .getFirst();
    }

    /** A top-level target of a value, straight through the year. */
    TargetId target(String code, TargetKind kind, UnitId lead, String value) {
        return target(code, kind, lead, value, null, null);
    }

    TargetId target(
            String code,
            TargetKind kind,
            UnitId lead,
            String value,
            @Nullable TargetId parent,
            @Nullable String weight) {
        TargetId id = targets.save(
                        List.of(new TargetData(
                                null,
                                YEAR,
                                code,
                                code + "指标",
                                "公顷",
                                kind,
                                Direction.UP,
                                null,
                                Pace.MONTH_LINEAR,
                                lead,
                                null,
                                null,
                                null,
                                weight == null ? null : new BigDecimal(weight),
                                parent,
                                parent == null ? null : OfWhich.PARTITION,
                                ++order)),
                        how())
                .getFirst();
        version(id, value, LocalDate.of(YEAR, 1, 1), null);
        return id;
    }

    void version(TargetId target, String value, LocalDate from, @Nullable String reason) {
        targets.addVersion(
                new TargetVersionData(
                        target, VersionStatus.CONFIRMED, new BigDecimal(value), false, null, from, reason, null),
                how());
    }

    void allocate(TargetId target, UnitId unit, String value) {
        targets.saveAllocations(List.of(new Allocation(target, unit, new BigDecimal(value), false)), how());
    }

    PhaseId phase(String code, UnitId lead, UnitId street) {
        return projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                code,
                                YEAR,
                                "一期",
                                code + "更新单元",
                                Category.RENEWAL,
                                PlanNature.PLANNED,
                                lead,
                                null,
                                "张三",
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new Share(street, BigDecimal.ONE, 1)),
                                ++order)),
                        how())
                .getFirst();
    }

    NodeId node(PhaseId phase, String name, LocalDate planned, @Nullable LocalDate actual, @Nullable TargetId target) {
        return projects.saveNodes(
                        List.of(new NodeData(
                                null, phase, name, planned, null, actual, null, null, null, null, target, null, false,
                                null, ++order)),
                        how())
                .getFirst();
    }

    void complete(NodeId node, @Nullable LocalDate actual) {
        Recording how = how();
        projects.completeNode(node, projects.node(node).orElseThrow().version(), actual, how);
    }

    RecognitionId post(PhaseId phase, TargetId target, LocalDate on, String quantity, String evidence) {
        return post(phase, target, on, quantity, null, evidence);
    }

    RecognitionId post(
            PhaseId phase,
            TargetId target,
            LocalDate on,
            String quantity,
            @Nullable String denominator,
            String evidence) {
        return ledger.post(
                new NewRecognition(
                        phase,
                        target,
                        null,
                        null,
                        on,
                        new BigDecimal(quantity),
                        denominator == null ? null : new BigDecimal(denominator),
                        false,
                        evidence,
                        null,
                        null),
                how());
    }

    RecognitionId reverse(RecognitionId row) {
        return ledger.reverse(row, null, "登记有误", how());
    }
}
