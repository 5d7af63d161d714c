package cn.guatu.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.assessment.MonthService;
import cn.guatu.org.MonthStep;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.NewRows;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Role;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import cn.guatu.target.VersionStatus;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** 预计 → 正式 → 调整: proposed by who plans, approved by a leader, its effect shown before (semantics §5). */
@GuatuTest
@Import(PlanningWorld.class)
class TargetProposalsTest {

    @Autowired
    private PlanningWorld world;

    @Autowired
    private BreakdownService desk;

    @Autowired
    private TargetProposals proposals;

    @Autowired
    private TargetService targets;

    @Autowired
    private RollupService rollup;

    @Autowired
    private MonthService months;

    @Autowired
    private FixedClock clock;

    @BeforeEach
    void eightyHectares() {
        world.fresh();
        world.planner("dc1");
        Handles handles = new Handles();
        desk.perform(
                PlanningWorld.YEAR,
                new PlanStep(
                        "指标",
                        new NewRows(desk.load(PlanningWorld.YEAR), handles)
                                .target(Map.of(
                                        DeskColumn.NAME,
                                        "土地供应",
                                        DeskColumn.UNIT,
                                        "公顷",
                                        DeskColumn.LEAD,
                                        "用地管理科",
                                        DeskColumn.QUANTITY,
                                        "80"))
                                .changes()),
                handles);
        desk.perform(
                PlanningWorld.YEAR,
                new PlanStep(
                        "项目",
                        new NewRows(desk.load(PlanningWorld.YEAR), handles)
                                .project(
                                        target(),
                                        Map.of(
                                                DeskColumn.NAME,
                                                "平湖旧改",
                                                DeskColumn.STREET,
                                                "平湖",
                                                DeskColumn.OWNER,
                                                "李明",
                                                DeskColumn.QUANTITY,
                                                "80",
                                                DeskColumn.DUE,
                                                "9月底"))
                                .changes()),
                handles);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private Target target() {
        return targets.targets(PlanningWorld.YEAR).getFirst();
    }

    private ProposalData to(String value, VersionStatus status, @Nullable String docNo, @Nullable String reason) {
        return new ProposalData(
                target().id(), status, new BigDecimal(value), docNo, LocalDate.of(PlanningWorld.YEAR, 3, 1), reason);
    }

    private BigDecimal inForce() {
        return rollup.targets(
                        PlanningWorld.YEAR, AsOf.of(LocalDate.of(PlanningWorld.YEAR, 6, 30)), AccessScope.everything())
                .getFirst()
                .target();
    }

    @Test
    void a_proposal_shows_its_effect_changes_nothing_and_counts_once_it_is_approved() {
        ProposalEffect effect = proposals.effect(to("92", VersionStatus.CONFIRMED, "深规土〔2027〕3号", null));
        ProposalEffect.Row row = effect.rows().getFirst();
        assertThat(row.before().gap()).isEqualByComparingTo("0");
        assertThat(row.after().gap()).isEqualByComparingTo("12");
        assertThat(effect.coverage(row.after().target())).isEqualByComparingTo("0.869565");
        assertThat(inForce()).isEqualByComparingTo("80");

        TargetProposal made = proposals.propose(
                to("92", VersionStatus.CONFIRMED, "深规土〔2027〕3号", null),
                new Attachment("下达.pdf", "application/pdf", "文件".getBytes(StandardCharsets.UTF_8)));
        assertThat(inForce()).isEqualByComparingTo("80");
        assertThat(proposals.file(made.id()).orElseThrow().name()).isEqualTo("下达.pdf");
        assertThatThrownBy(() -> proposals.approve(made, null)).isInstanceOf(AccessDeniedException.class);

        world.signIn("heju", Role.BUREAU_LEADER, AccessScope.everything());
        proposals.approve(made, "同意");
        assertThat(inForce()).isEqualByComparingTo("92");
        assertThat(targets.versions(target().id()).getLast().approvedBy()).isEqualTo("heju");
        assertThat(proposals.of(target().id()).getFirst().state()).isEqualTo(TargetProposal.State.APPROVED);
        assertThatThrownBy(() -> proposals.reject(made, "晚了")).hasMessageContaining("已被处理");
    }

    @Test
    void what_a_status_or_a_decrease_asks_for_is_asked_for() {
        assertThatThrownBy(() -> proposals.propose(to("92", VersionStatus.CONFIRMED, null, null), null))
                .hasMessageContaining("文号");
        assertThatThrownBy(() -> proposals.propose(to("70", VersionStatus.CONFIRMED, "1号", " "), null))
                .hasMessageContaining("调减");
        assertThatThrownBy(() -> proposals.propose(to("90", VersionStatus.ADJUSTED, "1号", null), null))
                .hasMessageContaining("原因");
        TargetProposal made = proposals.propose(to("70", VersionStatus.CONFIRMED, "1号", "指标下调"), null);
        assertThatThrownBy(() -> proposals.propose(to("75", VersionStatus.CONFIRMED, "2号", "再调"), null))
                .hasMessageContaining("待批准");
        proposals.withdraw(made);
        assertThat(inForce()).isEqualByComparingTo("80");
    }

    @Test
    void a_decrease_inside_a_closed_month_is_refused_when_it_is_proposed_not_only_when_the_leader_approves() {
        clock.set(LocalDate.of(PlanningWorld.YEAR, 4, 6));
        for (MonthStep step : List.of(MonthStep.CUT_OFF, MonthStep.REVIEW, MonthStep.OBJECTION, MonthStep.PUBLISH)) {
            months.takeAs("dc1", PlanningWorld.YEAR, 3, step, null, false);
        }
        assertThatThrownBy(() -> proposals.propose(to("70", VersionStatus.CONFIRMED, "1号", "指标下调"), null))
                .hasMessageContaining("已发布并锁定")
                .hasMessageContaining(PlanningWorld.YEAR + "-04-01");
        assertThat(proposals.of(target().id())).isEmpty();
        assertThat(proposals
                        .propose(to("92", VersionStatus.CONFIRMED, "2号", null), null)
                        .value())
                .isEqualByComparingTo("92");
    }
}
