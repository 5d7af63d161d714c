package cn.guatu.demo;

import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.project.Category;
import cn.guatu.project.ClockStop;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Rescheduling;
import cn.guatu.project.ScheduleService;
import cn.guatu.project.StopKind;
import cn.guatu.project.VersionKind;
import cn.guatu.scheduling.PoolState;
import cn.guatu.scheduling.ReserveEntry;
import cn.guatu.scheduling.ReservePool;
import cn.guatu.scheduling.Stage;
import cn.guatu.scheduling.StageTemplates;
import cn.guatu.scheduling.TemplateId;
import cn.guatu.scheduling.TemplateUse;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The schedules of the demonstration year: dates that slipped with their reasons, stops of the clock, templates, and the reserve. */
@Component
@ConditionalOnProperty("guatu.demo")
class DemoSchedules implements DemoChapter {

    private static final LocalTime AFTERNOON = LocalTime.of(15, 20);
    private static final int MOST_SLIPS = 36;
    private static final List<String> REASONS = List.of(
            "市规委会审议延期，批复顺延",
            "权利主体签约未达比例，搬迁顺延",
            "设计方案专家评审提出修改意见",
            "历史用地处置补件，等待审批",
            "施工图审查二次送审",
            "资金拨付计划调整，开工顺延",
            "台风停工，工期顺延");
    private static final List<PoolState> STATES = List.of(PoolState.STARTING, PoolState.RESERVE, PoolState.POTENTIAL);
    private static final List<String> CHANCES = List.of("0.8", "0.5", "0.3");

    /** Two branches that join: the plan of the grant, and what may be built there. Short enough for a reserve project to come in this year. */
    private static final List<Stage> GRANT = List.of(
            stage(1, "供地方案", 3, "供地方案"),
            stage(2, "规划条件", 4, "规划条件函"),
            stage(3, "方案审批", 5, "批复", 1),
            stage(4, "出让公告", 10, "公告截图", 2, 3),
            new Stage(5, "签订出让合同", 2, null, new BigDecimal("3"), "土地供应", "土地出让合同", Set.of(4)));

    private final ProjectService projects;
    private final ScheduleService schedules;
    private final StageTemplates templates;
    private final TemplateUse use;
    private final ReservePool reserve;
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    DemoSchedules(
            ProjectService projects,
            ScheduleService schedules,
            StageTemplates templates,
            TemplateUse use,
            ReservePool reserve,
            WorkCalendars calendars,
            BusinessClock clock) {
        this.projects = projects;
        this.schedules = schedules;
        this.templates = templates;
        this.use = use;
        this.reserve = reserve;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "排期版本、停计时与储备项目";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void write(DemoYear demo, LocalDate today) {
        slips(demo.year(), today);
        reserve(demo.year(), today);
    }

    /** Open nodes that nobody has touched since the year began slipped once, some of them twice. */
    private void slips(int year, LocalDate today) {
        WorkCalendar calendar = calendars.current();
        LocalDate last = LocalDate.of(year, 12, 31);
        List<Node> open = projects.nodes(year).stream()
                .filter(node -> node.actual() == null && node.version() == 1)
                .filter(node -> node.planned().isAfter(today) && node.planned().isBefore(last.minusDays(25)))
                .limit(MOST_SLIPS)
                .toList();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Node node = open.get(i);
            LocalDate first = calendar.plusWorkingDays(node.planned(), -(3 + i * 7 % 13));
            LocalDate when = today.minusDays(20L + i * 4L);
            if (when.minusDays(15).getYear() < year) {
                continue;
            }
            steps.add(new Step(node, 1, first, when.minusDays(15), "年初排期按承诺工期提前"));
            steps.add(new Step(node, 2, node.planned(), when, REASONS.get(i % REASONS.size())));
            if (i % 12 == 5) {
                stopped(node, i, today, year);
            }
        }
        steps.stream().sorted(Comparator.comparing(Step::when)).forEach(step -> moved(step, year));
    }

    /** A node moved on a day; version says how often it was changed before. */
    private record Step(Node node, int version, LocalDate to, LocalDate when, String reason) {}

    private void stopped(Node node, int number, LocalDate today, int year) {
        schedules.stopClockAs(
                new ClockStop(
                        null,
                        node.id(),
                        StopKind.values()[number / 12 % 3],
                        today.minusDays(9),
                        number % 24 == 5 ? null : today.minusDays(2),
                        "深规资龙函〔" + year + "〕" + (40 + number) + "号"),
                recording(today.minusDays(1), year));
    }

    private void moved(Step step, int year) {
        schedules.rescheduleAs(
                step.node().phase(),
                new Rescheduling(List.of(new Rescheduling.Change(step.node().id(), step.version(), step.to(), null))),
                step.reason(),
                VersionKind.RESCHEDULE,
                recording(step.when(), year));
    }

    private void reserve(int year, LocalDate today) {
        Recording how = recording(today, year);
        int number = 0;
        for (ReserveEntry entry : reserve.pool(year)) {
            if (entry.phase().nature() == PlanNature.RESERVE) {
                int place = number++ % STATES.size();
                reserve.placeAs(
                        entry.phase().id(),
                        entry.version(),
                        STATES.get(place),
                        new BigDecimal(CHANCES.get(place)),
                        "专班研判，按月更新",
                        how);
            }
        }
        List<ReserveEntry> likely = reserve.pool(year).stream()
                .filter(entry ->
                        entry.state() == PoolState.STARTING && !entry.expected().isEmpty())
                .toList();
        if (!likely.isEmpty()) {
            Map.Entry<TargetId, BigDecimal> counts =
                    likely.getFirst().expected().entrySet().iterator().next();
            reserve.swapAs(counts.getKey(), likely.getFirst().phase().id(), null, "原定项目年内难以完成，经专班会议研究替补", how);
        }
        TemplateId grant = templates.establishAs("用地出让", Category.RENEWAL, "从供地方案到出让合同，约一个半月", GRANT, how);
        projects.phases(year).stream()
                .filter(phase -> phase.nature() == PlanNature.RESERVE && phase.category() == Category.RENEWAL)
                .limit(2)
                .map(Phase::id)
                .forEach(phase -> use.applyAs(phase, grant, LocalDate.of(year, 12, 31), how));
    }

    private Recording recording(LocalDate day, int year) {
        return new Recording(
                day.equals(clock.today())
                        ? clock.now()
                        : day.atTime(AFTERNOON).atZone(clock.zone()).toInstant(),
                "演示数据",
                year,
                null);
    }

    private static Stage stage(int position, String name, int days, String evidence, Integer... after) {
        return new Stage(position, name, days, null, null, null, evidence, Set.of(after));
    }
}
