package cn.guatu.wallboard;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a wall shows, as JSON, made once and shared by all its screens: the wall's settings, its board and the slices of its
 * pages, each a part of its own, so that a screen that has the last document is told what changed and nothing else.
 */
public final class WallDocument {

    private final String version;
    private final Map<String, String> head;
    private final Map<String, String> pages;
    private final Instant readAt;
    private @Nullable News news;

    /** What a screen with the version {@code before} is told; kept, because all screens of a wall ask for the same. */
    private record News(String before, String text) {}

    /**
     * A document.
     *
     * @param version changes exactly when something that is shown changes
     * @param head wall, board and notice as JSON by their names; no times in them
     * @param pages the slices as JSON by the kind of their page
     * @param readAt when the figures were read
     */
    WallDocument(String version, Map<String, String> head, Map<String, String> pages, Instant readAt) {
        this.version = version;
        this.head = new TreeMap<>(head);
        this.pages = new TreeMap<>(pages);
        this.readAt = readAt;
    }

    /** Changes exactly when something that is shown changes. */
    public String version() {
        return version;
    }

    /** When the figures were read. */
    public Instant readAt() {
        return readAt;
    }

    /** The whole document as JSON. */
    public String json() {
        return object(head, pages);
    }

    /** The same document, whose figures were found unchanged at an instant. */
    public WallDocument standing(Instant at) {
        return new WallDocument(version, head, pages, at);
    }

    /** What is sent to a screen that has nothing: the document with its version, the time of its figures and the server's time in milliseconds. */
    public String envelope(Instant now) {
        return "{\"version\":\"" + version + "\"" + times(now) + ",\"document\":" + json() + "}";
    }

    /** What is sent to a screen that has the document {@code before}: the parts that differ, and which version they are to be put on. */
    public synchronized String since(WallDocument before, Instant now) {
        News known = news;
        if (known == null || !known.before().equals(before.version)) {
            known = new News(
                    before.version,
                    "{\"version\":\"" + version + "\",\"before\":\"" + before.version + "\"" + times(now)
                            + ",\"parts\":" + object(changed(before.head, head), changed(before.pages, pages)) + "}");
            news = known;
        }
        return known.text();
    }

    private String times(Instant now) {
        return ",\"readAt\":" + readAt.toEpochMilli() + ",\"now\":" + now.toEpochMilli();
    }

    private static Map<String, String> changed(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(part -> !Objects.equals(part.getValue(), before.get(part.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String object(Map<String, String> head, Map<String, String> pages) {
        Map<String, String> all = new TreeMap<>(head);
        all.put("pages", joined(pages));
        return joined(all);
    }

    private static String joined(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> "\"" + part.getKey() + "\":" + part.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
