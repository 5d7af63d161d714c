package cn.guatu.rollup.ui;

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
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.Assisting;
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small year 2026 in which something is over-fulfilled, something late, something unreported and something only planned. */
class DeskYear {

    static final int YEAR = 2026;

    private final OrgService org;
    private final PlanYearService years;
    private final TargetService targets;
    private final ProjectService projects;
    private final LedgerService ledger;
    private final BusinessClock clock;
    private final Map<String, UnitId> units = new HashMap<>();
    private final Map<String, PersonId> people = new HashMap<>();
    private final Map<String, TargetId> targetIds = new HashMap<>();
    private final Map<String, PhaseId> phases = new HashMap<>();

    DeskYear(
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

    UnitId unit(String name) {
        return Objects.requireNonNull(units.get(name), name);
    }

    PersonId person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    PhaseId phase(String code) {
        return Objects.requireNonNull(phases.get(code), code);
    }

    /** Writes it all through the services. */
    void write() {
        years.create(YEAR, PlanYearState.ACTIVE, how());
        units();
        people();
        target("GH-01", "规划审批", "公顷", TargetKind.FLOW, null, "21", VersionStatus.CONFIRMED, "计划规划科");
        target("GH-02", "土地供应", "公顷", TargetKind.FLOW, null, "80", VersionStatus.PROVISIONAL, "用地管理科");
        target("GH-03", "公共设施用地", "公顷", TargetKind.FLOW, "GH-02", "60", VersionStatus.CONFIRMED, "用地管理科");
        target("TZ-01", "固定资产投资", "亿元", TargetKind.FLOW, null, "242", VersionStatus.CONFIRMED, "项目实施科");
        target("ZF-01", "竣工验收面积", "万平方米", TargetKind.FLOW, null, "80", VersionStatus.CONFIRMED, "项目实施科");
        target("ZB-01", "土地整备入库", "公顷", TargetKind.STOCK, null, "45", VersionStatus.CONFIRMED, "用地管理科");
        PhaseId lg05 = phase("LG05", "黄阁坑工业区", "计划规划科", "陈雨", Map.of("龙城街道", "1"));
        PhaseId lg06 = phase("LG06", "南岭地块", "用地管理科", "林小满", Map.of("南湾街道", "0.6", "布吉街道", "0.4"));
        PhaseId lg07 = phase("LG07", "坂田北片区", "项目实施科", "周航", Map.of("坂田街道", "1"));
        NodeId approval = node(lg05, "规划审批", "2026-06-30", null, "GH-03", "1.6");
        node(lg05, "实施主体确认", "2026-11-10", null, null, null);
        node(lg06, "土地出让", "2026-09-30", null, "GH-03", "10.1");
        node(lg06, "征询意见", "2026-10-29", null, null, null);
        NodeId done = node(lg07, "竣工验收", "2026-05-31", "2026-05-20", "ZF-01", "80");
        node(lg07, "完成投资", "2026-12-20", null, "TZ-01", "242");
        post(lg07, "ZF-01", done, "2026-05-20", "80.58", "深规土验〔2026〕7号");
        post(lg05, "GH-01", null, "2026-04-02", "20.2", "深规土批〔2026〕3号");
        post(lg06, "GH-02", null, "2026-08-15", "40", "深地合字〔2026〕12号");
        post(lg07, "TZ-01", null, "2026-09-30", "121.5", "统计快报9月");
        Objects.requireNonNull(approval);
    }

    private void units() {
        List<UnitData> data = new ArrayList<>();
        data.add(new UnitData(null, "示范区", UnitKind.DISTRICT, null, 1));
        for (String street : List.of("龙城街道", "南湾街道", "布吉街道", "坂田街道", "平湖街道")) {
            data.add(new UnitData(null, street, UnitKind.STREET, null, data.size() + 1));
        }
        for (String department : List.of("计划规划科", "用地管理科", "项目实施科", "综合科")) {
            data.add(new UnitData(null, department, UnitKind.DEPARTMENT, null, data.size() + 1));
        }
        List<UnitId> ids = org.saveUnits(data, new Recording(clock.now(), "test", null, null));
        for (int i = 0; i < data.size(); i++) {
            units.put(data.get(i).name(), ids.get(i));
        }
    }

    private void people() {
        List<PersonData> data = List.of(
                person("何局", "heju", "示范区", Position.BUREAU_LEADER),
                person("王科", "wangke", "用地管理科", Position.DEPARTMENT_HEAD),
                person("林小满", "linxm", "用地管理科", Position.OFFICER),
                person("刘联络", "liull", "南湾街道", Position.STREET_LIAISON),
                person("孙督查", "sundc", "综合科", Position.SUPERVISOR));
        List<PersonId> ids = org.savePeople(data, new Recording(clock.now(), "test", null, null));
        for (int i = 0; i < data.size(); i++) {
            people.put(data.get(i).name(), ids.get(i));
        }
    }

    private PersonData person(String name, String account, String unit, Position position) {
        return new PersonData(null, name, account, unit(unit), position, null, null, true);
    }

    private void target(
            String code,
            String name,
            String unit,
            TargetKind kind,
            @Nullable String parent,
            String value,
            VersionStatus status,
            String lead) {
        TargetId id = targets.save(
                        List.of(new TargetData(
                                null,
                                YEAR,
                                code,
                                name,
                                unit,
                                kind,
                                Direction.UP,
                                null,
                                Pace.MONTH_LINEAR,
                                unit(lead),
                                "何局",
                                "市下达",
                                name + "以证照为准",
                                null,
                                parent == null ? null : targetIds.get(parent),
                                parent == null ? null : OfWhich.SUBSET,
                                targetIds.size() + 1)),
                        how())
                .getFirst();
        targetIds.put(code, id);
        targets.addVersions(
                List.of(new TargetVersionData(
                        id, status, new BigDecimal(value), false, "深更新〔2026〕1号", null, null, null)),
                how());
    }

    private PhaseId phase(String code, String name, String lead, String owner, Map<String, String> shares) {
        List<Share> streets = new ArrayList<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue().reversed())
                .forEach(each ->
                        streets.add(new Share(unit(each.getKey()), new BigDecimal(each.getValue()), streets.size())));
        PhaseId id = projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                code,
                                YEAR,
                                "一期",
                                name,
                                Category.RENEWAL,
                                PlanNature.PLANNED,
                                unit(lead),
                                "何局",
                                owner,
                                people.get(owner),
                                "示范置业有限公司",
                                null,
                                null,
                                List.of(new Assisting(null, "区住房建设局")),
                                streets,
                                phases.size() + 1)),
                        how())
                .getFirst();
        phases.put(code, id);
        return id;
    }

    private NodeId node(
            PhaseId phase,
            String name,
            String planned,
            @Nullable String actual,
            @Nullable String target,
            @Nullable String quantity) {
        return projects.saveNodes(
                        List.of(new NodeData(
                                null,
                                phase,
                                name,
                                LocalDate.parse(planned),
                                null,
                                actual == null ? null : LocalDate.parse(actual),
                                null,
                                null,
                                null,
                                null,
                                target == null ? null : targetIds.get(target),
                                quantity == null ? null : new BigDecimal(quantity),
                                false,
                                null,
                                1)),
                        how())
                .getFirst();
    }

    private void post(
            PhaseId phase, String target, @Nullable NodeId node, String day, String quantity, String evidence) {
        ledger.post(
                new NewRecognition(
                        phase,
                        Objects.requireNonNull(targetIds.get(target)),
                        node,
                        null,
                        LocalDate.parse(day),
                        new BigDecimal(quantity),
                        null,
                        false,
                        evidence,
                        null,
                        null),
                how());
    }

    private Recording how() {
        return new Recording(clock.now(), "test", YEAR, null);
    }
}
