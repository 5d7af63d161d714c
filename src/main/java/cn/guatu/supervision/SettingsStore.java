package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.SUPERVISION_RULES;

import cn.guatu.platform.persistence.Recording;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ladder's rules as rows, a version each. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SettingsStore {

    private final DSLContext sql;

    SettingsStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds a version; false when it is there already. */
    boolean insert(int version, String document, Recording how) {
        return sql.insertInto(SUPERVISION_RULES)
                        .set(SUPERVISION_RULES.VERSION, version)
                        .set(SUPERVISION_RULES.DOCUMENT, document)
                        .set(SUPERVISION_RULES.CHANGED_BY, how.actor())
                        .set(SUPERVISION_RULES.CHANGED_AT, how.at())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }
}
