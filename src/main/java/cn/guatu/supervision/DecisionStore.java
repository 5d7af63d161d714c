package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.DECISION;
import static cn.guatu.jooq.Tables.DECISION_HISTORY;

import cn.guatu.jooq.tables.records.DecisionRecord;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Rows;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DecisionStore {

    private static final Rows<DecisionRecord> DECISIONS = new Rows<>(
            "议定事项",
            DECISION,
            DECISION_HISTORY,
            DECISION.ID,
            DECISION.VERSION,
            List.of(DECISION.MATTER_KEY, DECISION.MEETING_DATE, DECISION.PLAN_YEAR));

    private final DSLContext sql;

    DecisionStore(DSLContext sql) {
        this.sql = sql;
    }

    public Rows.Saved save(List<DecisionData> decisions, @Nullable Integer version, Recording how) {
        return DECISIONS.save(
                sql,
                decisions.stream().map(decision -> toRow(decision, version)).toList(),
                how.at());
    }

    private static DecisionRecord toRow(DecisionData decision, @Nullable Integer version) {
        DecisionRecord row = new DecisionRecord();
        row.setId(decision.id() == null ? null : decision.id().value());
        row.setPlanYear((short) decision.year());
        row.setMeetingDate(decision.meetingDate());
        row.setMatter(decision.matter());
        row.setMatterKey(TextKey.of(decision.matter()));
        row.setLeadUnitId(decision.lead().value());
        row.setAssisting(decision.assisting());
        row.setDue(decision.due());
        row.setStatus(decision.status().name());
        row.setProgress(decision.progress());
        row.setSortOrder(decision.sortOrder());
        row.setVersion(version);
        return row;
    }
}
