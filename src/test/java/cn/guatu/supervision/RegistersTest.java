package cn.guatu.supervision;

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
import cn.guatu.project.Category;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The registers of decisions and blockers on a real server (semantics §14). */
@GuatuTest
class RegistersTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    @Autowired
    private DecisionService decisions;

    @Autowired
    private BlockerService blockers;

    @Autowired
    private ProjectService projects;

    @Autowired
    private OrgService org;

    @Autowired
    private PlanYearService years;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner database;

    private UnitId renewal;
    private PhaseId phase;

    @BeforeEach
    void aYearWithAPhase() {
        database.clear();
        clock.reset();
        years.create(2026, PlanYearState.ACTIVE, how());
        List<UnitId> units = org.saveUnits(
                List.of(
                        new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1),
                        new UnitData(null, "平湖街道", UnitKind.STREET, null, 2)),
                how());
        renewal = units.getFirst();
        phase = projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                "GX-01",
                                2026,
                                "一期",
                                "平湖更新单元",
                                Category.RENEWAL,
                                PlanNature.PLANNED,
                                renewal,
                                null,
                                "张三",
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new Share(units.getLast(), BigDecimal.ONE, 1)),
                                1)),
                        how())
                .getFirst();
    }

    @Test
    void theSameMatterOfAMeetingIsRefusedASecondTimeWhateverItsBlanks() {
        decisions.save(List.of(decision(null, "加快签约", DecisionStatus.ASSIGNED)), how());

        assertThatThrownBy(() -> decisions.save(List.of(decision(null, "加快 签约", DecisionStatus.ASSIGNED)), how()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("议定事项重复");
    }

    @Test
    void aDecisionMovesOnAndWhoComesTooLateIsTold() {
        DecisionId id = decisions
                .save(List.of(decision(null, "加快签约", DecisionStatus.ASSIGNED)), how())
                .getFirst();
        decisions.edit(decision(id, "加快签约", DecisionStatus.CLOSED), 1, how());

        assertThat(decisions.all(2026)).extracting(Decision::status).containsExactly(DecisionStatus.CLOSED);
        assertThatThrownBy(() -> decisions.edit(decision(id, "加快签约", DecisionStatus.LAGGING), 1, how()))
                .hasMessageContaining("被他人修改");
    }

    @Test
    void aBlockerHangsOnItsPhaseWithAnOutsideBodyAnsweringForIt() {
        BlockerId id =
                blockers.save(List.of(blocker(null, BlockerStatus.OPEN)), how()).getFirst();
        blockers.edit(blocker(id, BlockerStatus.RESOLVED), 1, how());

        assertThat(blockers.of(phase)).singleElement().satisfies(blocker -> {
            assertThat(blocker.responsible()).isEqualTo("供电局");
            assertThat(blocker.responsibleUnit()).isNull();
            assertThat(blocker.status()).isEqualTo(BlockerStatus.RESOLVED);
            assertThat(blocker.version()).isEqualTo(2);
        });
        assertThat(blockers.all(2026)).hasSize(1);
        assertThat(blockers.all(2025)).isEmpty();
    }

    private Recording how() {
        return new Recording(clock.now(), "tester", 2026, null);
    }

    private DecisionData decision(@Nullable DecisionId id, String matter, DecisionStatus status) {
        return new DecisionData(id, 2026, MARCH, matter, renewal, null, MARCH.plusMonths(1), status, null, 1);
    }

    private BlockerData blocker(@Nullable BlockerId id, BlockerStatus status) {
        return new BlockerData(
                id, phase, "高压线未迁改", BlockerCause.OTHER_UNIT, "供电局", null, MARCH, null, null, null, false, status, 1);
    }
}
