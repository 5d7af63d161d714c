package cn.guatu.platform.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart of points, not of rows: at most a few hundred values go to the page. Changes before the answer is sent travel together, and the
 * chart that already lives on the page is updated, not rebuilt.
 */
@Tag("guatu-chart")
@NpmPackage(value = "apexcharts", version = "4.7.0")
@JsModule("./chart/guatu-chart.js")
public class ApexChart extends Component implements HasSize, HasStyle {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> HATCHING = List.of("slantedLines", "slantedLines", "verticalLines", "squares");

    private XAxis xAxis = XAxis.of(List.of());
    private YAxis yAxis = YAxis.percent();
    private List<Series> series = List.of();
    private List<Range> ranges = List.of();
    private boolean sparkline;
    private boolean horizontal;
    private boolean patterned;
    private boolean steps;
    private boolean legend = true;
    private boolean dark;
    private String ink = "#566473";
    private String lines = "#dfe4ea";
    private int fontSize = 13;
    private boolean dirty;

    /** An empty chart that fills the place it is given. */
    public ApexChart() {
        setWidthFull();
    }

    /** The horizontal axis. */
    public ApexChart withXAxis(XAxis axis) {
        xAxis = axis;
        return changed();
    }

    /** The vertical axis. */
    public ApexChart withYAxis(YAxis axis) {
        yAxis = axis;
        return changed();
    }

    /** What is drawn, the first one lowest. */
    public ApexChart withSeries(Series... series) {
        this.series = List.of(series);
        return changed();
    }

    /** Bars from one value to another instead of series, one for each category: a waterfall, or a span of forecasts. */
    public ApexChart withRanges(List<Range> bars) {
        ranges = List.copyOf(bars);
        return changed();
    }

    /** Bars lie: their names stand at the left, one under the other, and have room. */
    public ApexChart horizontal() {
        horizontal = true;
        return changed();
    }

    /** Series differ by hatching too, so that they are told apart in grey: the first one is solid. */
    public ApexChart patterned() {
        patterned = true;
        return changed();
    }

    /** Lines that stand still and jump, for values that are in force until the next one. */
    public ApexChart asSteps() {
        steps = true;
        return changed();
    }

    /** Without axes, grid and legend: a line of the size of a word. */
    public ApexChart asSparkline() {
        sparkline = true;
        return changed();
    }

    /** Without the legend; the page says what the lines are. */
    public ApexChart withoutLegend() {
        legend = false;
        return changed();
    }

    /** On a dark page, with these colours for words and grid lines and this size of words in pixels. */
    public ApexChart onDark(String ink, String lines, int fontSize) {
        this.dark = true;
        this.ink = ink;
        this.lines = lines;
        this.fontSize = fontSize;
        return changed();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        changed();
    }

    private ApexChart changed() {
        if (!dirty) {
            dirty = true;
            getElement()
                    .getNode()
                    .runWhenAttached(ui -> ui.beforeClientResponse(this, answer -> {
                        dirty = false;
                        getElement().setPropertyJson("options", options());
                    }));
        }
        return this;
    }

    /** What ApexCharts is told; figures as text of decimals become JSON numbers, gaps become null. */
    ObjectNode options() {
        ObjectNode options = JSON.objectNode();
        ObjectNode chart = options.putObject("chart");
        boolean onlyBars = !series.isEmpty() && series.stream().allMatch(one -> one.type() == ChartType.BAR);
        boolean mixed = series.stream().map(Series::type).distinct().count() > 1;
        chart.put(
                "type",
                !ranges.isEmpty()
                        ? "rangeBar"
                        : onlyBars
                                ? "bar"
                                : mixed || series.isEmpty()
                                        ? "line"
                                        : series.getFirst().type().word());
        chart.put("height", "100%")
                .put("background", "transparent")
                .put("foreColor", ink)
                .put("fontFamily", "inherit");
        chart.putObject("toolbar").put("show", false);
        chart.putObject("zoom").put("enabled", false);
        chart.putObject("sparkline").put("enabled", sparkline);
        options.putObject("theme").put("mode", dark ? "dark" : "light");
        options.putObject("grid").put("borderColor", lines).put("strokeDashArray", 0);
        options.putObject("dataLabels").put("enabled", false);
        options.putObject("legend")
                .put("show", legend && !sparkline && series.size() > 1)
                .put("fontSize", fontSize + "px");
        options.putObject("tooltip").put("enabled", !sparkline).put("theme", dark ? "dark" : "light");
        options.putObject("markers").put("size", 0);
        ObjectNode fill = options.putObject("fill");
        fill.set("opacity", each(one -> JSON.numberNode(one.type() == ChartType.AREA ? 0.15 : 1.0)));
        if (patterned) {
            ArrayNode types = fill.putArray("type");
            ArrayNode styles = fill.putObject("pattern").put("strokeWidth", 2).putArray("style");
            for (int i = 0; i < series.size(); i++) {
                types.add(i == 0 ? "solid" : "pattern");
                styles.add(HATCHING.get(i % HATCHING.size()));
            }
        } else {
            fill.put("type", "solid");
        }
        if (horizontal) {
            options.putObject("plotOptions")
                    .putObject("bar")
                    .put("horizontal", true)
                    .put("barHeight", "72%");
        }
        ObjectNode stroke = options.putObject("stroke");
        stroke.put("curve", steps ? "stepline" : "straight");
        stroke.set("width", each(one -> JSON.numberNode(one.width())));
        stroke.set("dashArray", each(one -> JSON.numberNode(one.dash())));
        axes(options);
        if (series.stream().allMatch(one -> one.colour() != null)) {
            options.set("colors", each(one -> JSON.stringNode(String.valueOf(one.colour()))));
        }
        if (!ranges.isEmpty()) {
            ranges(options);
            return options;
        }
        options.set("series", each(one -> {
            ObjectNode drawn = JSON.objectNode()
                    .put("name", one.name())
                    .put("type", one.type().word());
            ArrayNode data = drawn.putArray("data");
            one.points().forEach(point -> data.add(point));
            return drawn;
        }));
        return options;
    }

    private void ranges(ObjectNode options) {
        options.remove("colors");
        // Lists for no series leave the bars without opacity, and cut them off by a mask of no width.
        ((ObjectNode) options.get("fill")).put("opacity", 1);
        options.putObject("stroke").put("width", 0);
        ArrayNode data = options.putArray("series").addObject().put("name", "").putArray("data");
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            ObjectNode bar =
                    data.addObject().put("x", xAxis.categories().get(i)).put("fillColor", range.colour());
            bar.putArray("y").add(range.from()).add(range.to());
        }
    }

    private void axes(ObjectNode options) {
        ObjectNode x = options.putObject("xaxis");
        ArrayNode names = x.putArray("categories");
        xAxis.categories().forEach(names::add);
        if (xAxis.ticks() > 0) {
            x.put("tickAmount", xAxis.ticks());
        }
        x.putObject("axisTicks").put("show", false);
        x.putObject("axisBorder").put("color", lines);
        x.putObject("labels").put("rotate", 0).putObject("style").put("fontSize", fontSize + "px");
        x.putObject("tooltip").put("enabled", false);
        ObjectNode y = options.putObject("yaxis");
        y.put("show", yAxis.shown() && !sparkline);
        if (yAxis.min() != null) {
            y.put("min", yAxis.min());
        }
        if (yAxis.max() != null) {
            y.put("max", yAxis.max());
        }
        y.putObject("labels").putObject("style").put("fontSize", fontSize + "px");
        options.put("suffix", yAxis.suffix()).put("decimals", yAxis.decimals());
    }

    private ArrayNode each(java.util.function.Function<Series, tools.jackson.databind.JsonNode> what) {
        ArrayNode all = JSON.arrayNode();
        series.forEach(one -> all.add(what.apply(one)));
        return all;
    }
}
