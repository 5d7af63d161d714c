package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.NodeFigure;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes with their lights and dates; the worst and latest first unless somebody sorts. */
final class NodeTable extends Grid<NodeFigure> {

    /**
     * @param year the plan year of the page
     * @param withProject whether each line names its project; not on the project's own page
     */
    NodeTable(int year, boolean withProject) {
        if (withProject) {
            addColumn(Cells.<NodeFigure>link(
                            node -> Addresses.project(node.project(), year),
                            NodeFigure::projectName,
                            NodeFigure::phase))
                    .setHeader("项目 · 分期")
                    .setComparator(NodeFigure::projectName)
                    .setFrozen(true)
                    .setWidth("200px");
        }
        addColumn(LitRenderer.<NodeFigure>of("<span title=\"${item.critical}\">${item.node}"
                                + "${item.critical ? html` <span class=\"guatu-mark\">关键</span>` : ''}</span>")
                        .withProperty("node", NodeFigure::node)
                        .withProperty("critical", node -> node.critical() ? "本分期浮动最少" : ""))
                .setHeader("节点")
                .setComparator(NodeFigure::node)
                .setFrozen(!withProject)
                .setWidth("200px");
        addColumn(LitRenderer.<NodeFigure>of(
                                "<guatu-light shape=\"${item.shape}\" word=\"${item.word}\" title=\"${item.reason}\"></guatu-light>")
                        .withProperty(
                                "shape", node -> LightBadges.shape(node.light()).attribute())
                        .withProperty("word", node -> node.light().label())
                        .withProperty("reason", NodeFigure::lightReason))
                .setHeader("灯")
                .setComparator(node -> node.light().severity())
                .setWidth("110px")
                .setFlexGrow(0);
        addColumn(node -> node.daysLate() == 0 ? "" : String.valueOf(node.daysLate()))
                .setHeader("逾期(工作日)")
                .setComparator(NodeFigure::daysLate)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        date("计划完成", year, NodeFigure::planned);
        date("预计完成", year, NodeFigure::forecast);
        date("实际完成", year, NodeFigure::actual);
        addColumn(node -> node.totalFloat() == null
                        ? Figures.NONE
                        : Figures.number(java.math.BigDecimal.valueOf(node.totalFloat())))
                .setHeader("浮动(工作日)")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        addColumn(NodeFigure::owner)
                .setHeader("责任人")
                .setSortable(true)
                .setWidth("100px")
                .setFlexGrow(0);
        if (withProject) {
            addColumn(NodeFigure::leadDepartment)
                    .setHeader("牵头科室")
                    .setSortable(true)
                    .setWidth("140px");
            addColumn(node -> String.join("、", node.streets())).setHeader("街道").setWidth("130px");
        }
        Cells.quiet(this);
        getElement().setAttribute("aria-label", "节点");
    }

    /** A short list that needs no scrolling of its own. */
    NodeTable inFull(List<NodeFigure> nodes) {
        setItems(nodes);
        setAllRowsVisible(true);
        addClassName("short");
        return this;
    }

    private void date(String heading, int year, DateOf date) {
        addColumn(node -> Figures.day(date.of(node), year))
                .setHeader(heading)
                .setComparator((a, b) -> compare(date.of(a), date.of(b)))
                .setWidth("120px")
                .setFlexGrow(0);
    }

    private static int compare(java.time.@Nullable LocalDate a, java.time.@Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? (b == null ? 0 : 1) : -1;
        }
        return a.compareTo(b);
    }

    private interface DateOf extends java.io.Serializable {
        java.time.@Nullable LocalDate of(NodeFigure node);
    }
}
