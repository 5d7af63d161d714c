package cn.guatu.rollup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.target.Target;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The pages of the desk through what a person sees, over a small year on a real server. */
@GuatuTest
@Import(DeskYear.class)
@ViewPackages(packages = "cn.guatu.rollup.ui")
@WithAnonymousUser
class DeskViewsTest extends SpringBrowserlessTest {

    private static final int ACTIONS_OF_THE_LEDGER = 7;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DeskYear year;

    @Autowired
    RollupService rollup;

    @BeforeEach
    void empty() {
        cleaner.clear();
        clock.reset();
    }

    private void signIn(Role role, AccessScope scope, String name) {
        Caller caller = new Caller("test", name, Set.of(role), RolePermissions.of(Set.of(role)), scope, 1, "1");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller, null, AuthorityUtils.createAuthorityList(role.authority(), "MAY_READ")));
    }

    private void leader() {
        signIn(Role.BUREAU_LEADER, AccessScope.everything(), "何局");
    }

    private void headOf(String department) {
        signIn(Role.DEPARTMENT_HEAD, AccessScope.of(Set.of(year.unit(department)), Set.of()), "王科");
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    @SuppressWarnings("unchecked")
    private void choose(String code) {
        ComboBox<Target> target = $(ComboBox.class).withCaption("指标").single();
        target.setValue(target.getListDataView()
                .getItems()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow());
    }

    private String text(Class<? extends Component> type) {
        return $(type).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .collect(Collectors.joining(" | "));
    }

    private TargetFigure figure(String code) {
        return rollup.targets(DeskYear.YEAR, AsOf.of(clock.today()), AccessScope.everything()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_fresh_system_says_what_to_do_next() {
        signIn(Role.ADMIN, AccessScope.everything(), "管理员");
        open("");
        assertThat(text(EmptyState.class)).contains("还没有年度计划", "导入年度计划");
        signIn(Role.OFFICER, AccessScope.of(Set.of(), Set.of()), "陈雨");
        open("plan");
        assertThat(text(EmptyState.class)).contains("联系系统管理员");
    }

    @Test
    void the_leader_sees_the_whole_and_where_to_push() {
        year.write();
        leader();
        open("");
        assertThat(text(HomeView.class)).contains("综合完成率", "落后的指标", "固定资产投资", "逾期节点", "黄阁坑工业区", "街道", "科室");
    }

    @Test
    void an_officer_sees_his_own_nodes_first() {
        year.write();
        signIn(Role.OFFICER, AccessScope.of(Set.of(year.unit("用地管理科")), Set.of()), "林小满");
        open("");
        assertThat(text(HomeView.class)).contains("我的节点", "土地出让");
        assertThat(text(HomeView.class)).doesNotContain("坂田北片区");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_table_keeps_its_filters_in_the_address_and_a_part_under_its_parent() {
        year.write();
        leader();
        open("plan?text=公共设施");
        PlanTable table = $(PlanTable.class).single();
        assertThat(table.getTreeData().getRootItems())
                .extracting(TargetFigure::code)
                .containsExactly("GH-02");
        assertThat(table.getTreeData()
                        .getChildren(table.getTreeData().getRootItems().getFirst()))
                .extracting(TargetFigure::code)
                .containsExactly("GH-03");
        open("plan");
        test($(Chip.class).all().stream()
                        .filter(chip -> chip.getElement().getTextRecursively().isBlank()
                                || String.valueOf(chip.getAriaLabel().orElse(""))
                                        .startsWith("完成"))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .contains("light=DONE");
        assertThat($(PlanTable.class).single().getTreeData().getRootItems())
                .extracting(TargetFigure::code)
                .containsExactly("ZF-01");
    }

    @Test
    void every_figure_has_a_card_with_an_address_that_escape_closes() {
        year.write();
        leader();
        open("plan?explain=ZF-01@@");
        assertThat($(SidePanel.class).single().isOpen()).isTrue();
        assertThat(text(DescriptionList.class)).contains("80.58", "深更新〔2026〕1号");
        assertThat(text(SidePanel.class)).contains("100.7%", "完成");
        fireShortcut(Key.ESCAPE);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .doesNotContain("explain");
    }

    @Test
    void a_card_of_what_does_not_exist_says_so_in_its_place() {
        year.write();
        leader();
        open("plan?explain=XX-99@@");
        assertThat(text(SidePanel.class)).contains("重试");
    }

    @Test
    void the_department_head_recognises_in_another_unit_and_takes_it_back() {
        year.write();
        headOf("计划规划科");
        open("projects/LG05?year=2026");
        test($(Button.class).withText("计入").all().getFirst()).click();
        choose("GH-03");
        test($(TextField.class).withCaption("数量").single()).setValue("1.6 万㎡");
        assertThat(text(Span.class)).contains("= 1.6\u2009公顷");
        test($(TextField.class).withCaption("文号/证号").single()).setValue("深规土批〔2026〕99号");
        test($(Button.class).withText("计入").all().getLast()).click();
        assertThat(figure("GH-03").achieved()).isEqualByComparingTo("1.6");
        assertThat(Figures.rate(figure("GH-03").rate())).isEqualTo("2.7%");
        Button reverse = (Button) test($(Grid.class).all().getLast()).getCellComponent(1, ACTIONS_OF_THE_LEDGER);
        test(reverse).click();
        test($(Checkbox.class).single()).click();
        test($(TextArea.class).withCaption("原因").single()).setValue("证号录错");
        test($(Button.class).withText("冲正").all().getLast()).click();
        assertThat(figure("GH-03").achieved()).isEqualByComparingTo("0");
    }

    @Test
    void a_quantity_of_another_kind_and_a_row_without_evidence_are_refused_in_words() {
        year.write();
        headOf("计划规划科");
        open("projects/LG05?year=2026");
        test($(Button.class).withText("计入").all().getFirst()).click();
        choose("GH-03");
        test($(TextField.class).withCaption("数量").single()).setValue("3 亿元");
        assertThat(text(Span.class)).contains("不是以公顷计的数量");
        test($(TextField.class).withCaption("数量").single()).setValue("2");
        test($(Button.class).withText("计入").all().getLast()).click();
        assertThat(text(Span.class)).contains("没有依据不能计入");
        assertThat(figure("GH-03").achieved()).isEqualByComparingTo("0");
    }

    @Test
    void a_project_outside_the_scope_is_not_to_be_seen() {
        year.write();
        headOf("综合科");
        open("projects/LG05?year=2026");
        assertThat(text(EmptyState.class)).contains("不在您的数据范围内");
        leader();
        open("projects/LG05?year=2026&asOf=2026-10-31");
        assertThat($(Button.class).withText("计入").all()).isEmpty();
    }

    @Test
    void streets_are_ranked_and_a_street_marks_the_basis_of_its_denominator() {
        year.write();
        leader();
        open("streets");
        assertThat(test($(Grid.class).single()).size()).isPositive();
        open("streets/南湾街道?year=2026");
        assertThat(text(StreetView.class)).contains("南湾街道", "逾期节点");
        assertThat($(Grid.class).all().getFirst().getColumns().toString()).isNotEmpty();
        open("departments/用地管理科?year=2026");
        assertThat(text(DepartmentView.class)).contains("用地管理科", "逾期节点");
        open("streets/%E5%8D%97%E6%B9%BE%E8%A1%97%E9%81%93?year=2026");
        assertThat(text(StreetView.class)).contains("南湾街道").doesNotContain("没有街道");
        open("departments/没有这个科?year=2026");
        assertThat(text(EmptyState.class)).contains("没有科室");
    }

    @Test
    void nodes_are_the_late_ones_unless_asked_otherwise() {
        year.write();
        leader();
        open("nodes");
        assertThat(test($(NodeTable.class).single()).size()).isEqualTo(3);
        open("nodes?state=ALL&street=坂田街道");
        assertThat(test($(NodeTable.class).single()).size()).isEqualTo(2);
    }

    @Test
    void the_cut_off_date_and_the_year_come_from_the_address() {
        year.write();
        leader();
        open("projects?year=2026&asOf=2026-03-31&nature=计划内");
        @Nullable Object shown = $(Select.class).all().getFirst().getValue();
        assertThat(shown).isEqualTo(2026);
        assertThat(text(ProjectsView.class)).contains("3月31日");
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 1));
    }
}
