package cn.guatu.progress;

import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report of an item in a week (周报). What is claimed and what was recognised are both kept (semantics §2).
 *
 * @param year the plan year of the phase
 * @param state never {@link ReportState#NOT_REPORTED}; DRAFT when its author took it back
 * @param version counts its steps from 1; an edit names the version it was made on
 * @param target of the quantities; null when none is claimed
 * @param submittedBy account name
 * @param reviewedBy who approved or returned it last; null while nobody has
 * @param returnReason why it was returned last; null unless it is returned
 * @param returns how often it was returned
 * @param recognised the confirmed cumulative value of phase and target after the approval; null before it, and when nothing is counted
 * @param recognition the row of the ledger that the approval posted; null when there was nothing to post
 */
public record WeeklyReport(
        ReportId id,
        int year,
        ReportKey item,
        ReportState state,
        int version,
        @Nullable TargetId target,
        Claim claim,
        String submittedBy,
        Instant submittedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String returnReason,
        int returns,
        @Nullable BigDecimal recognised,
        @Nullable RecognitionId recognition) {}
