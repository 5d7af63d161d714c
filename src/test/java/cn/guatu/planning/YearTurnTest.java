package cn.guatu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.PlanYearService;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.CellEdits;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.DeskRows;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.NewRows;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.project.Node;
import cn.guatu.project.ProjectService;
import cn.guatu.testing.GuatuTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** 年度结转: unfinished nodes go on, projects keep their identity, targets do not carry. */
@GuatuTest
@Import(PlanningWorld.class)
class YearTurnTest {

    private static final int NEXT = PlanningWorld.YEAR + 1;

    @Autowired
    private PlanningWorld world;

    @Autowired
    private BreakdownService desk;

    @Autowired
    private YearTurn turn;

    @Autowired
    private PlanYearService years;

    @Autowired
    private ProjectService projects;

    private final Handles handles = new Handles();

    @BeforeEach
    void aYear() {
        world.fresh();
        world.planner("dc1");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void project(String name) {
        Breakdown plan = desk.load(PlanningWorld.YEAR);
        NewRows.Line line = new NewRows(plan, handles)
                .project(
                        null,
                        Map.of(
                                DeskColumn.NAME,
                                name,
                                DeskColumn.STREET,
                                "平湖",
                                DeskColumn.OWNER,
                                "李明",
                                DeskColumn.LEAD,
                                "用地管理科"));
        desk.perform(PlanningWorld.YEAR, new PlanStep("项目", line.changes()), handles);
    }

    private void node(String name, String due, String after) {
        Breakdown plan = desk.load(PlanningWorld.YEAR);
        NewRows.Line line = new NewRows(plan, handles)
                .node(plan.phases().getFirst(), null, Map.of(DeskColumn.NAME, name, DeskColumn.DUE, due));
        desk.perform(PlanningWorld.YEAR, new PlanStep("节点", line.changes()), handles);
        if (!after.isEmpty()) {
            Breakdown now = desk.load(PlanningWorld.YEAR);
            var row = DeskRows.of(now).stream()
                    .filter(each -> each.cell(DeskColumn.NAME).equals(name))
                    .findFirst()
                    .orElseThrow();
            desk.perform(
                    PlanningWorld.YEAR,
                    Objects.requireNonNull(
                            CellEdits.of(now, row, DeskColumn.WAITS, after).step()),
                    handles);
        }
    }

    @Test
    void unfinished_nodes_are_counted_and_carried_once_with_their_order() {
        project("平湖旧改");
        node("签约", "3月底", "");
        node("拆除", "9月底", "签约");
        node("验收", "2028-03-15", "拆除");
        Node signed = desk.load(PlanningWorld.YEAR).nodes().getFirst();
        projects.completeNode(signed.id(), signed.version(), LocalDate.of(2026, 10, 1), world.how());

        assertThat(turn.preview(PlanningWorld.YEAR).count()).isEqualTo(2);
        assertThat(years.find(NEXT)).isEmpty();
        assertThat(turn.carry(PlanningWorld.YEAR)).isEqualTo(2);

        Breakdown next = desk.load(NEXT);
        assertThat(next.targets()).isEmpty();
        assertThat(next.phases().getFirst().project())
                .isEqualTo(desk.load(PlanningWorld.YEAR).phases().getFirst().project());
        assertThat(next.nodes()).extracting(Node::name).containsExactly("拆除", "验收");
        assertThat(next.undated()).containsExactly(next.nodes().getFirst().id());
        assertThat(next.nodes().getLast().planned()).hasToString("2028-03-15");
        assertThat(next.nodes().getLast().predecessors())
                .containsExactly(next.nodes().getFirst().id());

        assertThat(turn.preview(PlanningWorld.YEAR).count()).isZero();
        assertThat(turn.preview(PlanningWorld.YEAR).alreadyCarried()).isEqualTo(2);
        assertThat(turn.carry(PlanningWorld.YEAR)).isZero();
    }
}
