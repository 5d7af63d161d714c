package cn.guatu.notification.rule;

import java.time.LocalTime;

/**
 * When nothing goes out.
 *
 * @param from first quiet minute of the day, 0–1439
 * @param to first minute of the day that is not quiet; before {@code from} the night lies between; equal to it: never quiet
 */
public record QuietHours(int from, int to) {

    private static final int DAY = 24 * 60;

    /** @throws IllegalArgumentException for what is not a minute of the day */
    public QuietHours {
        if (from < 0 || from >= DAY || to < 0 || to >= DAY) {
            throw new IllegalArgumentException("not minutes of the day: " + from + "–" + to);
        }
    }

    /** Whether it is quiet at this time. */
    public boolean isQuiet(LocalTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
    }

    /** When it begins. */
    public LocalTime begins() {
        return LocalTime.of(from / 60, from % 60);
    }

    /** When it ends. */
    public LocalTime ends() {
        return LocalTime.of(to / 60, to % 60);
    }

    /** Between two times of the day, to the minute. */
    public static QuietHours between(LocalTime from, LocalTime to) {
        return new QuietHours(from.getHour() * 60 + from.getMinute(), to.getHour() * 60 + to.getMinute());
    }
}
