package cn.guatu.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.assessment.MonthService;
import cn.guatu.org.MonthState;
import cn.guatu.org.MonthStep;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
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
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The screens of 按月评估 through what a person sees. */
@GuatuTest
@ViewPackages(packages = "cn.guatu.assessment.ui")
@WithAnonymousUser
class AssessmentViewsTest extends SpringBrowserlessTest {

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    OrgService org;

    @Autowired
    PlanYearService years;

    @Autowired
    PlanMonths months;

    @Autowired
    MonthService service;

    private UnitId 更新科;

    @BeforeEach
    void aYear() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 4, 3, 9, 0));
        Recording how = new Recording(clock.now(), "admin", 2026, null);
        years.create(2026, PlanYearState.ACTIVE, how);
        更新科 = org.saveUnits(
                        List.of(
                                new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1),
                                new UnitData(null, "平湖街道", UnitKind.STREET, null, 2)),
                        how)
                .getFirst();
    }

    private static void signIn(Role role, AccessScope scope) {
        Set<Permission> permissions = RolePermissions.of(Set.of(role));
        Caller caller = new Caller("test", "测试", Set.of(role), permissions, scope, 1, "1");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller,
                        null,
                        AuthorityUtils.createAuthorityList(
                                permissions.stream().map(Permission::authority).toArray(String[]::new))));
    }

    @Test
    void theSupervisorCutsAMonthOffAndIsAskedFirst() {
        signIn(Role.SUPERVISOR, AccessScope.everything());
        go("assessment/months", "year=2026");
        verbs(0).getFirst().click();
        Dialog dialog = $(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("2026年1月 · 截数");
        test($(Button.class).withText("截数").all().getLast()).click();
        assertThat(months.state(2026, 1)).isEqualTo(MonthState.CUT_OFF);
    }

    @Test
    void everybodySeesTheLocksAndOnlyTheOfficeMovesThem() {
        publish(1);
        signIn(Role.OFFICER, AccessScope.of(Set.of(更新科), Set.of()));
        go("assessment/months", "year=2026");
        assertThat(cell(0, 1).getElement().getTextRecursively()).isEqualTo("已发布");
        assertThat(verbs(0)).extracting(Button::getText).containsExactly("经过");
        assertThat(verbs(1)).isEmpty();
    }

    @Test
    void aUnitSeesItsOwnDraftAndAllRanksOncePublished() {
        signIn(Role.DEPARTMENT_HEAD, AccessScope.of(Set.of(更新科), Set.of()));
        UI.getCurrent().navigate("assessment/2026/2");
        assertThat($(H2.class).withText("街道").all()).isEmpty();
        assertThat($(H2.class).withText("科室").all()).hasSize(1);
        publish(1);
        go("assessment/2026/1", "unit=更新科");
        assertThat($(H2.class).withText("街道").all()).hasSize(1);
        assertThat($(SidePanel.class).single().isOpen()).isTrue();
        test($(Chip.class).all().get(3)).click();
        assertThat($(Paragraph.class).withTextContaining("发布值 + 补报 + 更正 = 最新值").all())
                .hasSize(1);
        test($(Chip.class).all().get(4)).click();
        assertThat($(Paragraph.class).withTextContaining("校验值").all()).hasSize(1);
        go("assessment/2026/2", "tab=bridge");
        assertThat($(EmptyState.class).all()).hasSize(1);
    }

    @Test
    void aDraftOfRulesShowsWhatIsWrongWithIt() {
        signIn(Role.SUPERVISOR, AccessScope.everything());
        UI.getCurrent().navigate("assessment/rules");
        assertThat($(Paragraph.class).withTextContaining("检查通过").all()).hasSize(1);
        test($(Button.class).withText("据此起草新版").single()).click();
        test($(BigDecimalField.class).withCaption("权重").all().getFirst()).setValue(new BigDecimal("45"));
        test($(Button.class).withText("启用").single()).click();
        assertThat($(ListItem.class).withTextContaining("合计应为 100，现为 95").all()).hasSize(1);
        test($(BigDecimalField.class).withCaption("权重").all().getFirst()).setValue(new BigDecimal("50"));
        test($(Button.class).withText("启用").single()).click();
        assertThat($(Button.class).withText("据此起草新版").all()).hasSize(1);
    }

    private Component cell(int row, int column) {
        return test($(Grid.class).single()).getCellComponent(row, column);
    }

    private List<Button> verbs(int row) {
        return cell(row, 4).getChildren().map(Button.class::cast).toList();
    }

    private static void go(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private void publish(int month) {
        for (MonthStep step : List.of(MonthStep.CUT_OFF, MonthStep.REVIEW, MonthStep.OBJECTION, MonthStep.PUBLISH)) {
            service.takeAs("dc1", 2026, month, step, null, false);
        }
    }
}
