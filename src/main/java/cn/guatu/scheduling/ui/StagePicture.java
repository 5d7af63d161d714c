package cn.guatu.scheduling.ui;

import cn.guatu.scheduling.Stage;
import cn.guatu.scheduling.rule.StageGraph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stages of a template as a graph: parallel branches under each other, joins where they meet. */
@Tag("guatu-dag")
@JsModule("./desk/guatu-dag.js")
class StagePicture extends Component implements HasStyle {

    /** Shows these stages; a cycle, which a draft may have until it is saved, is shown in one column. */
    void show(List<Stage> stages, boolean editable) {
        Map<Integer, Set<Integer>> after = new HashMap<>();
        stages.forEach(stage -> after.put(stage.position(), stage.after()));
        StageGraph graph = new StageGraph(after);
        Map<Integer, Integer> columns = graph.cycle().isEmpty() ? graph.columns() : Map.of();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode drawn = data.putArray("stages");
        ArrayNode links = data.putArray("links");
        for (Stage stage : stages) {
            drawn.addObject()
                    .put("id", stage.position())
                    .put("name", stage.name())
                    .put("note", note(stage))
                    .put("column", columns.getOrDefault(stage.position(), 0))
                    .put("counts", stage.recognises() != null);
            stage.after().stream()
                    .sorted()
                    .forEach(before -> links.addArray().add(before.intValue()).add(stage.position()));
        }
        data.put("editable", editable);
        getElement().setPropertyJson("data", data);
    }

    private static String note(Stage stage) {
        return stage.promised() + " 天" + (stage.statutory() == null ? "" : "，法定 " + stage.statutory());
    }

    void onOpen(IntConsumer opened) {
        getElement()
                .addEventListener(
                        "dag-open",
                        event -> opened.accept(
                                event.getEventData().get("event.detail.stage").asInt()))
                .addEventData("event.detail.stage");
    }

    void onLink(BiConsumer<Integer, Integer> linked) {
        pair("dag-link", linked);
    }

    void onUnlink(BiConsumer<Integer, Integer> unlinked) {
        pair("dag-unlink", unlinked);
    }

    private void pair(String type, BiConsumer<Integer, Integer> told) {
        getElement()
                .addEventListener(
                        type,
                        event -> told.accept(
                                event.getEventData().get("event.detail.from").asInt(),
                                event.getEventData().get("event.detail.to").asInt()))
                .addEventData("event.detail.from")
                .addEventData("event.detail.to");
    }
}
