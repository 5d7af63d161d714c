package cn.guatu.bulletin.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.bulletin.rule.Durations.Took;
import cn.guatu.bulletin.rule.Funnel.PhaseNode;
import cn.guatu.bulletin.rule.Simulation.OpenNode;
import cn.guatu.bulletin.rule.Waterfall.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Year ends drawn from slips, movements that add up, funnels and durations. */
class ForecastsTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static OpenNode node(String quantity, int month, int day) {
        return new OpenNode(n(quantity), LocalDate.of(2026, month, day));
    }

    @Test
    void the_same_figures_and_seed_give_the_same_answer() {
        List<OpenNode> nodes = List.of(node("3", 11, 20), node("5", 12, 20), node("2", 9, 1));
        List<Integer> slips = List.of(-5, 0, 0, 3, 10, 40, 90);
        assertThat(Simulation.bySlips(n("10"), n("18"), nodes, slips, OCTOBER, 7))
                .isEqualTo(Simulation.bySlips(n("10"), n("18"), nodes, slips, OCTOBER, 7));
    }

    @Test
    void who_never_slips_delivers_what_is_due_this_year_and_no_more() {
        Simulation.Spread spread = Simulation.bySlips(
                n("10"),
                n("13"),
                List.of(node("3", 12, 31), new OpenNode(n("4"), LocalDate.of(2027, 1, 1))),
                List.of(0),
                OCTOBER,
                1);
        assertThat(List.of(spread.low(), spread.middle(), spread.high())).containsOnly(n("13"));
        assertThat(spread.chance()).isEqualByComparingTo("1");
    }

    @Test
    void half_of_the_slips_cross_the_year_end() {
        Simulation.Spread spread =
                Simulation.bySlips(n("0"), n("1"), List.of(node("1", 12, 20)), List.of(0, 30), OCTOBER, 3);
        assertThat(spread.chance()).isBetween(n("0.45"), n("0.55"));
        assertThat(spread.low()).isEqualByComparingTo("0");
        assertThat(spread.high()).isEqualByComparingTo("1");
    }

    @Test
    void a_node_that_is_already_late_is_not_drawn_as_done_before_the_cut_off() {
        // Due on 1 October and open on the 31st: it is at least 31 days late; only the slip of 100 days is left, beyond
        // the year.
        Simulation.Spread spread =
                Simulation.bySlips(n("0"), n("1"), List.of(node("1", 10, 1)), List.of(0, 5, 100), OCTOBER, 3);
        assertThat(spread.chance()).isEqualByComparingTo("0");
    }

    @Test
    void months_left_bring_what_past_months_brought() {
        Simulation.Spread spread = Simulation.byMonths(n("10"), n("14"), List.of(n("2"), n("2")), 2, 5);
        assertThat(List.of(spread.low(), spread.middle(), spread.high())).containsOnly(n("14"));
        assertThat(spread.chance()).isEqualByComparingTo("1");
    }

    @Test
    void the_steps_of_the_overall_rate_add_up_and_excess_adds_nothing() {
        Waterfall moved = Waterfall.ofOverall(List.of(
                new Part("甲", n("3"), n("0.5"), n("0.7")),
                new Part("乙", n("1"), n("0.9"), n("1.4")),
                new Part("丙", n("1"), null, n("0.2")),
                new Part("丁", n("1"), n("0.4"), n("0.4"))));
        BigDecimal sum = moved.steps().stream().map(Waterfall.Step::change).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(moved.from().add(sum)).isCloseTo(moved.to(), org.assertj.core.data.Offset.offset(n("1E-20")));
        assertThat(moved.steps())
                .extracting(Waterfall.Step::name)
                .contains("甲", "乙", "指标范围变化")
                .doesNotContain("丁");
        assertThat(moved.steps().stream()
                        .filter(step -> step.name().equals("乙"))
                        .findFirst()
                        .orElseThrow()
                        .change())
                .isCloseTo(n("0.016667"), org.assertj.core.data.Offset.offset(n("0.00001")));
        assertThat(moved.atMost(2).steps())
                .hasSize(2)
                .last()
                .extracting(Waterfall.Step::name)
                .isEqualTo("其他2项");
    }

    @Test
    void a_funnel_counts_phases_once_and_says_what_its_rate_is() {
        Funnel funnel = Funnel.of(
                List.of(
                        new PhaseNode("a", "计划立项", true),
                        new PhaseNode("a", "计划立项", true),
                        new PhaseNode("b", "计划立项", true),
                        new PhaseNode("c", "计划立项", false),
                        new PhaseNode("a", "实施主体确认", true)),
                List.of("计划立项", "实施主体确认"),
                "实施主体确认");
        assertThat(funnel.stages()).containsExactly(new Funnel.Stage("计划立项", 3, 2), new Funnel.Stage("实施主体确认", 1, 1));
        assertThat(funnel.implemented()).isEqualByComparingTo("0.5");
        assertThat(funnel.definition()).contains("“实施主体确认”的分期 1 个 ÷", "不按面积");
    }

    @Test
    void what_was_implemented_without_a_finished_first_stage_does_not_raise_the_rate_above_one() {
        Funnel funnel = Funnel.of(
                List.of(
                        new PhaseNode("a", "计划立项", true),
                        new PhaseNode("a", "实施主体确认", true),
                        new PhaseNode("b", "实施主体确认", true)),
                List.of("计划立项", "实施主体确认"),
                "实施主体确认");
        assertThat(funnel.implemented()).isEqualByComparingTo("1");
        assertThat(funnel.definition()).contains("1 个 ÷", "另有 1 个没有完成“计划立项”，不计");
    }

    @Test
    void durations_are_medians_against_promises() {
        assertThat(Durations.by(
                        List.of(
                                new Took("规划审批", 40, 45),
                                new Took("规划审批", 50, 45),
                                new Took("规划审批", 60, 45),
                                new Took("立项", 5, null)),
                        2))
                .containsExactly(new Durations.Stage("规划审批", 3, 50, 50, 45, new BigDecimal("0.3333333333333333")));
    }
}
