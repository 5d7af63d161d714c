package cn.guatu.bulletin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.assessment.MonthService;
import cn.guatu.bulletin.BulletinService;
import cn.guatu.bulletin.BulletinYear;
import cn.guatu.bulletin.DocumentFile;
import cn.guatu.org.MonthStep;
import cn.guatu.org.UnitId;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** 通报, 评估卡 and 分析 through what a person sees. */
@GuatuTest
@Import(BulletinYear.class)
@ViewPackages(packages = "cn.guatu.bulletin.ui")
@WithAnonymousUser
class DocumentViewsTest extends SpringBrowserlessTest {

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    BulletinYear year;

    @Autowired
    MonthService months;

    @Autowired
    BulletinService bulletins;

    private UnitId department;

    @BeforeEach
    void a_district() {
        cleaner.clear();
        clock.reset();
        department = year.write();
    }

    private void signIn(Role role, AccessScope scope) {
        Set<Role> roles = Set.of(role);
        Caller caller = new Caller("dc1", "督查", roles, RolePermissions.of(roles), scope, 1, "1");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller,
                        null,
                        AuthorityUtils.createAuthorityList(
                                role.authority(), "MAY_READ", role == Role.SUPERVISOR ? "MAY_OPERATE" : "MAY_READ")));
    }

    private void headOfDepartment() {
        signIn(Role.DEPARTMENT_HEAD, AccessScope.of(Set.of(department), Set.of()));
    }

    private void publish() {
        for (MonthStep step :
                new MonthStep[] {MonthStep.CUT_OFF, MonthStep.REVIEW, MonthStep.OBJECTION, MonthStep.PUBLISH}) {
            months.takeAs("dc1", 2026, 10, step, null, false);
        }
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    private String text(Class<? extends Component> type) {
        return $(type).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .collect(Collectors.joining(" | "));
    }

    private TextArea paragraph(String containing) {
        return $(TextArea.class).all().stream()
                .filter(each -> each.getValue().contains(containing))
                .findFirst()
                .orElseThrow();
    }

    private void press(String word) {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals(word))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @Test
    void the_supervisor_rewrites_a_paragraph_and_a_changed_figure_is_called_out() {
        signIn(Role.SUPERVISOR, AccessScope.everything());
        open("bulletin/2026/10");
        TextArea area = paragraph("完成80.58公顷");
        test(area).setValue("土地供应任务为80公顷，经核实截至10月底完成88公顷，完成率100.7%，超序时17.4个百分点。");
        assertThat(text(ParagraphEditor.class)).contains("⚠ 88公顷 ≠ 数据 80.58公顷");
        press("保存");
        assertThat(text(BulletinView.class)).contains("第 1 版 · 修改 1 段", "dc1");
        assertThat(paragraph("经核实").getValue()).contains("88公顷");
        assertThat(bulletins
                        .verify(2026, 10, bulletins.docx(2026, 10).content())
                        .findings())
                .extracting(finding -> finding.expected() + "→" + finding.found())
                .containsExactly("80.58公顷→88公顷");
    }

    @Test
    void an_uploaded_document_is_answered_figure_by_figure() {
        signIn(Role.SUPERVISOR, AccessScope.everything());
        open("bulletin/2026/10");
        DocumentFile file = bulletins.docx(2026, 10);
        $(VerifyPanel.class).single().take("通报.docx", file.content());
        assertThat(text(VerifyPanel.class)).contains("全部与数据一致");
        $(VerifyPanel.class).single().take("别的.docx", new byte[] {1, 2, 3});
        assertThat(text(VerifyPanel.class)).contains("不是 Word 文档");
    }

    @Test
    void a_draft_is_not_for_departments_and_what_is_published_stays_as_it_was_said() {
        headOfDepartment();
        open("bulletin/2026/10");
        assertThat(text(EmptyState.class)).contains("尚未发布");
        publish();
        open("bulletin/2026/10?again=1");
        assertThat(text(BulletinView.class))
                .contains("已发布", "完成80.58公顷", "导出 Word")
                .doesNotContain("恢复为生成文本");
        assertThat(bulletins.text(2026, 10).generated())
                .isEqualTo(bulletins.text(2026, 10).generated());
    }

    @Test
    void a_scorecard_reads_from_score_to_decisions() {
        signIn(Role.BUREAU_LEADER, AccessScope.everything());
        publish();
        open("scorecards?year=2026&month=10");
        assertThat(text(CardsView.class)).contains("用地管理科", "龙城街道", "名");
        open("scorecards/department/" + department.value() + "/2026/10");
        assertThat(text(CardsView.class))
                .contains("已发布", "名次", "综合完成率", "十二个月", "土地供应", "80.58公顷", "得分构成", "为什么红", "议定事项");
    }

    @Test
    void a_department_head_opens_his_own_card_only() {
        headOfDepartment();
        open("scorecards?year=2026&month=10");
        assertThat(text(CardsView.class)).contains("用地管理科").doesNotContain("龙城街道");
        open("scorecards/street/" + (department.value() + 1) + "/2026/10");
        assertThat(text(EmptyState.class)).contains("不在您的数据范围内");
    }

    @Test
    void the_analysis_shows_each_chart_with_its_data() {
        signIn(Role.BUREAU_LEADER, AccessScope.everything());
        open("analysis?year=2026&month=10");
        assertThat(text(AnalysisView.class)).contains("年底预测", "综合完成率变化来自哪里", "堵点原因排行", "各环节用时", "下载 .xlsx");
        press("数据");
        assertThat(text(HtmlTable.class)).contains("土地供应", "80.58");
        open("analysis?year=2026&month=10&target=T02");
        assertThat(text(AnalysisView.class)).contains("土地供应变化来自哪里");
    }
}
