package cn.guatu.wallboard;

import java.time.Instant;

/**
 * Everything that a wall shows, as JSON, made once and shared by all its screens.
 *
 * @param version changes exactly when something that is shown changes
 * @param json the wall's settings, the board and the slices of its pages; no times in it
 * @param readAt when the figures were read
 */
public record WallDocument(String version, String json, Instant readAt) {

    /** What is sent: the document with its version, the time of its figures and the server's time in milliseconds. */
    public String envelope(Instant now) {
        return "{\"version\":\"" + version + "\",\"readAt\":" + readAt.toEpochMilli() + ",\"now\":" + now.toEpochMilli()
                + ",\"document\":" + json + "}";
    }
}
