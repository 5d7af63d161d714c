package cn.guatu.platform.schedule;

/**
 * What a run by hand came to.
 *
 * @param job the name of the work
 * @param period the period that was worked
 * @param created effects that it made
 * @param skipped effects that it found made
 */
public record JobReport(String job, String period, int created, int skipped) {}
