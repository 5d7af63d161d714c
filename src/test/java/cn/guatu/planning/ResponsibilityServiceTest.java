package cn.guatu.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.NewRows;
import cn.guatu.planning.rule.OwnerChange;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** 责任清单: the list, a hand-over in one go and back, and deputies. */
@GuatuTest
@Import(PlanningWorld.class)
class ResponsibilityServiceTest {

    private static final int YEAR = PlanningWorld.YEAR;

    @Autowired
    private PlanningWorld world;

    @Autowired
    private BreakdownService desk;

    @Autowired
    private ResponsibilityService service;

    @Autowired
    private FixedClock clock;

    private final Handles handles = new Handles();

    @BeforeEach
    void twoProjects() {
        world.fresh();
        world.planner("dc1");
        project("甲", "李明");
        project("乙", "李明");
        project("丙", "赵敏");
        Breakdown plan = desk.load(YEAR);
        NewRows.Line node = new NewRows(plan, handles)
                .node(
                        plan.phases().getLast(),
                        null,
                        Map.of(DeskColumn.NAME, "签约", DeskColumn.DUE, "3月底", DeskColumn.OWNER, "李明"));
        desk.perform(YEAR, new PlanStep("节点", node.changes()), handles);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void project(String name, String owner) {
        NewRows.Line line = new NewRows(desk.load(YEAR), handles)
                .project(
                        null,
                        Map.of(
                                DeskColumn.NAME,
                                name,
                                DeskColumn.STREET,
                                "平湖",
                                DeskColumn.OWNER,
                                owner,
                                DeskColumn.LEAD,
                                "用地管理科"));
        desk.perform(YEAR, new PlanStep("项目", line.changes()), handles);
    }

    @Test
    void everything_of_one_person_is_handed_over_in_one_go_and_taken_back() {
        OwnerChange preview = service.preview(YEAR, "李明", world.person("李明"));
        assertThat(preview.phases()).hasSize(2);
        assertThat(preview.nodes()).hasSize(1);
        assertThat(service.handOver(
                        YEAR, "李明", world.person("李明"), world.person("王科"), LocalDate.of(2026, 11, 1), "调岗"))
                .isEqualTo(3);
        assertThat(service.lines(YEAR)).extracting(Responsibility::owner).containsExactly("王科", "王科", "赵敏");
        assertThat(service.lines(YEAR).getLast().nodes().getFirst().owner()).isEqualTo("王科");
        HandOver made = service.handOvers(YEAR).getFirst();
        assertThat(made.items()).isEqualTo(3);

        assertThat(service.undo(made.id())).isEqualTo(3);
        assertThat(service.lines(YEAR)).extracting(Responsibility::owner).containsExactly("李明", "李明", "赵敏");
        assertThatThrownBy(() -> service.undo(made.id())).hasMessageContaining("已经撤销");
    }

    @Test
    void a_hand_over_to_come_or_of_nothing_is_refused() {
        assertThatThrownBy(() -> service.handOver(
                        YEAR, "李明", world.person("李明"), world.person("王科"), LocalDate.of(2026, 11, 2), null))
                .hasMessageContaining("不能晚于今天");
        assertThatThrownBy(() -> service.handOver(
                        YEAR, "何局", world.person("何局"), world.person("王科"), LocalDate.of(2026, 11, 1), null))
                .hasMessageContaining("没有可移交");
    }

    @Test
    void a_deputy_is_of_the_same_unit_and_stands_in_on_his_days_only() {
        LocalDate today = clock.today();
        service.nameDeputy(world.person("李明"), world.person("王科"), today.plusDays(1), today.plusDays(3), "休假");
        assertThat(service.deputies()).hasSize(1);
        assertThat(service.deputies().getFirst().on(today)).isFalse();
        assertThat(service.deputies().getFirst().on(today.plusDays(3))).isTrue();
        assertThatThrownBy(() ->
                        service.nameDeputy(world.person("李明"), world.person("赵敏"), today, today.plusDays(3), null))
                .hasMessageContaining("同一单位");
        assertThatThrownBy(() ->
                        service.nameDeputy(world.person("何局"), world.person("王科"), today, today.plusDays(3), null))
                .hasMessageContaining("局领导");
        service.endDeputy(service.deputies().getFirst());
        assertThat(service.deputies()).isEmpty();
    }
}
