package cn.guatu.platform.time;

import static cn.guatu.jooq.Tables.DEMO_CLOCK;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far the clock of the demonstration was moved. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DemoTimeStore {

    private final DSLContext sql;

    DemoTimeStore(DSLContext sql) {
        this.sql = sql;
    }

    Duration ahead() {
        return sql.select(DEMO_CLOCK.AHEAD_SECONDS)
                .from(DEMO_CLOCK)
                .fetchOptional(row -> Duration.ofSeconds(row.value1()))
                .orElse(Duration.ZERO);
    }

    /** Keeps how far the clock is ahead; a clock that is further ahead already stays so. */
    void save(Duration ahead, String by, Instant at) {
        int kept = sql.update(DEMO_CLOCK)
                .set(DEMO_CLOCK.AHEAD_SECONDS, DSL.greatest(DEMO_CLOCK.AHEAD_SECONDS, DSL.val(ahead.toSeconds())))
                .set(DEMO_CLOCK.MOVED_AT, at)
                .set(DEMO_CLOCK.MOVED_BY, by)
                .where(DEMO_CLOCK.ID.eq((byte) 1))
                .execute();
        if (kept == 0) {
            sql.insertInto(DEMO_CLOCK)
                    .set(DEMO_CLOCK.ID, (byte) 1)
                    .set(DEMO_CLOCK.AHEAD_SECONDS, ahead.toSeconds())
                    .set(DEMO_CLOCK.MOVED_AT, at)
                    .set(DEMO_CLOCK.MOVED_BY, by)
                    .execute();
        }
    }
}
