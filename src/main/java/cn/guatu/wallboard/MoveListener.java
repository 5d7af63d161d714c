package cn.guatu.wallboard;

import java.time.Instant;

/** Told by the feed that the data moved, whatever it was. */
interface MoveListener {

    /** Something was changed, or the date was. */
    void moved();

    /** Nothing was changed; the data were looked at. */
    void beat(Instant readAt);

    /** The data cannot be read just now. */
    void failing();
}
