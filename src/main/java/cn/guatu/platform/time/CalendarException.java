package cn.guatu.platform.time;

import java.time.LocalDate;

/**
 * A day that differs from an ordinary week, by the State Council's notice.
 *
 * @param day the day
 * @param off true: a holiday; false: a make-up working day (调休)
 * @param name what it is called, such as 春节
 */
public record CalendarException(LocalDate day, boolean off, String name) {}
