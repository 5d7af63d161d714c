package cn.guatu.platform.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Work that is done once in a period, such as a week. A bean of this type is all it takes: Quartz rings at its {@link #cron()}, and the
 * doorbell, the start of a server and the end of an outage all ask the same question: which periods are due and not done?
 */
public interface PeriodicWork {

    /** Its name for programs, at most 48 signs: the path of {@code POST /jobs/{name}/run} and the key in {@code job_run}. */
    String name();

    /** Its name on screens, in Chinese. */
    String title();

    /** When to ask what is due: a Quartz cron expression in the time of the business. */
    String cron();

    /** The periods that should have been worked by then, the oldest first and not without bound; those done are sorted out by the caller. */
    List<String> due(Instant now);

    /**
     * Whether a period needs no more work. One run is enough unless the work says otherwise, e.g. because it has several steps in a week.
     *
     * @param period one that is due
     * @param workedAsOf the instant that it was last worked for
     * @param now the present
     */
    default boolean settled(String period, Instant workedAsOf, Instant now) {
        return true;
    }

    /** The period that a business date lies in: at most 24 signs, and sorted as text it is sorted in time. */
    String periodOf(LocalDate businessDate);

    /**
     * Does what the period asks for by an instant. It opens its own transactions, each effect has a unique key of its own, and it may die
     * anywhere: running it again does the rest and finds the others done.
     *
     * @param period which
     * @param at the instant to act for: the present, or the end of the business date when somebody asks for another day by hand
     * @return what was done and what was found done
     */
    JobResult run(String period, Instant at);
}
