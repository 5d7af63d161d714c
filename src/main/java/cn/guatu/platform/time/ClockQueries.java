package cn.guatu.platform.time;

import static cn.guatu.jooq.Tables.JOB_RUN;

import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Asks the database for the time. */
@Repository
class ClockQueries {

    // The type of a generated column brings the converter to UTC.
    private static final Field<Instant> NOW = DSL.field("utc_timestamp(6)", JOB_RUN.LEASE_UNTIL.getDataType());

    private final DSLContext sql;

    ClockQueries(DSLContext sql) {
        this.sql = sql;
    }

    Instant now() {
        return Objects.requireNonNull(sql.select(NOW).fetchSingle().value1());
    }
}
