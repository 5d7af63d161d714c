package cn.guatu.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.project.Category;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.ScheduleService;
import cn.guatu.project.VersionKind;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Role;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Stage templates on a real server: graphs, numbers, applying and comparing (semantics §10). */
@GuatuTest
@Import(ScheduleYear.class)
class StageTemplatesTest {

    private static final LocalDate FINISH = LocalDate.of(2027, 12, 31);

    @Autowired
    private StageTemplates templates;

    @Autowired
    private TemplateUse use;

    @Autowired
    private ProjectService projects;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private ScheduleYear year;

    @Autowired
    private WorkCalendars calendars;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner database;

    @BeforeEach
    void aYear() {
        database.clear();
        clock.reset();
        ScheduleYear.signIn(Role.ADMIN, AccessScope.everything());
        year.write();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theTwoDefaultTemplatesOfTheContractAreThere() {
        assertThat(stageNames("城市更新"))
                .contains("计划立项", "规划审批", "实施主体确认", "用地审批/土地出让", "建设工程规划许可", "施工", "竣工验收", "历史用地处置", "地价付清");
        assertThat(stageNames("土地整备")).containsExactly("计划", "方案", "签约", "搬迁", "入库");
    }

    @Test
    void aCycleIsRefusedNamingItsStages() {
        List<Stage> stages = List.of(stage(1, "甲", 5, 3), stage(2, "乙", 5, 1), stage(3, "丙", 5, 2), stage(4, "丁", 5));

        assertThatThrownBy(() -> templates.create("循环", Category.RENEWAL, null, stages))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("循环")
                .hasMessageContainingAll("甲", "乙", "丙")
                .hasMessageNotContaining("丁");
    }

    @Test
    void applyingCountsBackFromTheRequiredFinishAndKeepsABaseline() {
        PhaseId phase = year.phase("GX-01", "黄阁坑", PlanNature.PLANNED);
        StageTemplate renewal = active("城市更新");

        assertThatThrownBy(() -> use.apply(List.of(phase), renewal.id(), FINISH, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026 年以外");
        use.apply(List.of(phase), renewal.id(), FINISH, true);

        List<Node> nodes = projects.nodes(phase);
        assertThat(nodes).hasSize(renewal.stages().size());
        Node last = node(nodes, "竣工验收");
        Node before = node(nodes, "施工");
        assertThat(last.planned()).isEqualTo(FINISH);
        // Fifteen working days of 竣工验收 end on the last day, so 施工 must be finished the day before the first of them.
        assertThat(before.planned()).isEqualTo(calendars.current().plusWorkingDays(FINISH, -15));
        assertThat(last.predecessors()).containsExactly(before.id());
        assertThat(node(nodes, "用地审批/土地出让").target()).isEqualTo(year.supply());
        assertThat(node(nodes, "用地审批/土地出让").basis()).isEqualTo("土地出让合同");
        assertThat(schedules.versions(phase).getFirst().kind()).isEqualTo(VersionKind.BASELINE);
        assertThat(use.differences(phase)).isEmpty();
    }

    @Test
    void whatIsDoneAndWhatTheTemplateDoesNotKnowStays() {
        PhaseId phase = year.phase("ZB-01", "沙园整备", PlanNature.PLANNED);
        year.node(phase, "计划", "2026-03-31", 10, null);
        year.node(phase, "群众座谈", "2026-05-31", 0, null);
        Node planned = node(projects.nodes(phase), "计划");
        projects.completeNode(planned.id(), planned.version(), LocalDate.of(2026, 3, 20), year.how());
        clock.advance(Duration.ofMinutes(1));

        TemplatePreview preview = use.preview(phase, active("土地整备").id(), LocalDate.of(2026, 12, 31));
        use.apply(List.of(phase), active("土地整备").id(), LocalDate.of(2026, 12, 31), false);

        assertThat(preview.others()).containsExactly("群众座谈");
        List<Node> nodes = projects.nodes(phase);
        assertThat(node(nodes, "计划").planned()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(node(nodes, "计划").durationDays()).isEqualTo(10);
        assertThat(nodes).hasSize(6);
        assertThat(use.differences(phase)).contains("“计划”工期 10 个工作日，模板 20 个。", "多出节点“群众座谈”：模板没有。");
    }

    @Test
    void whatCountsIsTheStageThatCountsForIt() {
        PhaseId phase = year.phase("GX-02", "水径旧改", PlanNature.PLANNED);
        year.node(phase, "完成土地供应", "2027-12-31", 0, "8");
        NodeId counted = projects.nodes(phase).getFirst().id();

        use.apply(List.of(phase), active("城市更新").id(), FINISH, true);

        Node stage = node(projects.nodes(phase), "用地审批/土地出让");
        assertThat(stage.id()).isEqualTo(counted);
        assertThat(stage.quantity()).isEqualByComparingTo("8");
        assertThat(use.differences(phase)).isEmpty();
    }

    @Test
    void whatNoStageCountsForComesAfterTheLastOnes() {
        PhaseId phase = year.phase("ZB-03", "平湖整备", PlanNature.PLANNED);
        year.node(phase, "完成土地供应", "2026-06-30", 0, "8");

        TemplatePreview preview = use.preview(phase, active("土地整备").id(), LocalDate.of(2026, 12, 31));
        use.apply(List.of(phase), active("土地整备").id(), LocalDate.of(2026, 12, 31), false);

        assertThat(preview.closing()).extracting(Node::name).containsExactly("完成土地供应");
        List<Node> nodes = projects.nodes(phase);
        Node counted = node(nodes, "完成土地供应");
        Node last = node(nodes, "入库");
        assertThat(counted.planned()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(counted.quantity()).isEqualByComparingTo("8");
        assertThat(counted.predecessors()).containsExactly(last.id());
        assertThat(nodes).extracting(Node::name).containsExactly("计划", "方案", "签约", "搬迁", "入库", "完成土地供应");
        assertThat(last.planned()).isEqualTo(LocalDate.of(2026, 12, 30));
    }

    @Test
    void manyProjectsAreDoneAtOnceOrNone() {
        PhaseId first = year.phase("ZB-04", "甲片区", PlanNature.PLANNED);
        PhaseId second = year.phase("ZB-05", "乙片区", PlanNature.PLANNED);
        TemplateId land = active("土地整备").id();

        assertThatThrownBy(() -> use.apply(List.of(first, second), land, FINISH, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("甲片区");
        assertThat(projects.nodes(first)).isEmpty();
        use.apply(List.of(first, second), land, LocalDate.of(2026, 12, 31), false);

        assertThat(projects.nodes(first)).hasSize(5);
        assertThat(projects.nodes(second)).hasSize(5);
    }

    @Test
    void tooLittleTimeIsSaidBeforeAnythingIsSaved() {
        PhaseId phase = year.phase("ZB-02", "石井整备", PlanNature.PLANNED);

        TemplatePreview preview = use.preview(phase, active("土地整备").id(), LocalDate.of(2026, 12, 31));

        assertThat(preview.inversion()).startsWith("倒挂 ").contains("个工作日");
        assertThat(projects.nodes(phase)).isEmpty();
        // The page of the project says the same once it is saved.
        use.apply(List.of(phase), active("土地整备").id(), LocalDate.of(2026, 12, 31), false);
        assertThat(schedules.plan(2026).outlook().inversion()).isEqualTo(preview.invertedBy());
    }

    @Test
    void aChangeIsANewNumberAndRunningProjectsKeepTheirs() {
        TemplateId first = templates.create(
                "整治" + clock.now(), Category.IMPROVEMENT, null, List.of(stage(1, "立项", 5), stage(2, "开工", 10, 1)));
        templates.activate(first);
        String name = templates.get(first).name();
        PhaseId phase = year.phase("ZZ-01", "旧工业区整治", PlanNature.PLANNED);
        use.apply(List.of(phase), first, LocalDate.of(2026, 12, 31), false);
        List<Node> before = projects.nodes(phase);

        assertThatThrownBy(() -> templates.edit(first, 2, Category.IMPROVEMENT, null, List.of(stage(1, "立项", 9))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("另起新版");
        TemplateId second = templates.create(name, Category.IMPROVEMENT, null, List.of(stage(1, "立项", 20)));
        templates.activate(second);

        assertThat(templates.get(second).number()).isEqualTo(2);
        assertThat(templates.get(first).state()).isEqualTo(TemplateState.RETIRED);
        assertThat(projects.nodes(phase)).isEqualTo(before);
        assertThat(use.templateOf(phase)).map(StageTemplate::id).contains(first);
        assertThatThrownBy(() -> templates.delete(first))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("旧工业区整治")
                .hasMessageContaining("只能停用");
        templates.delete(second);
    }

    @Test
    void onlyAdministratorsEditTemplates() {
        ScheduleYear.signIn(Role.DEPARTMENT_HEAD, AccessScope.of(Set.of(year.department()), Set.of()));

        assertThatThrownBy(() -> templates.create("私设", Category.OTHER, null, List.of(stage(1, "甲", 1))))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<String> stageNames(String template) {
        return active(template).stages().stream().map(Stage::name).toList();
    }

    private StageTemplate active(String name) {
        return templates.active().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Node node(List<Node> nodes, String name) {
        return nodes.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stage stage(int position, String name, int days, int... after) {
        List<Integer> before = new ArrayList<>();
        for (int each : after) {
            before.add(each);
        }
        return new Stage(position, name, days, null, null, null, null, Set.copyOf(before));
    }
}
