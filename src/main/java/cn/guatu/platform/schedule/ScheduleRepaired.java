package cn.guatu.platform.schedule;

/**
 * The watchdog put something right, or keeps the schedule silent. Published within the transaction of the repair, so that it can be audited.
 *
 * @param subject what, e.g. the name of a trigger
 * @param finding what was found, in Chinese
 */
public record ScheduleRepaired(String subject, String finding) {}
