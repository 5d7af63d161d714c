package cn.guatu.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time, asked before the deadline: a new deadline, or a stop of the clock for an external cause.
 *
 * @param id its identity
 * @param order the 督办单
 * @param reason why
 * @param newDeadline the deadline that is asked for; null for a stop
 * @param stopFrom the first day on which the clock stands; null for an extension
 * @param stopTo the last one; null for an extension
 * @param askedBy who asked
 * @param askedAt when
 * @param granted the decision; null while there is none
 * @param decidedBy who decided; null while nobody has
 * @param remark what was said with the decision; null when nothing
 */
public record OrderRequest(
        long id,
        OrderId order,
        String reason,
        @Nullable LocalDate newDeadline,
        @Nullable LocalDate stopFrom,
        @Nullable LocalDate stopTo,
        String askedBy,
        Instant askedAt,
        @Nullable Boolean granted,
        @Nullable String decidedBy,
        @Nullable String remark) {

    /** What is asked for, in words. */
    public String words() {
        return newDeadline != null ? "延期至 " + newDeadline : "停表 " + stopFrom + " 至 " + stopTo;
    }
}
