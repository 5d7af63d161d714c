package cn.guatu.planning.ui;

import cn.guatu.planning.DeskPresence;
import cn.guatu.planning.rule.DeskColumn;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tree on the page: sends rows that differ, and hands on what keys and mouse ask for. */
@Tag("guatu-breakdown")
@JsModule("./breakdown/guatu-breakdown.js")
class BreakdownTable extends Component implements HasSize {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** What a person does at the table. Rows are named by their keys. */
    interface Hands {

        /** A text was typed into a cell; {@code base} is what the row said when that began. */
        void edited(String key, DeskColumn column, String text, Map<DeskColumn, String> base);

        /** A line was filled in under the table, beside the row {@code at}. */
        void add(String kind, String at, Map<DeskColumn, String> texts);

        void remove(List<String> keys);

        void duplicate(List<String> keys);

        void move(String key, String onto);

        void paste(String at, String text);

        void bulk(List<String> keys);

        void undo();

        void redo();

        void at(String key, boolean editing);
    }

    /** A row as the page draws it. */
    record Line(
            String key,
            @Nullable String parent,
            String kind,
            int level,
            String unit,
            String tag,
            String flag,
            boolean good,
            boolean ro,
            List<String> edit,
            Map<String, String> cells,
            Map<String, String> quiet,
            Map<String, String> want) {}

    /** What cells propose while somebody types. */
    record Options(List<String> streets, List<String> leads, List<String> people, List<String> leaders) {}

    private final transient Hands hands;
    private final Map<String, Line> sent = new HashMap<>();
    private List<String> order = List.of();

    BreakdownTable(Hands hands) {
        this.hands = hands;
    }

    void setUp(Options options, boolean mayPlanAll, boolean mayAdd) {
        getElement().callJsFunction("setUp", JSON.writeValueAsString(options), mayPlanAll, mayAdd);
    }

    /** Brings the page to these rows. */
    void show(List<Line> lines) {
        List<String> now = lines.stream().map(Line::key).toList();
        List<Line> changed = lines.stream()
                .filter(line -> !line.equals(sent.get(line.key())))
                .toList();
        boolean sameOrder = now.equals(order) && !sent.isEmpty();
        if (!sameOrder || !changed.isEmpty()) {
            Map<String, Object> patch = new HashMap<>();
            patch.put("rows", changed);
            if (!sameOrder) {
                patch.put("order", now);
            }
            getElement().callJsFunction("patch", JSON.writeValueAsString(patch));
        }
        sent.keySet().retainAll(List.copyOf(now));
        changed.forEach(line -> sent.put(line.key(), line));
        order = now;
    }

    /** What the page was last told. */
    List<Line> shown() {
        return order.stream().map(sent::get).toList();
    }

    void present(List<DeskPresence.Guest> others) {
        getElement().callJsFunction("present", JSON.writeValueAsString(others));
    }

    void reveal(String key) {
        getElement().callJsFunction("reveal", key);
    }

    void settled(String key, DeskColumn column) {
        getElement().callJsFunction("settled", key, column.name());
    }

    void added(boolean well, String sentence) {
        getElement().callJsFunction("added", well, sentence);
    }

    @ClientCallable
    void edited(String key, String column, String text, String base) {
        hands.edited(key, DeskColumn.valueOf(column), text, texts(base));
    }

    @ClientCallable
    void add(String kind, String at, String texts) {
        hands.add(kind, at, texts(texts));
    }

    @ClientCallable
    void remove(String keys) {
        hands.remove(keys(keys));
    }

    @ClientCallable
    void duplicate(String keys) {
        hands.duplicate(keys(keys));
    }

    @ClientCallable
    void move(String key, String onto) {
        hands.move(key, onto);
    }

    @ClientCallable
    void paste(String at, String text) {
        hands.paste(at, text);
    }

    @ClientCallable
    void bulk(String keys) {
        hands.bulk(keys(keys));
    }

    @ClientCallable
    void undo() {
        hands.undo();
    }

    @ClientCallable
    void redo() {
        hands.redo();
    }

    @ClientCallable
    void at(String key, boolean editing) {
        hands.at(key, editing);
    }

    private static List<String> keys(String joined) {
        List<String> keys = new ArrayList<>();
        for (String key : joined.split("\n")) {
            if (!key.isBlank()) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Map<DeskColumn, String> texts(String json) {
        Map<DeskColumn, String> texts = new EnumMap<>(DeskColumn.class);
        JSON.readValue(json, TEXTS).forEach((column, text) -> texts.put(DeskColumn.valueOf(column), text));
        return texts;
    }
}
