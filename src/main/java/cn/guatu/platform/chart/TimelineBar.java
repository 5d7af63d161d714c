package cn.guatu.platform.chart;

import java.time.LocalDate;

/**
 * A stretch of time on a row of a {@link Timeline}, both days included.
 *
 * @param kind what it means and so how it is drawn
 * @param from the first day
 * @param to the last day
 * @param critical with the line of the critical path under it
 */
public record TimelineBar(Kind kind, LocalDate from, LocalDate to, boolean critical) {

    /** What a bar means. */
    public enum Kind {
        /** as planned at first: thin, under the row's middle */
        BASELINE("baseline"),
        /** as planned or expected now */
        FORECAST("forecast"),
        /** what is done */
        ACTUAL("actual"),
        /** days to spare: a dashed line */
        FLOAT("float"),
        /** the clock stands still (补正、公示、专家评审): hatched */
        STOP("stop");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
