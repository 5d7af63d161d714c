package cn.guatu.org;

import static cn.guatu.jooq.Tables.PERSON;
import static cn.guatu.jooq.Tables.PERSON_HISTORY;
import static cn.guatu.jooq.Tables.UNIT;
import static cn.guatu.jooq.Tables.UNIT_HISTORY;

import cn.guatu.jooq.tables.records.PersonRecord;
import cn.guatu.jooq.tables.records.UnitRecord;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.platform.persistence.Violations;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes units and people. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OrgStore {

    private static final Rows<UnitRecord> UNITS =
            new Rows<>("单位", UNIT, UNIT_HISTORY, UNIT.ID, UNIT.VERSION, List.of(UNIT.NAME_KEY));
    private static final Rows<PersonRecord> PEOPLE =
            new Rows<>("人员", PERSON, PERSON_HISTORY, PERSON.ID, PERSON.VERSION, List.of(PERSON.IDENTITY_KEY));

    record Saved<T>(List<T> ids, int changed) {}

    private final DSLContext sql;

    OrgStore(DSLContext sql) {
        this.sql = sql;
    }

    public Saved<UnitId> saveUnits(List<UnitData> units, @Nullable Integer version, Recording how) {
        Rows.Saved saved =
                UNITS.save(sql, units.stream().map(unit -> toRow(unit, version)).toList(), how.at());
        return new Saved<>(
                saved.ids().stream().map(UnitId::new).toList(), saved.changed().size());
    }

    public Saved<PersonId> savePeople(List<PersonData> people, @Nullable Integer version, Recording how) {
        Rows.Saved saved = PEOPLE.save(
                sql, people.stream().map(person -> toRow(person, version)).toList(), how.at());
        return new Saved<>(
                saved.ids().stream().map(PersonId::new).toList(),
                saved.changed().size());
    }

    public void removeUnit(UnitId id, int version, Recording how) {
        int gone = Violations.explained(
                "单位",
                () -> sql.deleteFrom(UNIT)
                        .where(UNIT.ID.eq(id.value()))
                        .and(UNIT.VERSION.eq(version))
                        .execute());
        if (gone == 0) {
            throw Refusal.conflict("这个单位刚刚被他人修改，没有删除；请刷新后重试。");
        }
        Temporal.keep(sql, UNIT, UNIT_HISTORY, UNIT.ID.eq(id.value()), how.at());
    }

    private static UnitRecord toRow(UnitData unit, @Nullable Integer version) {
        UnitRecord row = new UnitRecord();
        row.setId(unit.id() == null ? null : unit.id().value());
        row.setName(unit.name());
        row.setNameKey(NameKey.of(unit.name()));
        row.setKind(unit.kind().name());
        row.setParentId(unit.parent() == null ? null : unit.parent().value());
        row.setSortOrder(unit.sortOrder());
        row.setVersion(version);
        return row;
    }

    private static PersonRecord toRow(PersonData person, @Nullable Integer version) {
        String key = NameKey.of(person.name());
        PersonRecord row = new PersonRecord();
        row.setId(person.id() == null ? null : person.id().value());
        row.setName(person.name());
        row.setNameKey(key);
        row.setAccount(person.account());
        row.setIdentityKey(
                person.account() != null
                        ? "a:" + person.account()
                        : "n:" + key + "@" + person.unit().value());
        row.setUnitId(person.unit().value());
        row.setPosition(person.position() == null ? null : person.position().name());
        row.setPhone(person.phone());
        row.setEmail(person.email());
        row.setActive(person.active());
        row.setVersion(version);
        return row;
    }
}
