package cn.guatu.supervision.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.schedule.PeriodicWorks;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.progress.WeekDeadlines;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.supervision.LadderRules;
import cn.guatu.supervision.OrderService;
import cn.guatu.supervision.OrderState;
import cn.guatu.supervision.SupervisedDistrict;
import cn.guatu.supervision.SupervisionOrder;
import cn.guatu.supervision.SupervisionWord;
import cn.guatu.supervision.WordService;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.Printed;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** 督查, 督办单 and 督办规则 through what a person sees. */
@GuatuTest
@Import(SupervisedDistrict.class)
@ViewPackages(packages = "cn.guatu.supervision.ui")
@WithAnonymousUser
class SupervisionViewsTest extends SpringBrowserlessTest {

    @Autowired
    SupervisedDistrict district;

    @Autowired
    PeriodicWorks works;

    @Autowired
    OrderService orders;

    @Autowired
    WordService words;

    @Autowired
    LadderRules rules;

    @Autowired
    ReportDeadlines deadlines;

    @Autowired
    FixedClock clock;

    @BeforeEach
    void mondayAfterTheRound() {
        clock.set(LocalDateTime.of(2026, 6, 8, 9, 0));
        district.begin();
        district.node("方案设计核查", LocalDate.of(2026, 6, 18));
        district.node("土地及建筑物信息核查", LocalDate.of(2026, 6, 4));
        district.node("实施主体确认", LocalDate.of(2026, 4, 30));
        works.run("weekly-supervision", clock.today(), "tester");
    }

    @Test
    void theSupervisorSeesWhoIsSilentAndWhatIsLate() {
        supervisor();
        open("supervision");
        assertThat(text(PageFrame.class)).contains("第24周", "已报 0 / 2", "填报率 0%");
        assertThat($(Chip.class).all())
                .extracting(chip -> chip.getElement().getTextRecursively())
                .contains("未报 2", "逾期节点 2", "督办阶梯 3");

        open("supervision?view=SILENT");
        assertThat(rows()).hasSize(2);
        open("supervision?view=LATE&unit=" + URLEncoder.encode("更新科", StandardCharsets.UTF_8));
        assertThat(rows()).hasSize(2);
    }

    @Test
    void anUrgeIsSaidInThePanelAndStaysToBeSeen() {
        supervisor();
        open("supervision?view=WORDS");
        SayPanel panel = new SayPanel(
                words,
                SupervisionWord.Kind.URGE,
                2026,
                SupervisionWord.About.item(district.phase, null),
                "平湖更新单元 一期",
                () -> {});
        UI.getCurrent().add(panel);
        $(TextArea.class, panel).single().setValue("本周内报送签约进度");
        $(Button.class, panel).single().click();

        assertThat(district.asHead().does(() -> words.words(2026)))
                .singleElement()
                .satisfies(word -> {
                    assertThat(word.text()).isEqualTo("本周内报送签约进度");
                    assertThat(word.told()).isEqualTo("王责任、李科长");
                });
        open("supervision?view=WORDS&week=2026-W24");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void theHeadOfTheDepartmentSignsForAnOrderFromItsAddress() {
        signIn(Role.DEPARTMENT_HEAD, AccessScope.of(Set.of(district.renewal), Set.of()));
        SupervisionOrder order = orders.orders(2026).getFirst();
        open("supervision/orders/" + order.id().value());

        assertThat(text(SidePanel.class)).contains("督〔2026〕1号", "待签收", "平湖更新单元 一期 · 实施主体确认");
        $(Button.class).withText("签收").single().click();

        assertThat(orders.order(order.id()).state()).isEqualTo(OrderState.SIGNED);
        assertThat(text(SidePanel.class)).contains("已签收");
    }

    @Test
    void anOrderIsPrintedAsADocument() {
        supervisor();
        SupervisionOrder order = orders.orders(2026).getFirst();
        Printed paper =
                Printed.pdf(OrderPaper.pdf(order, "更新科", orders.steps(order.id()), account -> "〔" + account + "〕"));

        assertThat(paper.text().replaceAll("\\s", ""))
                .contains("督办单", "督〔2026〕1号", "平湖更新单元一期·实施主体确认", "更新科", "承办科室负责人（签字）")
                .as("whoever acted is called by his name")
                .contains("〔系统·每周督办〕");
    }

    @Test
    void rulesAreSavedAsANewVersionAndPreviewedWithoutSending() {
        clock.set(LocalDateTime.of(2026, 6, 15, 9, 0));
        supervisor();
        open("supervision/rules");
        $(Button.class).withText("预览上周会发出什么").single().click();
        assertThat($(Grid.class).single().getGenericDataView().getItems().count())
                .isGreaterThanOrEqualTo(3);

        $(IntegerField.class).withCaption("超过几个工作日转督办单").single().setValue(60);
        $(Button.class).withText("保存为新版本").single().click();

        assertThat(rules.current().version()).isEqualTo(1);
        assertThat(rules.current().settings().orderAfter()).isEqualTo(60);
    }

    @Test
    void aDeadlineIsChangedAfterItsMeaningWasShownAndAsked() {
        supervisor();
        open("supervision/rules");
        $(TimePicker.class).withCaption("应报时间").single().setValue(LocalTime.of(15, 30));
        assertThat($(DeadlinesCard.class).single().getElement().getTextRecursively())
                .contains("第24周", "应报 6月11日 15:30", "截止 6月12日 12:00");

        $(Button.class).withText("保存填报时限").single().click();
        assertThat(deadlines.setting().dueTime()).isEqualTo(LocalTime.of(17, 0));
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(deadlines.setting().dueTime()).isEqualTo(LocalTime.of(15, 30));
        // What is remembered outlives the cleaning of the database.
        deadlines.change(WeekDeadlines.USUAL);
    }

    @SuppressWarnings("unchecked")
    private List<Object> rows() {
        return ((Grid<Object>) $(Grid.class).single())
                .getGenericDataView()
                .getItems()
                .toList();
    }

    private String text(Class<? extends Component> type) {
        return $(type).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .reduce("", String::concat);
    }

    private void supervisor() {
        signIn(Role.SUPERVISOR, AccessScope.everything());
    }

    private static void signIn(Role role, AccessScope scope) {
        Caller caller = new Caller("test", "钱督查", Set.of(role), RolePermissions.of(role), scope, 1, "1");
        List<String> authorities = new ArrayList<>(List.of(role.authority()));
        RolePermissions.of(role).forEach(permission -> authorities.add(permission.authority()));
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller, null, AuthorityUtils.createAuthorityList(authorities)));
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }
}
