package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import cn.guatu.target.VersionStatus;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of 年度任务一张表: targets with their 其中 under them. Every figure opens its 口径卡. */
final class PlanTable extends TreeGrid<TargetFigure> {

    private static final int PHONE = 760;

    private final Map<PlanColumn, Column<TargetFigure>> columns = new EnumMap<>(PlanColumn.class);
    private final transient Consumer<TargetFigure> open;

    PlanTable(Consumer<TargetFigure> open) {
        this.open = open;
        for (PlanColumn each : PlanColumn.values()) {
            Column<TargetFigure> column = column(each)
                    .setHeader(each.heading())
                    .setKey(each.name())
                    .setAutoWidth(false)
                    .setFlexGrow(0)
                    .setWidth(width(each));
            if (each.isFigure()) {
                column.setTextAlign(ColumnTextAlign.END);
            }
            column.setVisible(each.usual());
            columns.put(each, column);
        }
        Objects.requireNonNull(columns.get(PlanColumn.NAME)).setFrozen(true).setFlexGrow(1);
        sort();
        Cells.quiet(this);
        setMultiSort(false);
        getElement().setAttribute("aria-label", "年度任务一张表");
        prependFooterRow();
    }

    /** Shows these figures, each under its parent. */
    void show(List<TargetFigure> figures) {
        Map<String, TargetFigure> shown = new HashMap<>();
        figures.forEach(figure -> shown.put(figure.code(), figure));
        TreeData<TargetFigure> tree = new TreeData<>();
        for (TargetFigure each : parentsFirst(figures)) {
            tree.addItem(each.parentCode() == null ? null : shown.get(each.parentCode()), each);
        }
        setTreeData(tree);
        expandRecursively(tree.getRootItems(), Integer.MAX_VALUE);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        // On a phone the name leaves room for the figures beside it.
        int width = attached.getUI().getPage().getExtendedClientDetails().getWindowInnerWidth();
        if (width > 0 && width <= PHONE) {
            Objects.requireNonNull(columns.get(PlanColumn.NAME)).setFlexGrow(0).setWidth("165px");
            Objects.requireNonNull(columns.get(PlanColumn.LIGHT)).setWidth("92px");
            Objects.requireNonNull(columns.get(PlanColumn.RATE)).setWidth("118px");
        }
    }

    /** Shows exactly these columns; the name is always there. */
    void show(Collection<PlanColumn> chosen) {
        columns.forEach((key, column) -> column.setVisible(key == PlanColumn.NAME || chosen.contains(key)));
    }

    /** The 综合完成率 under the table, always in sight. */
    void total(UnitSummary summary) {
        var footer = getFooterRows().getFirst();
        footer.getCell(columns.get(PlanColumn.NAME))
                .setText("综合(" + summary.targets() + " 项一级指标"
                        + (summary.withoutRate() == 0 ? "" : "," + summary.withoutRate() + " 项无完成率") + ")");
        footer.getCell(columns.get(PlanColumn.LIGHT))
                .setComponent(LightBadges.of(summary.light(), summary.lightReason()));
        footer.getCell(columns.get(PlanColumn.RATE)).setText(Figures.rate(summary.rate()));
        footer.getCell(columns.get(PlanColumn.DEVIATION)).setText(Figures.pointsOnly(summary.deviation()));
        footer.getCell(columns.get(PlanColumn.EXPECTED)).setText(Figures.rate(summary.expected()));
    }

    private static List<TargetFigure> parentsFirst(List<TargetFigure> figures) {
        return figures.stream()
                .sorted(Comparator.comparingInt(TargetFigure::level).thenComparingInt(TargetFigure::sortOrder))
                .toList();
    }

    private Column<TargetFigure> column(PlanColumn column) {
        return switch (column) {
            case NAME -> addHierarchyColumn(PlanTable::name).setTooltipGenerator(TargetFigure::definition);
            case LIGHT ->
                addColumn(Cells.light(TargetFigure::light, TargetFigure::lightReason, figure -> null, open::accept));
            case RATE ->
                addColumn(Cells.rate(
                        TargetFigure::rate,
                        TargetFigure::expected,
                        TargetFigure::light,
                        figure -> Cells.rateOrMissing(figure.rate(), figure.achieved()),
                        open::accept));
            case TARGET -> opening(PlanTable::mark, figure -> Figures.inUnit(figure.target(), figure.unit()));
            case ACHIEVED -> opening(figure -> "", figure -> Cells.achieved(figure.achieved(), figure.unit()));
            case DEVIATION, EXPECTED, MISSING, GAP, BUFFER, ON_NODES ->
                addColumn(Cells.<TargetFigure>figure(figure -> "", column::text, figure -> "", open::accept));
            default -> addColumn(column::text);
        };
    }

    private Column<TargetFigure> opening(Function<TargetFigure, String> mark, Function<TargetFigure, String> text) {
        return addColumn(Cells.<TargetFigure>figure(mark::apply, text::apply, TargetFigure::unit, open::accept));
    }

    private static String name(TargetFigure figure) {
        return figure.parentCode() == null ? figure.name() : "其中 " + figure.name();
    }

    private static String mark(TargetFigure figure) {
        return (figure.targetStatus() == VersionStatus.PROVISIONAL ? "预" : "") + (figure.approx() ? "约" : "");
    }

    private static String width(PlanColumn column) {
        return switch (column) {
            case NAME -> "240px";
            case RATE -> "210px";
            case TARGET, ACHIEVED, DEFINITION -> "150px";
            case DEVIATION -> "140px";
            case DEPARTMENT, SOURCE, DOC_NO -> "140px";
            case MISSING, BUFFER, UNIT -> "92px";
            default -> "110px";
        };
    }

    private void sort() {
        by(PlanColumn.NAME, TargetFigure::name);
        by(PlanColumn.CODE, TargetFigure::code);
        by(PlanColumn.LIGHT, figure -> figure.light().severity());
        by(PlanColumn.RATE, TargetFigure::rate);
        by(PlanColumn.DEVIATION, TargetFigure::deviation);
        by(PlanColumn.EXPECTED, TargetFigure::expected);
        by(PlanColumn.MISSING, TargetFigure::missing);
        by(PlanColumn.DEPARTMENT, TargetFigure::leadDepartment);
        by(PlanColumn.LEADER, TargetFigure::leader);
    }

    private <C extends Comparable<? super C>> void by(PlanColumn column, Function<TargetFigure, @Nullable C> key) {
        Comparator<TargetFigure> order = Comparator.comparing(key, Comparator.nullsLast(Comparator.<C>naturalOrder()));
        Objects.requireNonNull(columns.get(column))
                .setComparator(order.thenComparingInt(TargetFigure::sortOrder))
                .setSortable(true);
    }
}
