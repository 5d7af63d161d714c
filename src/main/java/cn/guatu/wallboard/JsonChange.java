package cn.guatu.wallboard;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What makes one JSON text into another: {@code [x]} stands for "x in its place"; an object names the members, or the places of a list,
 * that change, and how. A list of another length, and an object that lost a member, is replaced whole.
 */
final class JsonChange {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonChange() {}

    /** The change as JSON; {@code {}} when nothing does. */
    static String between(String before, String after) {
        JsonNode change = between(JSON.readTree(before), JSON.readTree(after));
        return change == null ? "{}" : change.toString();
    }

    private static @Nullable JsonNode between(@Nullable JsonNode before, JsonNode after) {
        if (after.equals(before)) {
            return null;
        }
        if (before instanceof ObjectNode old && after instanceof ObjectNode now && keepsAll(old, now)) {
            ObjectNode changes = NODES.objectNode();
            for (Map.Entry<String, JsonNode> member : now.properties()) {
                put(changes, member.getKey(), between(old.get(member.getKey()), member.getValue()));
            }
            return changes;
        }
        if (before instanceof ArrayNode old && after instanceof ArrayNode now && old.size() == now.size()) {
            ObjectNode changes = NODES.objectNode();
            for (int i = 0; i < now.size(); i++) {
                put(changes, String.valueOf(i), between(old.get(i), now.get(i)));
            }
            return changes;
        }
        return NODES.arrayNode().add(after);
    }

    private static boolean keepsAll(ObjectNode before, ObjectNode after) {
        Iterator<String> names = before.propertyNames().iterator();
        while (names.hasNext()) {
            if (!after.has(names.next())) {
                return false;
            }
        }
        return true;
    }

    private static void put(ObjectNode changes, String name, @Nullable JsonNode change) {
        if (change != null) {
            changes.set(name, change);
        }
    }
}
