package cn.guatu.project.schedule;

import java.time.LocalDate;

/**
 * Days that do not count towards a node's duration, because somebody else has the file (补正, 公示, 专家评审): the clock stands still.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Stop(LocalDate from, LocalDate to) {
    /** Refuses a stop that ends before it begins. */
    public Stop {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
        }
    }
}
