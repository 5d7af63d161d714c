package cn.guatu.platform.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rows × time: bars, nodes with their lights, links and the line of today, on one canvas that scrolls hundreds of rows. Walked with the
 * arrow keys, and there as a table too. What is shown is sent to the page and not kept here: an open tab costs the server nothing, and
 * who attaches a timeline a second time shows its data again.
 */
@Tag("guatu-timeline")
@JsModule("./chart/guatu-timeline.js")
public class Timeline extends Component implements HasSize, HasStyle {

    /** How much time fills the width. */
    public enum Zoom {
        YEAR,
        QUARTER,
        MONTH,
        WEEK
    }

    /** An empty timeline that fills the width of its place. */
    public Timeline(String label) {
        getElement().setAttribute("label", label);
        setWidthFull();
    }

    /** Shows another sheet; what the reader folded, and where he is, stays. */
    public void show(TimelineData data) {
        getElement().executeJs("this.data = $0", TimelineJson.sheet(data).toString());
    }

    /** Shows changed rows in the place of those with the same id. */
    public void update(List<TimelineRow> rows) {
        getElement().executeJs("this.patch($0)", TimelineJson.rows(rows).toString());
    }

    /** Brings a row into sight. */
    public void reveal(String row) {
        getElement().executeJs("this.reveal($0)", row);
    }

    /** How much time fills the width. The reader can change it. */
    public Timeline zoom(Zoom zoom) {
        getElement().setAttribute("zoom", zoom.name().toLowerCase(Locale.ROOT));
        return this;
    }

    /** Rows with names of nodes under the lights, or lower ones without; else up to 60 rows are roomy. */
    public Timeline roomy(boolean roomy) {
        getElement().setAttribute("density", roomy ? "roomy" : "dense");
        return this;
    }

    /** Everything this many times as large: about 1.85 for a wall that is read from six metres at 1920 × 1080. */
    public Timeline scaled(double times) {
        getElement().setAttribute("scale", String.valueOf(times));
        return this;
    }

    /** The width of the names in pixels before scaling. */
    public Timeline side(int pixels) {
        getElement().setAttribute("side", String.valueOf(pixels));
        return this;
    }

    /** Without tools, legend and frame: for a wall, which has its own. */
    public Timeline bare() {
        getElement().setAttribute("bare", true);
        return this;
    }

    /** Tells when a row or a node is chosen with the pointer or with Enter. */
    public Registration onOpen(ComponentEventListener<Opened> listener) {
        return addListener(Opened.class, listener);
    }

    /** Tells when a movable node is dragged, or moved with Alt and an arrow key. The sheet stays as it is until it is shown anew. */
    public Registration onMove(ComponentEventListener<Moved> listener) {
        return addListener(Moved.class, listener);
    }

    /** A row, and perhaps a node of it, is asked for. */
    @DomEvent("timeline-open")
    public static class Opened extends ComponentEvent<Timeline> {

        private final String row;
        private final String node;

        /** As the page tells it. */
        public Opened(
                Timeline source,
                boolean fromClient,
                @EventData("event.detail.row") String row,
                @EventData("event.detail.node") String node) {
            super(source, fromClient);
            this.row = row;
            this.node = node;
        }

        /** The id of the row. */
        public String row() {
            return row;
        }

        /** The id of the node; empty when the row itself was chosen. */
        public Optional<String> node() {
            return node.isEmpty() ? Optional.empty() : Optional.of(node);
        }
    }

    /** A node is wanted on another day. */
    @DomEvent("timeline-move")
    public static class Moved extends ComponentEvent<Timeline> {

        private final String row;
        private final String node;
        private final String day;

        /** As the page tells it. */
        public Moved(
                Timeline source,
                boolean fromClient,
                @EventData("event.detail.row") String row,
                @EventData("event.detail.node") String node,
                @EventData("event.detail.day") String day) {
            super(source, fromClient);
            this.row = row;
            this.node = node;
            this.day = day;
        }

        /** The id of the row. */
        public String row() {
            return row;
        }

        /** The id of the node. */
        public String node() {
            return node;
        }

        /** The day it was dropped on, worked or not; empty when the page says something that is no day. */
        public Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(day));
            } catch (DateTimeParseException notADay) {
                return Optional.empty();
            }
        }
    }
}
