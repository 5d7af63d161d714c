package cn.guatu.planning;

import static cn.guatu.jooq.Tables.TARGET_PROPOSAL;
import static cn.guatu.jooq.Tables.TARGET_PROPOSAL_FILE;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes proposals of target values. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ProposalStore {

    private final DSLContext sql;

    ProposalStore(DSLContext sql) {
        this.sql = sql;
    }

    public long add(ProposalData data, @Nullable Attachment file, Recording how) {
        sql.insertInto(TARGET_PROPOSAL)
                .set(TARGET_PROPOSAL.TARGET_ID, data.target().value())
                .set(TARGET_PROPOSAL.STATUS, data.status().name())
                .set(TARGET_PROPOSAL.VALUE, data.value())
                .set(TARGET_PROPOSAL.DOC_NO, data.docNo())
                .set(TARGET_PROPOSAL.EFFECTIVE_FROM, data.effectiveFrom())
                .set(TARGET_PROPOSAL.REASON, data.reason())
                .set(TARGET_PROPOSAL.STATE, TargetProposal.State.PROPOSED.name())
                .set(TARGET_PROPOSAL.PROPOSED_BY, how.actor())
                .set(TARGET_PROPOSAL.PROPOSED_AT, how.at())
                .execute();
        long id = sql.lastID().longValueExact();
        if (file != null) {
            sql.insertInto(TARGET_PROPOSAL_FILE)
                    .set(TARGET_PROPOSAL_FILE.PROPOSAL_ID, id)
                    .set(TARGET_PROPOSAL_FILE.NAME, file.name())
                    .set(TARGET_PROPOSAL_FILE.MEDIA_TYPE, file.mediaType())
                    .set(TARGET_PROPOSAL_FILE.CONTENT, file.content())
                    .execute();
        }
        return id;
    }

    /** @throws Refusal CONFLICT when somebody has decided it meanwhile */
    public void decide(TargetProposal seen, TargetProposal.State state, @Nullable String remark, Recording how) {
        int decided = sql.update(TARGET_PROPOSAL)
                .set(TARGET_PROPOSAL.STATE, state.name())
                .set(TARGET_PROPOSAL.DECIDED_BY, how.actor())
                .set(TARGET_PROPOSAL.DECIDED_AT, how.at())
                .set(TARGET_PROPOSAL.REMARK, remark)
                .set(TARGET_PROPOSAL.VERSION, TARGET_PROPOSAL.VERSION.plus(1))
                .where(TARGET_PROPOSAL.ID.eq(seen.id()))
                .and(TARGET_PROPOSAL.VERSION.eq(seen.version()))
                .and(TARGET_PROPOSAL.STATE.eq(TargetProposal.State.PROPOSED.name()))
                .execute();
        if (decided == 0) {
            throw Refusal.conflict("这项目标调整刚刚已被处理，请刷新后查看。");
        }
    }
}
