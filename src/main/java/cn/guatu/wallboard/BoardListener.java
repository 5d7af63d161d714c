package cn.guatu.wallboard;

/** A screen that follows a board. Called on the feed's own thread: hand over before touching a UI. */
public interface BoardListener {

    /** A new picture: figures changed, or only the refresh time when {@code version} is the same as before. */
    void shows(Board board);

    /** The figures cannot be read just now; the last picture is no longer fresh. Called once for each failed attempt. */
    void failing();
}
