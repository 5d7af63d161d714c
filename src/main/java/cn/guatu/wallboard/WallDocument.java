package cn.guatu.wallboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a wall shows, as JSON, made once and shared by all its screens: the wall's settings, its board and the slices of its
 * pages. A screen that has the last document is told what changed and nothing else.
 */
public final class WallDocument {

    private final String version;
    private final String json;
    private final Instant readAt;
    private @Nullable News news;

    /** What a screen with the version {@code before} is told; kept, because all screens of a wall ask for the same. */
    private record News(String before, String text) {}

    /**
     * A document.
     *
     * @param version changes exactly when something that is shown changes
     * @param json what is shown; no times of reading in it
     * @param readAt when the figures were read
     */
    WallDocument(String version, String json, Instant readAt) {
        this.version = version;
        this.json = json;
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
        return json;
    }

    /** The same document, whose figures were found unchanged at an instant. */
    public WallDocument standing(Instant at) {
        return new WallDocument(version, json, at);
    }

    /** What is sent to a screen that has nothing: the document with its version, the time of its figures and the server's time in milliseconds. */
    public String envelope(Instant now) {
        return "{\"version\":\"" + version + "\"" + times(now) + ",\"document\":" + json + "}";
    }

    /** What is sent to a screen that has the document {@code before}: which version that is, and what makes it into this one. */
    public synchronized String since(WallDocument before, Instant now) {
        News known = news;
        if (known == null || !known.before().equals(before.version)) {
            known = new News(
                    before.version,
                    "{\"version\":\"" + version + "\",\"before\":\"" + before.version + "\"" + times(now)
                            + ",\"change\":" + JsonChange.between(before.json, json) + "}");
            news = known;
        }
        return known.text();
    }

    private String times(Instant now) {
        return ",\"readAt\":" + readAt.toEpochMilli() + ",\"now\":" + now.toEpochMilli();
    }
}
