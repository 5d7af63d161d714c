package cn.guatu.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import cn.guatu.security.Role;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SignedIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
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
    private OrderService orders;

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

    @Test
    void aDecisionTakesItsWayFromTheMeetingToItsConfirmation() {
        DecisionId id = decisions.captureAs(2026, MARCH, "加快签约", renewal, "供电局", MARCH.plusDays(10), how());
        clock.set(MARCH.plusDays(3));
        decisions.moveAs(id, 1, DecisionMove.HAND_OUT, null, how());
        decisions.moveAs(id, 2, DecisionMove.SIGN, null, how());
        clock.set(MARCH.plusDays(9));
        decisions.moveAs(id, 3, DecisionMove.REPORT_DONE, "已全部签约", how());
        assertThatThrownBy(() -> decisions.moveAs(id, 4, DecisionMove.SIGN, null, how()))
                .hasMessageContaining("现为“待核”");
        assertThat(dueInMarch())
                .singleElement()
                .satisfies(item -> assertThat(item.doneOn()).isNull());
        clock.set(MARCH.plusDays(20));
        decisions.moveAs(id, 4, DecisionMove.CLOSE, null, how());

        assertThat(decisions.all(2026)).singleElement().satisfies(decision -> {
            assertThat(decision.status()).isEqualTo(DecisionStatus.CLOSED);
            assertThat(decision.days())
                    .isEqualTo(new DecisionDays(
                            MARCH.plusDays(3), MARCH.plusDays(3), MARCH.plusDays(9), MARCH.plusDays(20)));
        });
        assertThat(decisions.steps(id))
                .extracting(DecisionStep::move)
                .containsExactly(
                        DecisionMove.HAND_OUT, DecisionMove.SIGN, DecisionMove.REPORT_DONE, DecisionMove.CLOSE);
        // it was done in time; that verifying took longer is not the unit's doing
        assertThat(dueInMarch())
                .singleElement()
                .satisfies(item -> assertThat(item.onTime()).isTrue());
    }

    @Test
    void aDecisionThatIsTurnedIntoSupervisionIsUnderAnOrderOfItsLead() {
        DecisionId id = decisions.captureAs(2026, MARCH, "加快签约", renewal, "供电局", MARCH.plusDays(10), how());
        decisions.moveAs(id, 1, DecisionMove.HAND_OUT, null, how());
        clock.set(MARCH.plusDays(12));
        decisions.moveAs(id, 2, DecisionMove.SUPERVISE, "两周没有进展", how());

        SignedIn head = SignedIn.in(renewal, Role.DEPARTMENT_HEAD, "kz1", 1);
        assertThat(head.does(() -> orders.orders(2026))).singleElement().satisfies(order -> {
            assertThat(order.decision()).isEqualTo(id);
            assertThat(order.subject()).isEqualTo("加快签约");
            assertThat(order.reason()).contains("两周没有进展");
            assertThat(order.state()).isEqualTo(OrderState.ISSUED);
            assertThat(head.does(() -> orders.allowed(order))).contains(OrderAction.SIGNED);
        });
        UnitId other = org.saveUnits(List.of(new UnitData(null, "整备科", UnitKind.DEPARTMENT, null, 3)), how())
                .getFirst();
        assertThat(SignedIn.in(other, Role.DEPARTMENT_HEAD, "kz2", 2).does(() -> orders.orders(2026)))
                .isEmpty();
    }

    @Test
    void whatAListCallsClosedWithoutADayWasClosedWhenItWasDueUnlessItWasLagging() {
        clock.set(MARCH.plusMonths(3));
        decisions.save(
                List.of(decision(null, "一", DecisionStatus.CLOSED), decision(null, "二", DecisionStatus.LAGGING)),
                how());
        List<Decision> known = decisions.all(2026);
        decisions.save(
                known.stream()
                        .map(each -> decision(each.id(), each.matter(), DecisionStatus.CLOSED))
                        .toList(),
                new Recording(clock.now(), "tester", 2026, 7L));

        assertThat(decisions.due(2026, YearMonth.of(2026, 4), null))
                .extracting(DueItem::subject, DueItem::onTime)
                .containsExactlyInAnyOrder(tuple("一", true), tuple("二", false));
    }

    @Test
    void savingTheSameListAgainChangesNothing() {
        List<DecisionId> ids = decisions.save(
                List.of(decision(null, "一", DecisionStatus.CLOSED), decision(null, "二", DecisionStatus.IN_PROGRESS)),
                how());
        BlockerId blocker = blockers.save(List.of(blocker(null, BlockerStatus.COORDINATING)), how())
                .getFirst();
        clock.advance(Duration.ofDays(9));
        decisions.save(
                List.of(
                        decision(ids.getFirst(), "一", DecisionStatus.CLOSED),
                        decision(ids.getLast(), "二", DecisionStatus.IN_PROGRESS)),
                how());
        blockers.save(List.of(blocker(blocker, BlockerStatus.COORDINATING)), how());

        assertThat(decisions.all(2026)).extracting(Decision::version).containsOnly(1);
        assertThat(blockers.all(2026)).extracting(Blocker::version).containsOnly(1);
    }

    @Test
    void aBlockerThatNobodyAnswersGoesUpOnceForATier() {
        clock.set(MARCH);
        blockers.save(List.of(blocker(null, BlockerStatus.OPEN)), how());
        assertThat(blockers.escalateDue(MARCH.plusDays(7), how())).isZero();

        clock.set(MARCH.plusDays(8));
        assertThat(blockers.escalateDue(MARCH.plusDays(8), how())).isEqualTo(1);
        assertThat(blockers.escalateDue(MARCH.plusDays(8), how())).isZero();
        assertThat(blockers.all(2026)).singleElement().satisfies(blocker -> {
            assertThat(blocker.standing().tier()).isEqualTo(BlockerTier.TASK_FORCE);
            assertThat(blocker.standing().tierSince()).isEqualTo(MARCH.plusDays(8));
            assertThat(blocker.daysHeld(MARCH.plusDays(8))).isEqualTo(8);
        });

        clock.set(MARCH.plusDays(40));
        assertThat(blockers.escalateDue(MARCH.plusDays(40), how())).isEqualTo(1);
        assertThat(blockers.escalateDue(MARCH.plusDays(80), how())).isZero();
        assertThat(blockers.all(2026))
                .extracting(each -> each.standing().tier())
                .containsExactly(BlockerTier.HEADQUARTERS);
    }

    @Test
    void aBlockerThatComesBackIsOpenedAgainAndCountsOn() {
        clock.set(MARCH);
        BlockerId id =
                blockers.save(List.of(blocker(null, BlockerStatus.OPEN)), how()).getFirst();
        blockers.moveAs(id, 1, BlockerMove.ANSWER, "已约供电局", null, how());
        blockers.moveAs(id, 2, BlockerMove.RESOLVE, "已迁改", null, how());
        blockers.moveAs(id, 3, BlockerMove.VERIFY, null, null, how());
        assertThatThrownBy(() -> blockers.moveAs(id, 4, BlockerMove.ANSWER, "再说", null, how()))
                .hasMessageContaining("现为“已销号”");
        clock.set(MARCH.plusDays(30));
        blockers.moveAs(id, 4, BlockerMove.REOPEN, "现场又停工", null, how());

        assertThat(blockers.all(2026)).singleElement().satisfies(blocker -> {
            assertThat(blocker.status()).isEqualTo(BlockerStatus.OPEN);
            assertThat(blocker.standing().reopened()).isEqualTo(1);
            assertThat(blocker.standing().closedOn()).isNull();
            assertThat(blocker.daysHeld(MARCH.plusDays(30))).isEqualTo(30);
        });
        assertThat(blockers.steps(id)).hasSize(4);
    }

    private List<DueItem> dueInMarch() {
        return decisions.due(2026, YearMonth.of(2026, 3), null);
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
