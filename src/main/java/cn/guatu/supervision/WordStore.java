package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.SUPERVISION_WORD;

import cn.guatu.platform.persistence.Recording;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 催办 and 批示 as rows; they are only added. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class WordStore {

    private final DSLContext sql;

    WordStore(DSLContext sql) {
        this.sql = sql;
    }

    long insert(int year, SupervisionWord word, Recording how) {
        SupervisionWord.About about = word.about();
        var row = sql.newRecord(SUPERVISION_WORD);
        row.setPlanYear((short) year);
        row.setKind(word.kind().name());
        row.setTargetId(about.target() == null ? null : about.target().value());
        row.setPhaseId(about.phase() == null ? null : about.phase().value());
        row.setNodeId(about.node() == null ? null : about.node().value());
        row.setOrderId(about.order() == null ? null : about.order().value());
        row.setSubject(word.subject());
        row.setText(word.text());
        row.setTold(word.told());
        row.setActor(how.actor());
        row.setActorName(word.by());
        row.setRecordedAt(how.at());
        row.store();
        return row.getId();
    }
}
