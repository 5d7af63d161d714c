package cn.guatu.target;

import static cn.guatu.jooq.Tables.ALLOCATION_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Targets, versions, plans and allocations on a real server (semantics §1, §5, §6). */
@GuatuTest
class TargetServiceTest {

    @Autowired
    private TargetService targets;

    @Autowired
    private OrgService org;

    @Autowired
    private PlanYearService years;

    @Autowired
    private DSLContext sql;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner database;

    private UnitId renewal;
    private UnitId pinghu;
    private UnitId nanwan;
    private UnitId district;

    @BeforeEach
    void aYearWithUnits() {
        database.clear();
        clock.reset();
        years.create(2026, PlanYearState.ACTIVE, how());
        List<UnitId> units = org.saveUnits(
                List.of(
                        new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1),
                        new UnitData(null, "平湖街道", UnitKind.STREET, null, 2),
                        new UnitData(null, "南湾街道", UnitKind.STREET, null, 3),
                        new UnitData(null, "龙岗区", UnitKind.DISTRICT, null, 4)),
                how());
        renewal = units.get(0);
        pinghu = units.get(1);
        nanwan = units.get(2);
        district = units.get(3);
    }

    @Test
    void aTargetIsFoundByItsFoldedCode() {
        TargetId id = save(target(null, "GH-01", null));

        assertThat(targets.find(2026, " ｇｈ-01")).map(Target::id).contains(id);
        assertThatThrownBy(() -> targets.require(2026, "GH-99")).hasMessageContaining("GH-99");
    }

    @Test
    void aTargetCannotBeAboveItself() {
        TargetId parent = save(target(null, "A", null));
        TargetId child = save(target(null, "A1", parent));

        assertThatThrownBy(() -> save(target(parent, "A", child))).hasMessageContaining("循环");
        assertThat(targets.find(parent).orElseThrow().parent()).isNull();
    }

    @Test
    void theVersionInForceHasTheLatestDateAndThenTheLaterStatus() {
        TargetId id = save(target(null, "A", null));
        targets.addVersions(
                List.of(
                        version(id, VersionStatus.CONFIRMED, "80", null, null),
                        version(id, VersionStatus.PROVISIONAL, "100", null, null),
                        version(id, VersionStatus.ADJUSTED, "60", LocalDate.of(2026, 7, 1), null)),
                how());

        List<TargetVersion> versions = targets.versions(2026);

        assertThat(TargetVersion.inForce(versions, LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(TargetVersion.inForce(versions, LocalDate.of(2026, 6, 30))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("80");
        assertThat(TargetVersion.inForce(versions, LocalDate.of(2026, 7, 1))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("60");
    }

    @Test
    void aDecreaseNeedsAReasonAndSaysWhoApprovedIt() {
        TargetId id = save(target(null, "A", null));
        targets.addVersion(version(id, VersionStatus.CONFIRMED, "80", null, null), how());

        assertThatThrownBy(() -> targets.addVersion(
                        version(id, VersionStatus.ADJUSTED, "70", LocalDate.of(2026, 7, 1), " "), how()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("调减原因");
        TargetVersion lower = targets.addVersion(
                version(id, VersionStatus.ADJUSTED, "70", LocalDate.of(2026, 7, 1), "市局批复调减"), how());

        assertThat(lower.approvedBy()).isEqualTo("tester");
        assertThat(lower.recordedAt()).isEqualTo(clock.now());
        assertThat(targets.versions(id)).hasSize(2);
    }

    @Test
    void aPlanIsReplacedAsAWhole() {
        TargetId id = save(target(null, "A", null));
        targets.savePlans(Map.of(id, new TreeMap<>(Map.of(3, BigDecimal.TEN, 6, new BigDecimal("20")))), how());
        targets.savePlans(Map.of(id, new TreeMap<>(Map.of(6, new BigDecimal("25")))), how());

        assertThat(targets.plans(2026).get(id)).containsOnlyKeys(6);
        assertThat(targets.plans(2026).get(id).get(6)).isEqualByComparingTo("25");
    }

    @Test
    void allocationsAreWrittenBesideThoseOfOtherUnitsAndTheSameOnesChangeNothing() {
        TargetId id = save(target(null, "A", null));
        targets.saveAllocations(List.of(allocation(id, pinghu, "30")), how());
        targets.saveAllocations(List.of(allocation(id, nanwan, "50")), how());
        targets.saveAllocations(List.of(allocation(id, pinghu, "30.00")), how());

        assertThat(targets.allocations(2026)).extracting(Allocation::unit).containsExactlyInAnyOrder(pinghu, nanwan);
        assertThat(sql.fetchCount(ALLOCATION_HISTORY)).isEqualTo(2);
        assertThatThrownBy(() -> targets.saveAllocations(List.of(allocation(id, district, "1")), how()))
                .hasMessageContaining("只能分解到");
    }

    @Test
    void whoEditsAnOldVersionIsRefused() {
        TargetId id = save(target(null, "A", null));
        targets.edit(target(id, "A-1", null), 1, how());

        assertThatThrownBy(() -> targets.edit(target(id, "A-2", null), 1, how()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    private TargetId save(TargetData target) {
        return targets.save(List.of(target), how()).getFirst();
    }

    private Recording how() {
        return new Recording(clock.now(), "tester", 2026, null);
    }

    private TargetData target(@Nullable TargetId id, String code, @Nullable TargetId parent) {
        return new TargetData(
                id,
                2026,
                code,
                "供应用地" + code,
                "公顷",
                TargetKind.FLOW,
                Direction.UP,
                null,
                Pace.MONTH_LINEAR,
                renewal,
                null,
                null,
                null,
                null,
                parent,
                parent == null ? null : OfWhich.PARTITION,
                1);
    }

    private static TargetVersionData version(
            TargetId id, VersionStatus status, String value, @Nullable LocalDate from, @Nullable String reason) {
        return new TargetVersionData(id, status, new BigDecimal(value), false, "深规〔2026〕1号", from, reason, null);
    }

    private static Allocation allocation(TargetId target, UnitId unit, String value) {
        return new Allocation(target, unit, new BigDecimal(value), false);
    }
}
