package cn.guatu.wallboard;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.Explanation;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.DecisionService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 会议模式: what a meeting goes through on the wall, what stands behind each item, and what is decided about it. */
@Service
public class WallMeeting {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int MOST_NODES = 60;
    private static final int ROWS_SHOWN = 12;
    private static final int FORTNIGHT = 14;

    private final WallBoardService boards;
    private final RollupService rollup;
    private final ProjectService projects;
    private final BlockerService blockers;
    private final DecisionService decisions;
    private final OrgService org;
    private final BusinessClock clock;
    private final CurrentUser user;

    WallMeeting(
            WallBoardService boards,
            RollupService rollup,
            ProjectService projects,
            BlockerService blockers,
            DecisionService decisions,
            OrgService org,
            BusinessClock clock,
            CurrentUser user) {
        this.boards = boards;
        this.rollup = rollup;
        this.projects = projects;
        this.blockers = blockers;
        this.decisions = decisions;
        this.org = org;
        this.clock = clock;
        this.user = user;
    }

    /**
     * Something to speak about: a target or a node that is red or orange.
     *
     * @param target code of the target; null for a node
     * @param project code of the project; null for a target
     * @param phase 分期; null for a target
     * @param title what stands large
     * @param lead 牵头科室
     * @param people who answers
     * @param figure the number that is wrong, with its unit
     * @param light as in the HTTP interface
     * @param word its word
     * @param reason the sentence that explains the light
     */
    public record Item(
            @Nullable String target,
            @Nullable String project,
            @Nullable String phase,
            String title,
            String lead,
            String people,
            String figure,
            String light,
            String word,
            String reason) {}

    /** The agenda of a year as of now. */
    public record Agenda(int year, LocalDate cutOff, List<Item> items) {}

    /** What stands behind an item: facts by name, and rows with a date, a text and a figure. */
    public record Evidence(List<Fact> facts, List<Row> rows, int more) {}

    /** A fact. */
    public record Fact(String name, String value) {}

    /** A row of evidence. */
    public record Row(LocalDate day, String text, String figure) {}

    /** Red targets, red nodes, then what is orange; each group worst first. */
    @PreAuthorize(Permission.May.READ)
    public Agenda agenda(@Nullable Integer year, AccessScope access) {
        PageFacts facts = boards.shown(year, access).facts();
        List<Item> items = new ArrayList<>();
        for (Light light : List.of(Light.RED, Light.ORANGE)) {
            facts.figures().targets().stream()
                    .filter(target -> target.light() == light)
                    .sorted(Comparator.comparing(
                            TargetFigure::deviation, Comparator.nullsLast(Comparator.naturalOrder())))
                    .forEach(target -> items.add(item(target)));
            facts.figures().nodes().stream()
                    .filter(node -> node.light() == light && node.actual() == null)
                    .sorted(Comparator.comparingInt(NodeFigure::daysLate).reversed())
                    .limit(MOST_NODES)
                    .forEach(node -> items.add(item(node)));
        }
        return new Agenda(facts.year(), facts.asOf().date(), List.copyOf(items));
    }

    /** The 口径卡 of a target, or the nodes and blockers of a phase. */
    @PreAuthorize(Permission.May.READ)
    public Evidence evidence(int year, Item item, AccessScope access) {
        String target = item.target();
        PageFacts facts = boards.shown(year, access).facts();
        return target == null
                ? ofPhase(facts, item)
                : ofTarget(rollup.explain(year, target, null, null, facts.asOf(), access));
    }

    /** The department that a decision about the item would usually go to. */
    public List<Unit> departments() {
        return org.units().stream()
                .filter(unit -> unit.kind() == cn.guatu.org.UnitKind.DEPARTMENT
                        || unit.kind() == cn.guatu.org.UnitKind.TASK_FORCE)
                .toList();
    }

    /** A fortnight from today: what a decision is usually given. */
    public LocalDate usualDue() {
        return clock.today().plusDays(FORTNIGHT);
    }

    /** Whether the presenter may take decisions down. */
    public boolean mayDecide() {
        return user.has(Permission.OPERATE) || user.has(Permission.APPROVE);
    }

    /** Takes a decision down in today's meeting. @throws Refusal INVALID with what is missing */
    @PreAuthorize(Permission.May.OPERATE + " or " + Permission.May.APPROVE)
    public void decide(int year, String matter, @Nullable UnitId lead, @Nullable LocalDate due) {
        if (matter.isBlank() || lead == null || due == null) {
            throw Refusal.invalid("请填写议定事项、牵头科室和完成时限。");
        }
        decisions.capture(
                year,
                clock.today(),
                matter.strip(),
                lead,
                null,
                due,
                new Recording(clock.now(), user.account(), year, null));
    }

    private static Item item(TargetFigure target) {
        return new Item(
                target.code(),
                null,
                null,
                target.name(),
                target.leadDepartment(),
                Objects.requireNonNullElse(target.leader(), ""),
                target.rate() == null ? "—" : percent(target.rate()) + "%",
                target.light().name(),
                target.light().label(),
                target.lightReason());
    }

    private static Item item(NodeFigure node) {
        return new Item(
                null,
                node.project(),
                node.phase(),
                node.projectName() + " · " + node.node(),
                node.leadDepartment(),
                node.owner(),
                "逾期 " + node.daysLate() + " 工作日",
                node.light().name(),
                node.light().label(),
                node.lightReason());
    }

    private static Evidence ofTarget(Explanation card) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("算式", card.formula()));
        facts.add(new Fact("分子", amount(card.numerator(), card.unit())));
        facts.add(new Fact("分母", amount(card.denominator(), card.unit())));
        Explanation.Version version = card.targetVersion();
        if (version != null) {
            facts.add(new Fact(
                    "目标版本", version.status().label() + (version.docNo() == null ? "" : " · " + version.docNo())));
        }
        facts.add(new Fact("数据截至", DAY.format(card.cutOff())));
        if (card.missing() > 0) {
            facts.add(new Fact("未报", card.missing() + " 个节点到期未报"));
        }
        card.excluded().stream().limit(2).forEach(each -> facts.add(new Fact("未计", each)));
        List<Row> rows = card.rows().reversed().stream()
                .limit(ROWS_SHOWN)
                .map(row -> new Row(
                        row.occurredOn(),
                        row.projectName() + (row.evidence() == null ? "" : " · " + row.evidence()),
                        amount(row.quantity(), card.unit())))
                .toList();
        return new Evidence(facts, rows, Math.max(0, card.rows().size() - rows.size()));
    }

    private Evidence ofPhase(PageFacts facts, Item item) {
        List<Fact> known = new ArrayList<>();
        List<NodeFigure> nodes = facts.figures().nodes().stream()
                .filter(node ->
                        node.project().equals(item.project()) && node.phase().equals(item.phase()))
                .toList();
        String project = String.valueOf(item.project());
        projects.phase(facts.year(), project, String.valueOf(item.phase())).ifPresent(phase -> {
            known.add(new Fact("责任领导", phase.leader() == null ? "—" : phase.leader()));
            known.add(new Fact("责任人", phase.owner()));
            troubles(phase).forEach(each -> known.add(new Fact("堵点", each)));
        });
        known.add(new Fact(
                "节点", nodes.stream().filter(node -> node.actual() != null).count() + " / " + nodes.size() + " 完成"));
        List<Row> rows = nodes.stream()
                .limit(ROWS_SHOWN)
                .map(node -> new Row(
                        node.planned(),
                        node.node() + " · " + node.owner(),
                        node.actual() != null
                                ? "完成 " + node.actual()
                                : node.daysLate() > 0
                                        ? "逾期 " + node.daysLate() + " 工作日"
                                        : node.light().label()))
                .toList();
        return new Evidence(known, rows, Math.max(0, nodes.size() - rows.size()));
    }

    private Stream<String> troubles(Phase phase) {
        return blockers.of(phase.id()).stream()
                .filter(Blocker::isOpen)
                .map(each -> each.problem() + "（" + each.responsible() + "，已 " + each.daysHeld(clock.today()) + " 天）");
    }

    private static String amount(@Nullable BigDecimal number, String unit) {
        return number == null ? "—" : number.stripTrailingZeros().toPlainString() + " " + unit;
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
