package cn.guatu.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitId;
import cn.guatu.planning.rule.Allotment;
import cn.guatu.planning.rule.Balance;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.CellEdits;
import cn.guatu.planning.rule.Completeness;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.DeskRow;
import cn.guatu.planning.rule.DeskRows;
import cn.guatu.planning.rule.Details;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.ManyEdits;
import cn.guatu.planning.rule.Moves;
import cn.guatu.planning.rule.NewRows;
import cn.guatu.planning.rule.OpenItem;
import cn.guatu.planning.rule.PlanChange;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.planning.rule.Removal;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.progress.LedgerService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import cn.guatu.target.Allocation;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.Target;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Breaking an empty year down, together (issue: the planning desk). */
@GuatuTest
@Import(PlanningWorld.class)
class BreakdownServiceTest {

    private static final int YEAR = PlanningWorld.YEAR;

    @Autowired
    private PlanningWorld world;

    @Autowired
    private BreakdownService desk;

    @Autowired
    private LedgerService ledger;

    @Autowired
    private RollupService rollup;

    @Autowired
    private PlanYearService years;

    private final Handles handles = new Handles();

    @BeforeEach
    void emptyYear() {
        world.fresh();
        world.planner("dc1");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private Breakdown plan() {
        return desk.load(YEAR);
    }

    private DeskRow row(String name) {
        return DeskRows.of(plan()).stream()
                .filter(each -> each.cell(DeskColumn.NAME).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PlanStep done(List<PlanChange> changes) {
        return desk.perform(YEAR, new PlanStep("测试", changes), handles);
    }

    private PlanStep edit(String name, DeskColumn column, String text) {
        return desk.perform(
                YEAR,
                Objects.requireNonNull(
                        CellEdits.of(plan(), row(name), column, text).step()),
                handles);
    }

    private void target(String name, String value) {
        NewRows.Line line = new NewRows(plan(), handles)
                .target(Map.of(
                        DeskColumn.NAME,
                        name,
                        DeskColumn.UNIT,
                        "公顷",
                        DeskColumn.LEAD,
                        "用地管理科",
                        DeskColumn.QUANTITY,
                        value));
        assertThat(line.problem()).isNull();
        done(line.changes());
    }

    private PlanStep allotted(Map<UnitId, String> texts) {
        Breakdown plan = plan();
        Target target =
                plan.target(Objects.requireNonNull(row("土地供应").target())).orElseThrow();
        return Objects.requireNonNull(Allotment.of(plan, target, texts).step());
    }

    private PlanStep project(String target, String name, String street, String owner, String quantity, String due) {
        NewRows.Line line = new NewRows(plan(), handles)
                .project(
                        plan().target(Objects.requireNonNull(row(target).target()))
                                .orElseThrow(),
                        Map.of(
                                DeskColumn.NAME, name,
                                DeskColumn.STREET, street,
                                DeskColumn.OWNER, owner,
                                DeskColumn.QUANTITY, quantity,
                                DeskColumn.DUE, due));
        assertThat(line.problem()).isNull();
        return done(line.changes());
    }

    private Balance balance(String target) {
        Breakdown plan = plan();
        return Balance.of(
                plan, plan.target(Objects.requireNonNull(row(target).target())).orElseThrow());
    }

    @Test
    void an_empty_year_is_broken_down_until_the_gap_is_closed() {
        target("土地供应", "80");
        assertThat(balance("土地供应").gap()).isEqualByComparingTo("80");
        String[] streets = {"平湖", "南湾", "坂田", "布吉"};
        for (int i = 1; i <= 8; i++) {
            project("土地供应", "项目" + i, streets[i % 4], "李明", "9", i + "月底");
        }
        project("土地供应", "跨街道项目", "平湖:60%;南湾:40%", "赵敏", "120亩", "年底");

        Balance balance = balance("土地供应");
        assertThat(balance.gap()).isEqualByComparingTo("0");
        assertThat(balance.buffer()).isEqualByComparingTo("1");
        assertThat(balance.streets()).extracting(Balance.Line::name).containsExactly("平湖街道", "南湾街道", "坂田街道", "布吉街道");
        assertThat(balance.streets().getFirst().planned()).isEqualByComparingTo("22.8");
        Completeness complete = Completeness.of(plan(), 20);
        assertThat(complete.rate()).isEqualByComparingTo("1");
        assertThat(complete.open()).isEmpty();
        // The same figures in the roll-up, which the interface, the export and the wall read.
        assertThat(rollup.targets(YEAR, AsOf.of(LocalDate.of(YEAR, 12, 31)), AccessScope.everything())
                        .getFirst()
                        .plannedOnNodes())
                .isEqualByComparingTo("80");
    }

    @Test
    void what_is_not_broken_down_is_listed_with_its_row() {
        target("土地供应", "80");
        assertThat(Completeness.of(plan(), 20).open())
                .extracting(OpenItem::kind)
                .containsExactly(OpenItem.Kind.NO_PROJECT);
        project("土地供应", "没人没日期", "平湖", "", "", "");
        assertThat(Completeness.of(plan(), 20).open())
                .extracting(OpenItem::kind)
                .containsExactly(
                        OpenItem.Kind.GAP, OpenItem.Kind.NO_OWNER, OpenItem.Kind.NO_DATE, OpenItem.Kind.NO_QUANTITY);
        edit("完成土地供应", DeskColumn.DUE, "9月30日");
        edit("完成土地供应", DeskColumn.QUANTITY, "40");
        edit("没人没日期", DeskColumn.OWNER, "李明");
        Completeness now = Completeness.of(plan(), 20);
        assertThat(now.open()).extracting(OpenItem::why).containsExactly("缺口 40 公顷");
        assertThat(now.rate()).isEqualByComparingTo("0.5");
        assertThat(Completeness.of(plan(), 0).open()).extracting(OpenItem::kind).contains(OpenItem.Kind.TOO_MUCH);
    }

    @Test
    void every_step_can_be_undone_and_done_again_also_through_a_removal() {
        target("土地供应", "80");
        PlanStep unmake = project("土地供应", "平湖项目", "平湖", "李明", "8", "6月30日");
        PlanStep unrename = edit("平湖项目", DeskColumn.NAME, "平湖旧改");
        PlanStep unremove =
                desk.perform(YEAR, Removal.of(plan(), List.of(row("平湖旧改"))).step(), handles);
        assertThat(plan().phases()).isEmpty();

        PlanStep removeAgain = desk.perform(YEAR, unremove, handles);
        assertThat(row("平湖旧改").cell(DeskColumn.QUANTITY)).isEqualTo("8");
        desk.perform(YEAR, unrename, handles);
        assertThat(row("平湖项目").cell(DeskColumn.OWNER)).isEqualTo("李明");
        PlanStep remake = desk.perform(YEAR, unmake, handles);
        assertThat(plan().phases()).isEmpty();
        desk.perform(YEAR, remake, handles);
        assertThat(row("平湖项目").cell(DeskColumn.DUE)).isEqualTo("2027-06-30");
        assertThat(removeAgain.changes()).hasSize(2);
    }

    @Test
    void an_undo_does_not_take_back_what_somebody_else_has_built_on() {
        target("土地供应", "80");
        project("土地供应", "平湖项目", "平湖", "李明", "8", "6月30日");
        PlanStep back = edit("完成土地供应", DeskColumn.QUANTITY, "9");
        world.planner("dc2");
        edit("完成土地供应", DeskColumn.QUANTITY, "10");
        world.planner("dc1");
        assertThatThrownBy(() -> desk.perform(YEAR, back, handles))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("刚刚被他人修改");
        assertThat(row("平湖项目").cell(DeskColumn.QUANTITY)).isEqualTo("10");
    }

    @Test
    void a_target_is_split_by_shares_or_quantities_and_shares_must_sum_to_all_of_it() {
        target("土地供应", "80");
        Map<UnitId, String> texts = new HashMap<>();
        texts.put(world.unit("平湖街道"), "33.3%");
        texts.put(world.unit("南湾街道"), "60%");
        texts.put(world.unit("用地管理科"), "1200亩");

        assertThatThrownBy(() -> allotted(texts)).isInstanceOf(Unreadable.class).hasMessage("占比合计须为 100%，现为 93.3%。");
        assertThat(plan().allocations()).isEmpty();
        texts.put(world.unit("坂田街道"), "6.7%");
        PlanStep inverse = desk.perform(YEAR, allotted(texts), handles);

        assertThat(plan().allocations())
                .extracting(Allocation::unit, part -> part.value().stripTrailingZeros())
                .containsExactlyInAnyOrder(
                        tuple(world.unit("平湖街道"), new BigDecimal("26.64")),
                        tuple(world.unit("南湾街道"), new BigDecimal("48").stripTrailingZeros()),
                        tuple(world.unit("坂田街道"), new BigDecimal("5.36")),
                        tuple(world.unit("用地管理科"), new BigDecimal("80").stripTrailingZeros()));
        texts.put(world.unit("南湾街道"), "48");
        assertThatThrownBy(() -> allotted(texts)).hasMessageContaining("请统一填占比或统一填数量");
        desk.perform(YEAR, inverse, handles);
        assertThat(plan().allocations()).isEmpty();
    }

    @Test
    void who_splits_a_target_later_is_refused_and_a_removed_target_comes_back_with_its_parts() {
        target("土地供应", "80");
        PlanStep first = allotted(Map.of(world.unit("平湖街道"), "80"));
        PlanStep second = allotted(Map.of(world.unit("南湾街道"), "80"));
        desk.perform(YEAR, first, handles);

        assertThatThrownBy(() -> desk.perform(YEAR, second, handles)).hasMessageContaining("刚刚被他人修改");
        Removal removal = Removal.of(plan(), List.of(row("土地供应")));
        PlanStep inverse = desk.perform(YEAR, removal.step(), handles);
        assertThat(plan().allocations()).isEmpty();
        desk.perform(YEAR, inverse, handles);
        assertThat(plan().allocations()).extracting(Allocation::unit).containsExactly(world.unit("平湖街道"));
    }

    @Test
    void details_make_a_part_of_a_whole_and_are_undone() {
        target("土地供应", "80");
        target("其中工业用地", "30");
        Breakdown plan = plan();
        Target part =
                plan.target(Objects.requireNonNull(row("其中工业用地").target())).orElseThrow();
        Target whole = plan.target(Objects.requireNonNull(row("土地供应").target())).orElseThrow();

        Understanding understood = Details.of(
                plan,
                part,
                new Details.OfTarget(
                        part.kind(),
                        part.direction(),
                        "",
                        Pace.DAY_LINEAR,
                        "2",
                        "市下达",
                        "",
                        whole.id(),
                        OfWhich.SUBSET));
        PlanStep inverse = desk.perform(YEAR, Objects.requireNonNull(understood.step()), handles);

        assertThat(row("其中工业用地").parent()).isEqualTo(row("土地供应").key());
        assertThat(row("其中工业用地").level()).isEqualTo(1);
        desk.perform(YEAR, inverse, handles);
        assertThat(row("其中工业用地").parent()).isNull();
        assertThatThrownBy(() -> edit("土地供应", DeskColumn.UNIT, "亩")).hasMessageContaining("不能再改单位");
    }

    @Test
    void two_editors_of_one_row_have_one_winner_and_nothing_is_lost() throws Exception {
        target("土地供应", "80");
        project("土地供应", "平湖项目", "平湖", "李明", "8", "6月30日");
        int won = 0;
        try (ExecutorService editors = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                Breakdown seen = plan();
                DeskRow node = row("完成土地供应");
                SecurityContext context = SecurityContextHolder.getContext();
                List<Future<Boolean>> tries = new ArrayList<>();
                for (String value : List.of("1" + round, "2" + round)) {
                    PlanStep step = Objects.requireNonNull(
                            CellEdits.of(seen, node, DeskColumn.QUANTITY, value).step());
                    tries.add(editors.submit(() -> {
                        SecurityContextHolder.setContext(context);
                        try {
                            desk.perform(YEAR, step, new Handles());
                            return true;
                        } catch (Refusal tooLate) {
                            return false;
                        }
                    }));
                }
                int winners = 0;
                for (Future<Boolean> each : tries) {
                    winners += each.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
                won += winners;
            }
        }
        assertThat(won).isEqualTo(10);
        assertThat(plan().nodes().getFirst().version()).isEqualTo(11);
    }

    @Test
    void what_stands_in_the_ledger_is_listed_and_cannot_be_removed() {
        target("土地供应", "80");
        project("土地供应", "平湖项目", "平湖", "李明", "8", "6月30日");
        world.recognise("土地供应", "8", LocalDate.of(2026, 10, 1));
        Removal removal = Removal.of(plan(), List.of(row("平湖项目")));
        assertThat(desk.dependents(removal))
                .extracting(Reliance::inWords)
                .containsExactly("项目“平湖项目”：计入 1 条", "节点“完成土地供应”：计入 1 条");
        assertThatThrownBy(() -> desk.perform(YEAR, removal.step(), handles))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("仍被其他记录引用");
        assertThat(plan().nodes()).hasSize(1);
    }

    @Test
    void a_cycle_names_its_nodes() {
        target("土地供应", "80");
        project("土地供应", "平湖项目", "平湖", "李明", "8", "6月30日");
        Breakdown plan = plan();
        done(new NewRows(plan, handles)
                .node(plan.phases().getFirst(), null, Map.of(DeskColumn.NAME, "签约", DeskColumn.DUE, "3月底"))
                .changes());
        edit("完成土地供应", DeskColumn.WAITS, "签约");
        assertThatThrownBy(() -> edit("签约", DeskColumn.WAITS, "完成土地供应"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("签约")
                .hasMessageContaining("完成土地供应");
    }

    @Test
    void a_removed_node_frees_those_that_waited_for_it_and_undo_ties_them_again() {
        target("土地供应", "80");
        project("土地供应", "平湖项目", "平湖", "李明", "8", "6月30日");
        Breakdown plan = plan();
        done(new NewRows(plan, handles)
                .node(plan.phases().getFirst(), null, Map.of(DeskColumn.NAME, "签约", DeskColumn.DUE, "3月底"))
                .changes());
        edit("完成土地供应", DeskColumn.WAITS, "签约");
        Removal removal = Removal.of(plan(), List.of(row("签约")));
        assertThat(removal.freed()).containsExactly("完成土地供应");
        PlanStep back = desk.perform(YEAR, removal.step(), handles);
        assertThat(row("完成土地供应").cell(DeskColumn.WAITS)).isEmpty();
        desk.perform(YEAR, back, handles);
        assertThat(row("完成土地供应").cell(DeskColumn.WAITS)).isEqualTo("签约");
    }

    @Test
    void many_rows_get_another_owner_and_date_in_one_step() {
        target("土地供应", "80");
        project("土地供应", "甲", "平湖", "李明", "8", "6月30日");
        project("土地供应", "乙", "南湾", "李明", "8", "6月30日");
        PlanStep back = desk.perform(
                YEAR,
                Objects.requireNonNull(ManyEdits.of(
                                plan(), List.of(row("甲"), row("乙")), new ManyEdits.Wanted("9月30日", 0, "赵敏", "城市更新科"))
                        .step()),
                handles);
        assertThat(row("乙").cell(DeskColumn.LEAD)).isEqualTo("城市更新科");
        assertThat(row("甲").cell(DeskColumn.OWNER)).isEqualTo("赵敏");
        assertThat(row("甲").cell(DeskColumn.DUE)).isEqualTo("2027-09-30");
        desk.perform(YEAR, back, handles);
        assertThat(row("乙").cell(DeskColumn.OWNER)).isEqualTo("李明");
        assertThat(row("乙").cell(DeskColumn.DUE)).isEqualTo("2027-06-30");
    }

    @Test
    void a_project_dragged_to_another_target_counts_there_in_its_unit() {
        target("土地供应", "80");
        NewRows.Line other = new NewRows(plan(), handles)
                .target(Map.of(DeskColumn.NAME, "整备用地", DeskColumn.UNIT, "亩", DeskColumn.LEAD, "土地整备科"));
        done(other.changes());
        project("土地供应", "甲", "平湖", "李明", "2", "6月30日");
        desk.perform(
                YEAR,
                Objects.requireNonNull(Moves.onto(plan(), row("甲"), row("整备用地")).step()),
                handles);
        assertThat(balance("整备用地").planned()).isEqualByComparingTo("30");
        assertThat(balance("土地供应").planned()).isEqualByComparingTo("0");
    }

    @Test
    void the_head_of_a_department_edits_what_his_department_leads_and_nothing_else() {
        target("土地供应", "80");
        project("土地供应", "甲", "平湖", "李明", "8", "6月30日");
        world.headOf("用地管理科");
        edit("甲", DeskColumn.OWNER, "赵敏");
        assertThat(row("甲").cell(DeskColumn.OWNER)).isEqualTo("赵敏");
        assertThatThrownBy(() -> edit("甲", DeskColumn.LEAD, "城市更新科")).hasMessageContaining("本科室牵头");
        assertThatThrownBy(() -> edit("土地供应", DeskColumn.QUANTITY, "90")).isInstanceOf(Refusal.class);
        PlanStep other = Objects.requireNonNull(
                CellEdits.of(plan(), row("甲"), DeskColumn.OWNER, "李明").step());
        world.headOf("城市更新科");
        assertThatThrownBy(() -> desk.perform(YEAR, other, handles))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("本科室牵头");
    }

    @Test
    void an_archived_year_refuses_every_write() {
        target("土地供应", "80");
        years.setState(YEAR, PlanYearState.ACTIVE, world.how());
        years.setState(YEAR, PlanYearState.ARCHIVED, world.how());
        assertThatThrownBy(() -> edit("土地供应", DeskColumn.NAME, "供地")).hasMessageContaining("已归档");
        years.setState(YEAR, PlanYearState.ACTIVE, world.how());
        edit("土地供应", DeskColumn.NAME, "供地");
        assertThat(plan().targets().getFirst().name()).isEqualTo("供地");
    }
}
