package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A 督办单 (semantics §12).
 *
 * @param id its identity
 * @param year of its number
 * @param number within the year, without a gap
 * @param planYear the plan year of the item
 * @param phase the phase of the item; null for a decision
 * @param node its node; null when it is the phase as a whole
 * @param decision the 议定事项 that was turned into supervision; null for a phase or node
 * @param subject the item in words
 * @param period the week in which it was issued, as {@code 2026-W24}
 * @param reason why it was issued
 * @param demand what is demanded
 * @param department who has to answer
 * @param leader 责任领导; null when none is named
 * @param state how far it has come
 * @param issuedBy who issued it
 * @param issuedAt when
 * @param firstDeadline the day to answer by, as issued
 * @param deadline the day to answer by, with what was granted since
 * @param signedBy who signed for it; null before
 * @param signedAt when; null before
 * @param plan 整改方案; null before
 * @param plannedAt when the plan came; null before
 * @param reply 答复; null before
 * @param answeredAt when the last answer came; null before
 * @param firstAnsweredOn the day of the first answer; null before: a later make-up does not change it
 * @param firstReturnedOn the day on which an answer was first returned; null when none was
 * @param verdict what the verification said; null before
 * @param verifiedBy who verified; null before
 * @param verifiedAt when; null before
 * @param closedAt when it was closed or withdrawn; null while it is open
 * @param version counts its changes from 1
 */
public record SupervisionOrder(
        OrderId id,
        int year,
        int number,
        int planYear,
        @Nullable PhaseId phase,
        @Nullable NodeId node,
        @Nullable DecisionId decision,
        String subject,
        String period,
        String reason,
        String demand,
        UnitId department,
        @Nullable String leader,
        OrderState state,
        String issuedBy,
        Instant issuedAt,
        LocalDate firstDeadline,
        LocalDate deadline,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable String plan,
        @Nullable Instant plannedAt,
        @Nullable String reply,
        @Nullable Instant answeredAt,
        @Nullable LocalDate firstAnsweredOn,
        @Nullable LocalDate firstReturnedOn,
        @Nullable String verdict,
        @Nullable String verifiedBy,
        @Nullable Instant verifiedAt,
        @Nullable Instant closedAt,
        int version) {

    /** Its number as it is written: 督〔2026〕12号. */
    public String title() {
        return "督〔" + year + "〕" + number + "号";
    }

    /** Whether its first answer did not come by the deadline; what comes later does not change that. */
    public boolean isOverdue(LocalDate today) {
        if (state == OrderState.WITHDRAWN) {
            return false;
        }
        return firstAnsweredOn == null
                ? state.awaitsDepartment() && today.isAfter(deadline)
                : firstAnsweredOn.isAfter(deadline);
    }
}
