package cn.guatu.platform.failure;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/**
 * What a failure comes to for whoever was waiting.
 *
 * @param status the status of HTTP that fits
 * @param sentence what happened and what to do
 * @param reference the number that the log can be searched for
 */
public record FailureReport(int status, String sentence, String reference) {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    /**
     * Finds out what a failure means, and logs the ones that nobody expected.
     *
     * @param failure what was thrown
     */
    public static FailureReport of(Throwable failure) {
        String reference = ReferenceNumbers.next();
        Optional<Refusal> refusal = Failures.refusalIn(failure);
        if (refusal.isPresent()) {
            int status = Problem.statusOf(refusal.get().kind());
            return new FailureReport(status, refusal.get().sentence(), reference);
        }
        if (Failures.find(AccessDeniedException.class, failure).isPresent()) {
            return new FailureReport(403, Sentences.forStatus(403), reference);
        }
        LOG.error("{}", reference, failure);
        return Failures.isDatabaseDown(failure)
                ? new FailureReport(503, Sentences.DATABASE_DOWN + "编号 " + reference, reference)
                : new FailureReport(500, Sentences.UNEXPECTED + "编号 " + reference, reference);
    }
}
