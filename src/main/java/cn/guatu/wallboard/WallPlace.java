package cn.guatu.wallboard;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One page of a wall in its turn.
 *
 * @param kind which page, as {@link WallPage#kind()}
 * @param dwell how long it stays, in seconds
 * @param from shown from this time of day on; null together with {@code until}: always
 * @param until shown until this time of day, exclusive; before {@code from}: over midnight
 */
public record WallPlace(
        String kind,
        int dwell,
        @Nullable LocalTime from,
        @Nullable LocalTime until) {

    /** A page that is shown at every hour. */
    public static WallPlace always(String kind, int dwell) {
        return new WallPlace(kind, dwell, null, null);
    }
}
