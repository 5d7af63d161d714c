package cn.guatu.planning;

import cn.guatu.target.TargetId;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target value that somebody proposes (semantics §5). It is in force only once a leader has approved it.
 *
 * @param id its identity
 * @param target whose value it is
 * @param status what it becomes: 预计, 正式 or 调整
 * @param value in the unit of the target
 * @param docNo 文号; null when not given
 * @param effectiveFrom 生效日期
 * @param reason why; null when not given
 * @param fileName name of the attached paper; null without one
 * @param state how far it is
 * @param proposedBy the account that proposed it
 * @param proposedAt when
 * @param decidedBy who approved, rejected or withdrew it; null while it is open
 * @param decidedAt when; null while it is open
 * @param remark what the leader said; null when nothing
 * @param version counts its changes from 1
 */
public record TargetProposal(
        long id,
        TargetId target,
        VersionStatus status,
        BigDecimal value,
        @Nullable String docNo,
        LocalDate effectiveFrom,
        @Nullable String reason,
        @Nullable String fileName,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark,
        int version) {

    /** What was proposed. */
    public ProposalData data() {
        return new ProposalData(target, status, value, docNo, effectiveFrom, reason);
    }

    /** How far a proposal is. */
    public enum State {
        /** 待批准 */
        PROPOSED("待批准"),
        /** 已批准 */
        APPROVED("已批准"),
        /** 未批准 */
        REJECTED("未批准"),
        /** 已撤回 */
        WITHDRAWN("已撤回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The Chinese word for screens. */
        public String label() {
            return label;
        }
    }
}
