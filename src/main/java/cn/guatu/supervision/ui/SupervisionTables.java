package cn.guatu.supervision.ui;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.Slip;
import cn.guatu.supervision.SupervisionService;
import cn.guatu.supervision.SupervisionStep;
import cn.guatu.supervision.SupervisionWord;
import cn.guatu.supervision.SupervisionWord.About;
import cn.guatu.supervision.SupervisionWord.Kind;
import cn.guatu.supervision.WeekOverview;
import cn.guatu.supervision.WordService;
import cn.guatu.target.TargetId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tables of the page 督查, each for one question; what they show is also what is exported. */
final class SupervisionTables {

    private final SupervisionService supervision;
    private final WordService words;
    private final CurrentUser user;
    private final Say say;
    private @Nullable String department;
    private SupervisionService.@Nullable Leads leads;

    /** Opens the form for 催办 or 批示. */
    interface Say {
        void about(Kind kind, About about, String subject);

        /** Opens the form for a 督办单 on an item. */
        void order(About about);
    }

    SupervisionTables(SupervisionService supervision, WordService words, CurrentUser user, Say say) {
        this.supervision = supervision;
        this.words = words;
        this.user = user;
        this.say = say;
    }

    /** A row of a tab with what may be said about it; null when nothing. */
    private record Row(List<Object> cells, @Nullable About about, String subject) {}

    /** From now on only what one department leads; null: all. */
    void narrow(@Nullable String unit, int year) {
        department = unit;
        leads = unit == null ? null : supervision.leads(year);
    }

    private boolean isShown(@Nullable PhaseId phase, @Nullable TargetId target) {
        return department == null || leads == null || leads.isLedBy(department, phase, target);
    }

    /** Only what belongs to one department. */
    static WeekOverview only(WeekOverview all, String unit) {
        return new WeekOverview(
                all.week(),
                all.units().stream().filter(each -> each.unit().equals(unit)).toList(),
                all.items().stream().filter(each -> each.unit().equals(unit)).toList(),
                all.late().stream()
                        .filter(each -> each.leadDepartment().equals(unit))
                        .toList(),
                all.slips(),
                all.burden());
    }

    static List<String> units(WeekOverview all) {
        TreeSet<String> names = new TreeSet<>();
        all.units().forEach(each -> names.add(each.unit()));
        all.late().forEach(each -> names.add(each.leadDepartment()));
        return List.copyOf(names);
    }

    /** How many rows a tab has; negative when that says nothing. */
    int count(SupervisionTab tab, WeekOverview shown, int year) {
        return switch (tab) {
            case RATE, BURDEN -> -1;
            default -> rows(tab, shown, year).size();
        };
    }

    Component table(SupervisionTab tab, WeekOverview shown, int year) {
        List<Row> rows = rows(tab, shown, year);
        if (rows.isEmpty()) {
            return new EmptyState(empty(tab));
        }
        List<String> headings = headings(tab);
        Grid<Row> grid = new Grid<>();
        for (int i = 0; i < headings.size(); i++) {
            int column = i;
            Grid.Column<Row> added =
                    grid.addColumn(row -> String.valueOf(row.cells().get(column)));
            if (rows.getFirst().cells().get(column) instanceof Number) {
                added.setTextAlign(ColumnTextAlign.END);
            }
            added.setHeader(headings.get(i))
                    .setResizable(true)
                    .setFrozen(i == 0)
                    .setAutoWidth(i > 0);
            added.setComparator(
                    (a, b) -> compare(a.cells().get(column), b.cells().get(column)));
            if (i == 0) {
                added.setWidth("300px");
            }
        }
        if (rows.getFirst().about() != null) {
            grid.addComponentColumn(this::verbs).setHeader("操作").setFlexGrow(0).setWidth("180px");
        }
        grid.setItems(rows);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeName("no-border");
        grid.getElement().setAttribute("aria-label", tab.label());
        return grid;
    }

    Sheets.Table sheet(SupervisionTab tab, WeekOverview shown, int year) {
        return new Sheets.Table(
                "督查-" + tab.label() + "-" + shown.week(),
                headings(tab),
                rows(tab, shown, year).stream().map(Row::cells).toList());
    }

    private Component verbs(Row row) {
        Div verbs = new Div();
        verbs.addClassName("guatu-buttons");
        for (Kind kind : Kind.values()) {
            About about = row.about();
            if (about != null && SayPanel.may(user, kind)) {
                Button button = new Button(kind.label(), click -> say.about(kind, about, row.subject()));
                button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                verbs.add(button);
            }
        }
        if (row.about() != null && row.about().phase() != null && user.has(Permission.OPERATE)) {
            About about = row.about();
            Button button = new Button("督办单", click -> say.order(about));
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            verbs.add(button);
        }
        return verbs;
    }

    private static int compare(Object a, Object b) {
        if (a instanceof Number one && b instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return String.valueOf(a).compareTo(String.valueOf(b));
    }

    private static List<String> headings(SupervisionTab tab) {
        return switch (tab) {
            case RATE -> List.of("科室", "填报率(%)", "应报", "已报", "按时", "未报", "退回");
            case SILENT -> List.of("事项", "科室", "责任人", "状态", "询报原因");
            case LATE -> List.of("节点", "科室", "责任人", "计划完成", "预计完成", "逾期(工作日)");
            case MOVED -> List.of("节点", "改期次数", "由谁", "原计划", "现计划", "预计完成", "移动(工作日)", "最近改期");
            case RETURNED -> List.of("事项", "科室", "责任人", "状态", "退回次数");
            case STEPS -> List.of("事项", "规则", "步骤", "通知", "时间", "状态");
            case WORDS -> List.of("事项", "类别", "内容", "由谁", "通知", "时间");
            case BURDEN -> List.of("周", "事项", "人数", "字段", "人均字段", "较上一周");
        };
    }

    private static String empty(SupervisionTab tab) {
        return switch (tab) {
            case RATE -> "本周还没有询报。周一上午系统自动询报，督查专员也可在运维页手动运行“每周督办”。";
            case SILENT -> "没有未报的事项。";
            case LATE -> "没有逾期的节点。";
            case MOVED -> "本年度没有改期。";
            case RETURNED -> "本周没有退回的周报。";
            case STEPS -> "本周还没有督办步骤。";
            case WORDS -> "还没有催办与批示。在未报、逾期、改期各表的行末即可催办或批示。";
            case BURDEN -> "近八周没有询报。";
        };
    }

    private List<Row> rows(SupervisionTab tab, WeekOverview shown, int year) {
        return switch (tab) {
            case RATE ->
                shown.units().stream()
                        .map(each -> plain(
                                each.unit(),
                                each.percent(),
                                each.asked(),
                                each.reported(),
                                each.inTime(),
                                each.asked() - each.reported(),
                                each.returned()))
                        .toList();
            case SILENT ->
                shown.items().stream()
                        .filter(item -> !item.reported())
                        .map(item -> item(item, item.reason()))
                        .toList();
            case RETURNED ->
                shown.items().stream()
                        .filter(item -> item.returns() > 0)
                        .map(item -> item(item, item.returns()))
                        .toList();
            case LATE -> shown.late().stream().map(this::late).toList();
            case MOVED -> slips(shown, year);
            case STEPS -> {
                Map<NodeId, String> names = supervision.nodeNames(year);
                yield supervision.steps(year, shown.week()).stream()
                        .filter(step -> isShown(step.phase(), null))
                        .map(step -> step(step, names))
                        .toList();
            }
            case WORDS ->
                words.words(year).stream()
                        .filter(word ->
                                isShown(word.about().phase(), word.about().target()))
                        .map(SupervisionTables::word)
                        .toList();
            case BURDEN -> burden(shown.burden());
        };
    }

    /** 填报负担 and how it moves from week to week. */
    private static List<Row> burden(List<WeekOverview.Burden> weeks) {
        List<Row> rows = new ArrayList<>();
        Double before = null;
        for (WeekOverview.Burden each : weeks) {
            double perHead = each.people() == 0 ? 0 : Math.round(each.fields() * 10f / each.people()) / 10d;
            rows.add(plain(
                    Words.week(each.week()),
                    each.items(),
                    each.people(),
                    each.fields(),
                    perHead,
                    before == null ? "—" : String.format(Locale.ROOT, "%+.1f", perHead - before)));
            before = perHead;
        }
        return rows;
    }

    private static Row item(WeekOverview.Item item, Object last) {
        return new Row(
                List.of(item.subject(), item.unit(), item.owner(), item.state(), last),
                About.item(item.phase(), item.node()),
                item.subject());
    }

    private Row late(NodeFigure node) {
        String subject = node.projectName() + " " + node.phase() + " · " + node.node();
        return new Row(
                List.of(
                        subject,
                        node.leadDepartment(),
                        node.owner(),
                        node.planned().toString(),
                        text(node.forecast()),
                        node.daysLate()),
                supervision.item(node.id()),
                subject);
    }

    private List<Row> slips(WeekOverview shown, int year) {
        Map<NodeId, String> names = supervision.nodeNames(year);
        List<Row> rows = new ArrayList<>();
        for (Slip slip : shown.slips()) {
            String subject = names.get(slip.node());
            if (subject != null && isShown(slip.phase(), null)) {
                rows.add(new Row(
                        List.of(
                                subject,
                                slip.times(),
                                slip.by(),
                                slip.first().toString(),
                                slip.planned().toString(),
                                text(slip.forecast()),
                                slip.workingDays(),
                                LocalDate.ofInstant(slip.last(), BusinessClock.ZONE)
                                        .toString()),
                        About.item(slip.phase(), slip.node()),
                        subject));
            }
        }
        return rows;
    }

    private static Row step(SupervisionStep step, Map<NodeId, String> names) {
        String subject = step.node() == null ? step.subject() : names.getOrDefault(step.node(), step.subject());
        return new Row(
                List.of(
                        subject,
                        step.rule().label(),
                        step.level().label(),
                        step.to(),
                        Words.minute(step.sentAt()),
                        step.state().label()),
                About.item(step.phase(), step.node()),
                subject);
    }

    private static Row word(SupervisionWord word) {
        return plain(word.subject(), word.kind().label(), word.text(), word.by(), word.told(), Words.minute(word.at()));
    }

    private static Row plain(Object... cells) {
        return new Row(List.of(cells), null, "");
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
