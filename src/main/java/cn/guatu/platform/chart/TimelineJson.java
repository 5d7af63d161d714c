package cn.guatu.platform.chart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What guatu-timeline.js reads: days in ISO form, what is null or false left out. */
final class TimelineJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TimelineJson() {}

    static ObjectNode sheet(TimelineData data) {
        ObjectNode sheet = JSON.objectNode()
                .put("from", data.from().toString())
                .put("to", data.to().toString())
                .put("corner", data.corner());
        put(sheet, "today", data.today());
        ArrayNode groups = sheet.putArray("groups");
        for (TimelineGroup group : data.groups()) {
            ObjectNode drawn = groups.addObject().put("id", group.id()).put("label", group.label());
            put(drawn, "note", group.note());
            flag(drawn, "folded", group.folded());
            drawn.set("rows", rows(group.rows()));
        }
        ArrayNode links = sheet.putArray("links");
        for (TimelineLink link : data.links()) {
            ObjectNode drawn = links.addObject().put("from", link.from()).put("to", link.to());
            flag(drawn, "critical", link.critical());
        }
        days(sheet.putArray("off"), data.holidays());
        days(sheet.putArray("on"), data.makeUpDays());
        return sheet;
    }

    static ArrayNode rows(List<TimelineRow> rows) {
        ArrayNode all = JSON.arrayNode();
        for (TimelineRow row : rows) {
            ObjectNode drawn = all.addObject().put("id", row.id()).put("label", row.label());
            put(drawn, "sub", row.sub());
            put(drawn, "shape", row.shape() == null ? null : row.shape().attribute());
            put(drawn, "word", row.word());
            put(drawn, "figure", row.figure());
            put(drawn, "title", row.title());
            ArrayNode bars = drawn.putArray("bars");
            row.bars().forEach(bar -> bar(bars.addObject(), bar));
            ArrayNode nodes = drawn.putArray("nodes");
            row.nodes().forEach(node -> node(nodes.addObject(), node));
        }
        return all;
    }

    private static void bar(ObjectNode drawn, TimelineBar bar) {
        drawn.put("kind", bar.kind().word())
                .put("from", bar.from().toString())
                .put("to", bar.to().toString());
        flag(drawn, "critical", bar.critical());
    }

    private static void node(ObjectNode drawn, TimelineNode node) {
        drawn.put("id", node.id())
                .put("label", node.label())
                .put("at", node.at().toString())
                .put("shape", node.shape().attribute())
                .put("word", node.word());
        put(drawn, "baseline", node.baseline());
        put(drawn, "note", node.note());
        put(drawn, "title", node.title());
        flag(drawn, "critical", node.critical());
        flag(drawn, "movable", node.movable());
    }

    private static void put(ObjectNode drawn, String name, @Nullable Object value) {
        if (value != null) {
            drawn.put(name, value.toString());
        }
    }

    private static void flag(ObjectNode drawn, String name, boolean value) {
        if (value) {
            drawn.put(name, true);
        }
    }

    private static void days(ArrayNode array, Collection<LocalDate> days) {
        days.stream().sorted().forEach(day -> array.add(day.toString()));
    }
}
