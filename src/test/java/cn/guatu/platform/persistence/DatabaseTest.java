package cn.guatu.platform.persistence;

import static cn.guatu.jooq.Tables.CHANGE_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.GuatuTest;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes into the database comes back the same, wherever the server stands. */
@GuatuTest
class DatabaseTest {

    private static final Instant INSTANT = Instant.parse("2026-10-31T16:30:00.123456Z");

    private final TimeZone zone = TimeZone.getDefault();

    @Autowired
    private DatabaseAddress address;

    @Autowired
    private DatabaseCleaner database;

    @AfterEach
    void restore() {
        TimeZone.setDefault(zone);
        database.clear();
    }

    @Test
    void anInstantIsKeptInUtcWhateverTheTimeZoneOfTheServer() {
        inZone(
                "Asia/Shanghai",
                sql -> sql.insertInto(CHANGE_LOG)
                        .set(CHANGE_LOG.KIND, "TEST")
                        .set(CHANGE_LOG.SUBJECT, "𠮷祥街道")
                        .set(CHANGE_LOG.ACTOR, "test")
                        .set(CHANGE_LOG.RECORDED_AT, INSTANT)
                        .execute());
        inZone("America/New_York", sql -> {
            assertThat(sql.fetchValue(CHANGE_LOG.RECORDED_AT)).isEqualTo(INSTANT);
            assertThat(sql.fetchValue("select date_format(recorded_at, '%H:%i') from change_log"))
                    .isEqualTo("16:30");
            assertThat(sql.fetchValue(CHANGE_LOG.SUBJECT)).isEqualTo("𠮷祥街道");
        });
    }

    private void inZone(String name, Consumer<DSLContext> work) {
        TimeZone.setDefault(TimeZone.getTimeZone(name));
        try (HikariDataSource pool = new HikariDataSource(DatabaseConfiguration.poolFor(address))) {
            work.accept(DSL.using(pool, SQLDialect.MYSQL));
        }
    }
}
