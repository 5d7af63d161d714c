package cn.guatu.org;

import static cn.guatu.jooq.Tables.CHANGE_LOG;
import static cn.guatu.jooq.Tables.UNIT_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Units, people, plan years and the change log on a real server. */
@GuatuTest
class OrgServiceTest {

    @Autowired
    private OrgService org;

    @Autowired
    private PlanYearService years;

    @Autowired
    private ChangeLog changes;

    @Autowired
    private DSLContext sql;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner database;

    @BeforeEach
    void empty() {
        database.clear();
        clock.reset();
    }

    @Test
    void unitsAreFoundByTheirFoldedNameAndSortedWithThoseWithoutANumberLast() {
        org.saveUnits(
                List.of(
                        unit("南湾街道", UnitKind.STREET, null),
                        unit("平湖街道", UnitKind.STREET, 2),
                        unit("更新科", UnitKind.DEPARTMENT, 1)),
                how());

        assertThat(org.units()).extracting(Unit::name).containsExactly("更新科", "平湖街道", "南湾街道");
        assertThat(org.unit(" 平湖　街道 ")).map(Unit::name).contains("平湖街道");
    }

    @Test
    void savingTheSameUnitsAgainChangesNothing() {
        UnitId id =
                org.saveUnits(List.of(unit("平湖街道", UnitKind.STREET, 1)), how()).getFirst();
        clock.advance(Duration.ofMinutes(1));

        assertThat(org.saveUnits(List.of(new UnitData(id, "平湖街道", UnitKind.STREET, null, 1)), how()))
                .containsExactly(id);

        assertThat(org.unit(id)).map(Unit::version).contains(1);
        assertThat(sql.fetchCount(UNIT_HISTORY)).isOne();
        assertThat(sql.fetchCount(CHANGE_LOG)).isOne();
    }

    @Test
    void aChangedUnitCountsUpAndItsHistoryKnowsWhatItWas() {
        UnitId id =
                org.saveUnits(List.of(unit("平湖街道", UnitKind.STREET, 1)), how()).getFirst();
        clock.advance(Duration.ofMinutes(1));

        org.editUnit(new UnitData(id, "平湖街道办", UnitKind.STREET, null, 1), 1, how());

        assertThat(org.unit(id)).map(Unit::version).contains(2);
        assertThat(sql.select(UNIT_HISTORY.NAME)
                        .from(UNIT_HISTORY)
                        .where(UNIT_HISTORY.KNOWN_TO.eq(clock.now()))
                        .fetch(UNIT_HISTORY.NAME))
                .containsExactly("平湖街道");
    }

    @Test
    void whoEditsAnOldVersionIsRefused() {
        UnitId id =
                org.saveUnits(List.of(unit("平湖街道", UnitKind.STREET, 1)), how()).getFirst();
        org.editUnit(new UnitData(id, "平湖街道", UnitKind.STREET, null, 2), 1, how());

        assertThatThrownBy(() -> org.editUnit(new UnitData(id, "平湖街道", UnitKind.STREET, null, 3), 1, how()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessageContaining("被他人修改");
    }

    @Test
    void aNameThatAnotherUnitHasIsRefusedInChinese() {
        org.saveUnits(List.of(unit("平湖街道", UnitKind.STREET, 1)), how());

        assertThatThrownBy(() -> org.saveUnits(List.of(unit("平湖 街道", UnitKind.STREET, 2)), how()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessageContaining("单位重复");
    }

    @Test
    void aUnitCannotBeAboveItself() {
        UnitId parent =
                org.saveUnits(List.of(unit("龙岗区", UnitKind.DISTRICT, 1)), how()).getFirst();
        UnitId child = org.saveUnits(List.of(new UnitData(null, "平湖街道", UnitKind.STREET, parent, 2)), how())
                .getFirst();

        assertThatThrownBy(() -> org.editUnit(new UnitData(parent, "龙岗区", UnitKind.DISTRICT, child, 1), 1, how()))
                .hasMessageContaining("循环");
        assertThat(org.unit(parent)).map(Unit::version).contains(1);
    }

    @Test
    void aUnitThatSomebodyBelongsToIsNotRemovedAndOneWithoutTiesIs() {
        List<UnitId> ids =
                org.saveUnits(List.of(unit("更新科", UnitKind.DEPARTMENT, 1), unit("整备科", UnitKind.DEPARTMENT, 2)), how());
        org.savePeople(List.of(person("张三", "zhangsan", ids.getFirst())), how());
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> org.removeUnit(ids.getFirst(), 1, how())).hasMessageContaining("仍被其他记录引用");
        org.removeUnit(ids.getLast(), 1, how());

        assertThat(org.units()).extracting(Unit::id).containsExactly(ids.getFirst());
    }

    @Test
    void peopleWithoutAnAccountAreToldApartByTheirUnit() {
        List<UnitId> ids =
                org.saveUnits(List.of(unit("更新科", UnitKind.DEPARTMENT, 1), unit("整备科", UnitKind.DEPARTMENT, 2)), how());

        org.savePeople(List.of(person("张三", null, ids.getFirst()), person("张三", null, ids.getLast())), how());

        assertThat(org.people()).hasSize(2);
        assertThatThrownBy(() -> org.savePeople(List.of(person("张 三", null, ids.getFirst())), how()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoHasLeftKeepsHisRecord() {
        UnitId unit = org.saveUnits(List.of(unit("更新科", UnitKind.DEPARTMENT, 1)), how())
                .getFirst();
        PersonId id =
                org.savePeople(List.of(person("张三", "zhangsan", unit)), how()).getFirst();

        org.deactivatePerson(id, 1, how());

        assertThat(org.personByAccount("zhangsan")).map(Person::active).contains(false);
    }

    @Test
    void aYearGoesFromDraftToActiveToArchiveOneStepAtATime() {
        years.create(2026, PlanYearState.DRAFT, how());

        assertThatThrownBy(() -> years.setState(2026, PlanYearState.ARCHIVED, how()))
                .hasMessageContaining("不能直接");
        years.setState(2026, PlanYearState.ACTIVE, how());
        years.setState(2026, PlanYearState.ARCHIVED, how());

        assertThat(years.years()).containsExactly(new PlanYear(2026, PlanYearState.ARCHIVED));
        assertThatThrownBy(() -> years.create(2026, PlanYearState.DRAFT, how())).hasMessageContaining("已经存在");
        assertThatThrownBy(() -> years.require(2031)).hasMessageContaining("2031");
    }

    @Test
    void theLogSaysWhetherAnythingWasBuiltOnAnImport() {
        years.create(2025, PlanYearState.DRAFT, how());
        years.create(2026, PlanYearState.DRAFT, new Recording(clock.now(), "importer", 2026, 7L));
        assertThat(changes.builtUpon(7, 2026)).isFalse();

        years.setState(2025, PlanYearState.ACTIVE, how());
        assertThat(changes.builtUpon(7, 2026)).isFalse();

        org.saveUnits(List.of(unit("更新科", UnitKind.DEPARTMENT, 1)), how());
        assertThat(changes.builtUpon(7, 2026)).isTrue();
        assertThat(changes.latest(2025)).isEqualTo(changes.latest()).isPositive();
    }

    private Recording how() {
        return new Recording(clock.now(), "tester", null, null);
    }

    private static UnitData unit(String name, UnitKind kind, @Nullable Integer sortOrder) {
        return new UnitData(null, name, kind, null, sortOrder);
    }

    private static PersonData person(String name, @Nullable String account, UnitId unit) {
        return new PersonData(null, name, account, unit, Position.OFFICER, null, null, true);
    }
}
