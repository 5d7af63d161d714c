package cn.guatu.wallboard;

import java.time.Instant;

/** Who looks at a wall. Called on the feed's own thread: hand over before waiting for anything. */
public interface WallListener {

    /** A new document, at once and whenever something that is shown changed. */
    void shows(WallDocument document);

    /** The document still stands: the figures were found unchanged at this instant. */
    void stillStands(Instant readAt);

    /** The figures cannot be read just now. Called once for each failed attempt. */
    void failing();

    /** The right to look has ended. */
    void ended();
}
