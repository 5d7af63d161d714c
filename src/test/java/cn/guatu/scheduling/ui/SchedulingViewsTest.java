package cn.guatu.scheduling.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.platform.chart.Timeline;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.ScheduleService;
import cn.guatu.scheduling.ScheduleYear;
import cn.guatu.scheduling.StageTemplate;
import cn.guatu.scheduling.TemplateUse;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Role;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** 倒排工期, 阶段模板, 储备项目 and 工作日历 through what a person sees, on a real server. */
@GuatuTest
@Import(ScheduleYear.class)
@ViewPackages(packages = "cn.guatu.scheduling.ui")
@WithAnonymousUser
class SchedulingViewsTest extends SpringBrowserlessTest {

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    ScheduleYear year;

    @Autowired
    ProjectService projects;

    @Autowired
    ScheduleService schedules;

    @Autowired
    TemplateUse templates;

    @Autowired
    PlanYearService planYears;

    private PhaseId phase;
    private NodeId approval;
    private NodeId grant;

    @BeforeEach
    void aProjectThatIsInverted() {
        cleaner.clear();
        clock.reset();
        year.write();
        phase = year.phase("GX-01", "黄阁坑", PlanNature.PLANNED);
        approval = year.node(phase, "规划审批", "2026-11-06", 5, null);
        grant = year.node(phase, "土地出让", "2026-11-20", 20, "70");
        projects.savePredecessors(Map.of(grant, Set.of(approval)), year.how());
        PhaseId reserve = year.phase("CB-01", "水径", PlanNature.RESERVE);
        year.node(reserve, "土地出让", "2026-12-25", 10, "28.9");
        ScheduleYear.signIn(Role.ADMIN, AccessScope.everything());
    }

    @Test
    void theYearSaysHowManyProjectsAreInverted() {
        open("schedule");

        assertThat(text()).contains("2 个项目 · 1 个倒挂");
        assertThat($(Timeline.class).single().isVisible()).isTrue();
    }

    @Test
    void aClickOnAProjectOpensItsSchedule() {
        open("schedule");
        Timeline timeline = $(Timeline.class).single();
        ComponentUtil.fireEvent(timeline, new Timeline.Opened(timeline, true, "p" + phase.value(), ""));

        assertThat(text()).contains("黄阁坑", "压缩建议");
    }

    @Test
    void manyProjectsGetATemplateFromTheYear() {
        PhaseId bare = year.phase("GX-09", "木古片区", PlanNature.PLANNED);
        open("schedule");
        test($(Button.class).withText("批量套用模板").single()).click();

        assertThat(text()).contains("套用到 3 个项目");
        Select<?> template = $(Select.class).withCaption("阶段模板").single();
        test(template).selectItem("土地整备 第1版（5 个阶段）");
        test($(Button.class).withText("套用到 3 个项目").single()).click();

        assertThat(projects.nodes(bare)).hasSize(5);
    }

    @Test
    void aProjectSaysItsInversionAndOffersTheSmallestCompression() {
        open("schedule/GX-01");
        assertThat(text()).contains("倒挂 ").contains("“土地出让”最早");

        test($(Button.class).withText("压缩建议").single()).click();

        assertThat(text()).contains("只需压缩 1 个节点", "“土地出让” 20 → ", "不能更少");
    }

    @Test
    void anInversionIsResolvedByGivingWayToIt() {
        open("schedule/GX-01");
        test($(Button.class).withText("压缩建议").single()).click();
        test($(Button.class).withText("顺延到最早可能").single()).click();

        assertThat(text()).contains("试排方案（未保存）", "不倒挂");
        test($(TextArea.class).withCaption("调整原因").single()).setValue("按最早可能顺延");
        test($(Button.class).withText("保存为新版本").single()).click();
        assertThat(schedules.plan(2026).outlook().inversion()).isZero();
    }

    @Test
    void aDraggedNodeIsAProposalUntilItIsSavedWithAReason() {
        open("schedule/GX-01");
        drag(approval, "2026-11-12");

        assertThat(text()).contains("试排方案（未保存）", "规划审批：11月6日 → 11月12日，推迟 4 个工作日", "土地出让：11月20日 → 12月10日");
        assertThat(projects.node(approval)).map(Node::planned).contains(LocalDate.of(2026, 11, 6));
        Button save = $(Button.class).withText("保存为新版本").single();
        assertThat(save.isEnabled()).isFalse();

        test($(TextArea.class).withCaption("调整原因").single()).setValue("市里推迟批复");
        test(save).click();

        assertThat(projects.node(approval)).map(Node::planned).contains(LocalDate.of(2026, 11, 12));
        assertThat(schedules.versions(phase).getFirst().reason()).isEqualTo("市里推迟批复");
        assertThat(text()).doesNotContain("试排方案");
    }

    @Test
    void aStepCanBeTakenBackAndNothingWasSaved() {
        open("schedule/GX-01");
        drag(approval, "2026-11-12");
        test($(Button.class).withText("撤销一步").single()).click();

        assertThat(text()).doesNotContain("试排方案");
        assertThat(schedules.versions(phase)).isEmpty();
    }

    @Test
    void whoIsSlowerSeesWhatTheOtherMadeOfIt() {
        open("schedule/GX-01");
        drag(approval, "2026-11-12");
        projects.editNode(elsewhere(), 1, year.how());

        test($(TextArea.class).withCaption("调整原因").single()).setValue("后来的人");
        test($(Button.class).withText("保存为新版本").single()).click();

        assertThat(text()).contains("他人已改为 2026-11-10", "您要改为 2026-11-12");
        assertThat(projects.node(approval)).map(Node::planned).contains(LocalDate.of(2026, 11, 10));
        test($(TextArea.class).withCaption("调整原因").single()).setValue("核对后再存");
        test($(Button.class).withText("保存为新版本").single()).click();
        assertThat(projects.node(approval)).map(Node::planned).contains(LocalDate.of(2026, 11, 12));
    }

    @Test
    void theClockOfANodeIsStoppedAndGoesOnBesideTheSheet() {
        open("schedule/GX-01");
        Timeline timeline = $(Timeline.class).single();
        ComponentUtil.fireEvent(
                timeline, new Timeline.Opened(timeline, true, "n" + grant.value(), String.valueOf(grant.value())));
        test($(Button.class).withText("停计时").single()).click();
        assertThat(text()).contains("请填写停计时的原因或文号");
        test($(TextField.class).withCaption("原因或文号").single()).setValue("专家评审〔2026〕3号");
        test($(Button.class).withText("停计时").single()).click();
        assertThat(text()).contains("至 今，专家评审〔2026〕3号");

        test($(Button.class).withText("恢复计时").single()).click();
        assertThat(schedules.plan(2026).stops().get(grant).getFirst().to()).isEqualTo(clock.today());
        assertThat($(Button.class).withText("恢复计时").all()).isEmpty();
    }

    @Test
    void anOfficerLooksButDoesNotMove() {
        ScheduleYear.signIn(Role.OFFICER, AccessScope.of(Set.of(year.department()), Set.of()));
        open("schedule/GX-01");
        drag(approval, "2026-11-12");

        assertThat(text()).contains("这个节点不能移动").doesNotContain("试排方案");
    }

    @Test
    void theReserveShowsCoverageAtFaceValue() {
        open("reserve");

        assertThat(text()).contains("储备池 1 个项目", "面值 123.6%");
    }

    @Test
    void theTemplatesOfTheContractAreShown() {
        open("templates");

        assertThat(text()).contains("2 个启用");
        assertThat($(Grid.class).all()).hasSize(2);
        assertThat(((StageTemplate)
                                $(Grid.class).all().getFirst().getListDataView().getItem(0))
                        .name())
                .isIn("城市更新", "土地整备");
    }

    @Test
    void aDateOutsideTheYearIsAskedAboutBeforeItIsSaved() {
        open("schedule/GX-01");
        drag(grant, "2027-01-20");
        test($(TextArea.class).withCaption("调整原因").single()).setValue("等待批复");
        test($(Button.class).withText("保存为新版本").single()).click();

        ConfirmDialog question = $(ConfirmDialog.class).single();
        assertThat(question.getElement().getTextRecursively()).contains("“土地出让”的计划完成 2027-01-20 不在 2026 年度内");
        assertThat(schedules.versions(phase)).isEmpty();
        test(question).confirm();
        assertThat(projects.node(grant)).map(Node::planned).contains(LocalDate.of(2027, 1, 20));
    }

    @Test
    void aTemplateInUseListsItsProjectsAndCanOnlyBeRetired() {
        StageTemplate template = templates.choices().stream()
                .filter(each -> each.name().equals("土地整备"))
                .findFirst()
                .orElseThrow();
        templates.apply(List.of(phase), template.id(), LocalDate.of(2026, 12, 31), true);
        open("templates?id=" + template.id().value());
        test($(Button.class).withText("删除").single()).click();

        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("以下 1 个项目是按它排的", "2026 年 黄阁坑", "可以停用");
        test(dialog).cancel();
        assertThat(templates.choices()).extracting(StageTemplate::id).contains(template.id());
    }

    @Test
    void aMissingHolidayNoticeIsSaid() {
        planYears.create(2027, PlanYearState.DRAFT, year.how());
        open("schedule?year=2027");
        assertThat(text()).contains("2027年放假安排尚未录入：该年暂按周一至周五为工作日推算");
        open("schedule?year=2026");
        assertThat(text()).doesNotContain("放假安排尚未录入");
        open("calendar?year=2027");

        assertThat(text()).contains("2027年放假安排尚未录入");
        assertThat($(EmptyState.class).all()).hasSize(1);
        open("calendar?year=2026");
        assertThat(text()).contains("2026 年 · 放假 ");
    }

    private NodeData elsewhere() {
        Node held = projects.node(approval).orElseThrow();
        return new NodeData(
                held.id(),
                held.phase(),
                held.name(),
                LocalDate.of(2026, 11, 10),
                null,
                null,
                null,
                null,
                null,
                held.durationDays(),
                null,
                null,
                false,
                null,
                held.sortOrder());
    }

    private void drag(NodeId node, String day) {
        Timeline timeline = $(Timeline.class).single();
        ComponentUtil.fireEvent(
                timeline, new Timeline.Moved(timeline, true, "n" + node.value(), String.valueOf(node.value()), day));
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        collect($(PageFrame.class).single().getElement(), text);
        $(Notification.class)
                .all()
                .forEach(notice -> text.append(notice.getElement().getTextRecursively()));
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append('\n');
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, text));
        }
    }
}
