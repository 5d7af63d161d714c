package cn.guatu.org;

import static cn.guatu.jooq.Tables.PERSON;
import static cn.guatu.jooq.Tables.PERSON_HISTORY;
import static cn.guatu.jooq.Tables.UNIT;
import static cn.guatu.jooq.Tables.UNIT_HISTORY;

import cn.guatu.jooq.tables.records.PersonRecord;
import cn.guatu.jooq.tables.records.UnitRecord;
import cn.guatu.platform.persistence.Temporal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads units and people. */
@Repository
class OrgQueries {

    private final DSLContext sql;

    OrgQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<Unit> units() {
        return sql.selectFrom(UNIT)
                .orderBy(UNIT.SORT_ORDER.isNull(), UNIT.SORT_ORDER, UNIT.ID)
                .fetch(OrgQueries::toUnit);
    }

    /** As known at an instant. */
    public List<Unit> units(Instant knownAt) {
        return sql.select()
                .from(Temporal.asKnown(UNIT, UNIT_HISTORY, knownAt))
                .orderBy(UNIT.SORT_ORDER.isNull(), UNIT.SORT_ORDER, UNIT.ID)
                .fetchInto(UNIT)
                .map(OrgQueries::toUnit);
    }

    public Optional<Unit> unit(UnitId id) {
        return sql.selectFrom(UNIT).where(UNIT.ID.eq(id.value())).fetchOptional(OrgQueries::toUnit);
    }

    public Optional<Unit> unit(String key) {
        return sql.selectFrom(UNIT).where(UNIT.NAME_KEY.eq(key)).fetchOptional(OrgQueries::toUnit);
    }

    public List<Person> people() {
        return sql.selectFrom(PERSON)
                .orderBy(PERSON.UNIT_ID, PERSON.NAME_KEY, PERSON.ID)
                .fetch(OrgQueries::toPerson);
    }

    /** As known at an instant. */
    public List<Person> people(Instant knownAt) {
        return sql.select()
                .from(Temporal.asKnown(PERSON, PERSON_HISTORY, knownAt))
                .orderBy(PERSON.UNIT_ID, PERSON.NAME_KEY, PERSON.ID)
                .fetchInto(PERSON)
                .map(OrgQueries::toPerson);
    }

    public Optional<Person> person(PersonId id) {
        return sql.selectFrom(PERSON).where(PERSON.ID.eq(id.value())).fetchOptional(OrgQueries::toPerson);
    }

    public Optional<Person> personByAccount(String account) {
        return sql.selectFrom(PERSON).where(PERSON.ACCOUNT.eq(account)).fetchOptional(OrgQueries::toPerson);
    }

    private static Unit toUnit(UnitRecord row) {
        return new Unit(
                new UnitId(row.getId()),
                row.getName(),
                row.getNameKey(),
                UnitKind.valueOf(row.getKind()),
                row.getParentId() == null ? null : new UnitId(row.getParentId()),
                row.getSortOrder(),
                row.getVersion());
    }

    private static Person toPerson(PersonRecord row) {
        return new Person(
                new PersonId(row.getId()),
                row.getName(),
                row.getNameKey(),
                row.getAccount(),
                new UnitId(row.getUnitId()),
                row.getPosition() == null ? null : Position.valueOf(row.getPosition()),
                row.getPhone(),
                row.getEmail(),
                row.getActive(),
                row.getVersion());
    }
}
