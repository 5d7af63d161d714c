package cn.guatu.planning;

import static cn.guatu.jooq.Tables.TARGET_PROPOSAL;
import static cn.guatu.jooq.Tables.TARGET_PROPOSAL_FILE;

import cn.guatu.target.TargetId;
import cn.guatu.target.VersionStatus;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads proposals of target values. */
@Repository
class ProposalQueries {

    private final DSLContext sql;

    ProposalQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<TargetProposal> of(TargetId target) {
        return read(TARGET_PROPOSAL.TARGET_ID.eq(target.value()));
    }

    Optional<TargetProposal> find(long id) {
        return read(TARGET_PROPOSAL.ID.eq(id)).stream().findFirst();
    }

    Optional<Attachment> file(long proposal) {
        return sql.selectFrom(TARGET_PROPOSAL_FILE)
                .where(TARGET_PROPOSAL_FILE.PROPOSAL_ID.eq(proposal))
                .fetchOptional(row -> new Attachment(row.getName(), row.getMediaType(), row.getContent()));
    }

    private List<TargetProposal> read(Condition which) {
        return sql.select(TARGET_PROPOSAL.fields())
                .select(TARGET_PROPOSAL_FILE.NAME)
                .from(TARGET_PROPOSAL)
                .leftJoin(TARGET_PROPOSAL_FILE)
                .on(TARGET_PROPOSAL_FILE.PROPOSAL_ID.eq(TARGET_PROPOSAL.ID))
                .where(which)
                .orderBy(TARGET_PROPOSAL.ID.desc())
                .fetch(row -> new TargetProposal(
                        row.get(TARGET_PROPOSAL.ID),
                        new TargetId(row.get(TARGET_PROPOSAL.TARGET_ID)),
                        VersionStatus.valueOf(row.get(TARGET_PROPOSAL.STATUS)),
                        row.get(TARGET_PROPOSAL.VALUE),
                        row.get(TARGET_PROPOSAL.DOC_NO),
                        row.get(TARGET_PROPOSAL.EFFECTIVE_FROM),
                        row.get(TARGET_PROPOSAL.REASON),
                        row.get(TARGET_PROPOSAL_FILE.NAME),
                        TargetProposal.State.valueOf(row.get(TARGET_PROPOSAL.STATE)),
                        row.get(TARGET_PROPOSAL.PROPOSED_BY),
                        row.get(TARGET_PROPOSAL.PROPOSED_AT),
                        row.get(TARGET_PROPOSAL.DECIDED_BY),
                        row.get(TARGET_PROPOSAL.DECIDED_AT),
                        row.get(TARGET_PROPOSAL.REMARK),
                        row.get(TARGET_PROPOSAL.VERSION)));
    }
}
