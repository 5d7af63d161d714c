package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.SUPERVISION_RULES;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads the ladder's rules. */
@Repository
class SettingsQueries {

    private final DSLContext sql;

    SettingsQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** A version as it is kept. */
    record Kept(int version, String document) {}

    /** The latest version; empty while nobody has changed the rules. */
    Optional<Kept> latest() {
        return sql.selectFrom(SUPERVISION_RULES)
                .orderBy(SUPERVISION_RULES.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> new Kept(row.getVersion(), row.getDocument()));
    }
}
