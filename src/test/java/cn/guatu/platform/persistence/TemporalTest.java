package cn.guatu.platform.persistence;

import static cn.guatu.jooq.Tables.UNIT;
import static cn.guatu.jooq.Tables.UNIT_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.GuatuTest;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a table remembers of its writes, shown on the units. */
@GuatuTest
class TemporalTest {

    private static final Instant MONDAY = Instant.parse("2026-10-26T01:00:00.000001Z");
    private static final Instant TUESDAY = Instant.parse("2026-10-27T01:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-10-28T01:00:00Z");

    @Autowired
    private DSLContext sql;

    @Autowired
    private DatabaseCleaner database;

    @BeforeEach
    void empty() {
        database.clear();
    }

    @Test
    void aTableIsReadAsItWasKnownAtAnInstant() {
        insert(1, "更新科", MONDAY);
        rename(1, "城市更新科", TUESDAY);

        assertThat(namesKnownAt(MONDAY.minusNanos(1000))).isEmpty();
        assertThat(namesKnownAt(MONDAY)).containsExactly("更新科");
        assertThat(namesKnownAt(TUESDAY.minusNanos(1000))).containsExactly("更新科");
        assertThat(namesKnownAt(TUESDAY)).containsExactly("城市更新科");
        assertThat(namesKnownAt(null)).containsExactly("城市更新科");
    }

    @Test
    void aDeletedRowWasKnownUntilThen() {
        insert(1, "更新科", MONDAY);
        sql.deleteFrom(UNIT).where(UNIT.ID.eq(1L)).execute();
        keep(1, WEDNESDAY);

        assertThat(namesKnownAt(TUESDAY)).containsExactly("更新科");
        assertThat(namesKnownAt(WEDNESDAY)).isEmpty();
    }

    @Test
    void ofWritesAtOneInstantOnlyTheLastIsKnown() {
        insert(1, "更新科", MONDAY);
        rename(1, "城市更新科", MONDAY);
        assertThat(namesKnownAt(MONDAY)).containsExactly("城市更新科");
        assertThat(sql.fetchCount(UNIT_HISTORY)).isEqualTo(1);

        sql.deleteFrom(UNIT).execute();
        keep(1, MONDAY);
        assertThat(namesKnownAt(MONDAY)).isEmpty();

        insert(1, "土地科", MONDAY);
        assertThat(namesKnownAt(MONDAY)).containsExactly("土地科");
    }

    @Test
    void onlyTheNamedRowsAreTouched() {
        insert(1, "更新科", MONDAY);
        insert(2, "土地科", MONDAY);
        sql.update(UNIT).set(UNIT.NAME, UNIT.NAME.concat("(新)")).execute();
        Temporal.keep(sql, UNIT, UNIT_HISTORY, List.of(UNIT.ID.eq(2L), UNIT.ID.eq(3L)), TUESDAY);

        assertThat(namesKnownAt(TUESDAY)).containsExactly("更新科", "土地科(新)");
    }

    private void insert(long id, String name, Instant at) {
        sql.insertInto(UNIT, UNIT.ID, UNIT.NAME, UNIT.NAME_KEY, UNIT.KIND)
                .values(id, name, name, "DEPARTMENT")
                .execute();
        keep(id, at);
    }

    private void rename(long id, String name, Instant at) {
        sql.update(UNIT).set(UNIT.NAME, name).where(UNIT.ID.eq(id)).execute();
        keep(id, at);
    }

    private void keep(long id, Instant at) {
        Temporal.keep(sql, UNIT, UNIT_HISTORY, UNIT.ID.eq(id), at);
    }

    private List<String> namesKnownAt(@Nullable Instant instant) {
        return sql.select(UNIT.NAME)
                .from(Temporal.asKnown(UNIT, UNIT_HISTORY, instant))
                .orderBy(UNIT.ID)
                .fetch(UNIT.NAME);
    }
}
