package cn.guatu.bulletin;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
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

/** A district with one target of 80 公顷, of which 80.58 are done, and one late node. */
public class BulletinYear {

    private final OrgService org;
    private final PlanYearService years;
    private final TargetService targets;
    private final ProjectService projects;
    private final LedgerService ledger;
    private final BusinessClock clock;
    private TargetId supply;
    private PhaseId phase;

    BulletinYear(
            OrgService org,
            PlanYearService years,
            TargetService targets,
            ProjectService projects,
            LedgerService ledger,
            BusinessClock clock) {
        this.org = org;
        this.years = years;
        this.targets = targets;
        this.projects = projects;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Books some more of the target on the one project. */
    void late(LocalDate occurredOn, String quantity) {
        ledger.post(
                new NewRecognition(
                        phase,
                        supply,
                        null,
                        null,
                        occurredOn,
                        new BigDecimal(quantity),
                        null,
                        false,
                        "青地合字〔2026〕2号",
                        null,
                        null),
                how());
    }

    /** Writes it; the department that leads it all. The street is the unit after it. */
    public UnitId write() {
        years.create(2026, PlanYearState.ACTIVE, how());
        List<UnitId> units = org.saveUnits(
                List.of(
                        new UnitData(null, "青屿区", UnitKind.DISTRICT, null, 1),
                        new UnitData(null, "用地管理科", UnitKind.DEPARTMENT, null, 1),
                        new UnitData(null, "龙城街道", UnitKind.STREET, null, 1)),
                how());
        UnitId lead = units.get(1);
        supply = targets.save(
                        List.of(new TargetData(
                                null,
                                2026,
                                "T02",
                                "土地供应",
                                "公顷",
                                TargetKind.FLOW,
                                Direction.UP,
                                null,
                                Pace.MONTH_LINEAR,
                                lead,
                                "陈副局长",
                                "市下达",
                                "以合同为准",
                                null,
                                null,
                                null,
                                1)),
                        how())
                .getFirst();
        targets.addVersions(
                List.of(new TargetVersionData(
                        supply, VersionStatus.CONFIRMED, new BigDecimal("80"), false, "青府办〔2026〕6号", null, null, null)),
                how());
        phase = projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                "LG05",
                                2026,
                                "一期",
                                "南岭地块",
                                Category.RENEWAL,
                                PlanNature.PLANNED,
                                lead,
                                "陈副局长",
                                "林小满",
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new Share(units.get(2), BigDecimal.ONE, 0)),
                                1)),
                        how())
                .getFirst();
        projects.saveNodes(
                List.of(new NodeData(
                        null,
                        phase,
                        "规划审批",
                        LocalDate.of(2026, 6, 30),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        supply,
                        new BigDecimal("3"),
                        false,
                        null,
                        1)),
                how());
        ledger.post(
                new NewRecognition(
                        phase,
                        supply,
                        null,
                        null,
                        LocalDate.of(2026, 8, 15),
                        new BigDecimal("80.58"),
                        null,
                        false,
                        "青地合字〔2026〕1号",
                        null,
                        null),
                how());
        return lead;
    }

    private Recording how() {
        return new Recording(clock.now(), "test", 2026, null);
    }
}
