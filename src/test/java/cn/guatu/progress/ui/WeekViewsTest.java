package cn.guatu.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.jooq.Tables;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.progress.Ask;
import cn.guatu.progress.Claim;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.ReportItem;
import cn.guatu.progress.ReportKey;
import cn.guatu.progress.ReportService;
import cn.guatu.progress.ReportState;
import cn.guatu.progress.Submission;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SignedIn;
import cn.guatu.testing.SmallDistrict;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The officer's and the reviewer's week through what they see, on a real server. */
@GuatuTest
@ViewPackages(packages = {"cn.guatu.progress.ui", "cn.guatu.rollup.ui"})
@WithAnonymousUser
class WeekViewsTest extends SpringBrowserlessTest {

    private static final ReportingWeek W24 = ReportingWeek.of(2026, 24);

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    ReportService reports;

    @Autowired
    LedgerService ledger;

    @Autowired
    DSLContext dsl;

    private UnitId 更新科;
    private PhaseId P;
    private NodeId 出让;
    private NodeId 审批;
    private long account;

    @BeforeEach
    void a_week() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 6, 10, 9, 0));
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        更新科 = world.unit("更新科", "DEPARTMENT");
        TargetId target = world.target(2026, "GH-01", TargetKind.FLOW, 更新科);
        P = world.phase(2026, "LG05", 更新科);
        world.share(P, world.unit("甲街道", "STREET"), "1", 0);
        出让 = world.node(P, "土地出让合同");
        审批 = world.node(P, "规划审批");
        dsl.update(Tables.NODE)
                .set(Tables.NODE.TARGET_ID, target.value())
                .set(Tables.NODE.QUANTITY, new BigDecimal("3.2"))
                .where(Tables.NODE.ID.eq(出让.value()))
                .execute();
        PersonId officer = person();
        dsl.update(Tables.PHASE).set(Tables.PHASE.OWNER_ID, officer.value()).execute();
        reports.ask(
                2026,
                W24,
                List.of(new Ask(P, 出让, officer, "6月30日到期"), new Ask(P, 审批, officer, "6月30日到期")),
                new Recording(clock.now(), "系统·每周督办", 2026, null));
    }

    @Test
    void an_officer_finishes_his_week_item_by_item() {
        officer();
        open("my-week");
        assertThat(text(MyWeekView.class)).contains("第24周(6/8–6/14)", "还有 2 项待报", "土地出让合同", "6月30日到期");

        click("填报");
        assertThat($(ReportForm.class).all()).hasSize(1);
        test(field("GH-01 累计(公顷)")).setValue("1.6 万㎡");
        test(area("进展情况")).setValue("合同已签");
        click("提交并下一项");

        assertThat(item(出让).claimed()).isEqualByComparingTo("1.6");
        assertThat(text(MyWeekView.class)).contains("还有 1 项待报");
        assertThat($(ReportForm.class).all()).as("the next one is open").hasSize(1);
        open("my-week");
        click("无变化");
        assertThat(item(审批).noChange()).isTrue();
        assertThat(text(MyWeekView.class)).contains("已全部填报");
        click("撤回");
        assertThat(reports.items(2026, W24, W24)).extracting(ReportItem::state).contains(ReportState.DRAFT);
    }

    @Test
    void what_is_typed_is_there_when_the_page_is_opened_again() {
        officer();
        open("my-week");
        click("填报");
        test(area("进展情况")).setValue("写到一半");
        assertThat(text(Span.class)).contains("草稿已保存 09:00:00");

        open("");
        open("my-week");
        click("继续填报");
        assertThat(area("进展情况").getValue()).isEqualTo("写到一半");
    }

    @Test
    void less_than_before_asks_for_the_reason_in_its_place() {
        officer().does(() -> reports.submit(new Submission(key(出让), claim("3"), 0)));
        clock.set(LocalDateTime.of(2026, 6, 17, 9, 0));
        reports.ask(
                2026,
                W24.next(),
                List.of(new Ask(P, 出让, null, "到期")),
                new Recording(clock.now(), "系统·每周督办", 2026, null));
        officer();
        open("my-week?item=" + Words.key(key(出让).in(W24.next())));
        test(field("GH-01 累计(公顷)")).setValue("2");
        assertThat(field("为什么比上次少(审核后作冲减)").isVisible()).isTrue();
        click("提交并下一项");
        assertThat(text(Span.class)).contains("低于上次填报的 3 公顷，请说明原因");
    }

    @Test
    void two_people_on_one_item_see_both_sides() {
        officer();
        open("my-week");
        click("填报");
        test(area("进展情况")).setValue("我的进展");
        program().does(() -> reports.submit(new Submission(key(出让), Claim.of("对方进展", null, null), 0)));
        click("提交并下一项");
        assertThat(text(Comparison.class)).contains("我的进展", "对方进展");
        click("用我的内容提交");
        assertThat(officer()
                        .does(() -> reports.report(key(出让)))
                        .orElseThrow()
                        .claim()
                        .progress())
                .isEqualTo("我的进展");
    }

    @Test
    void thirty_items_are_pasted_from_a_spreadsheet_and_shown_before_they_are_filled_in() {
        officer();
        open("my-week?mode=table");
        test(area("从电子表格粘贴")).setValue("事项\t累计\t进展情况\n土地出让合同\t2\t已签\n没有这项\t1\t无\n规划审批\t\t已受理");
        assertThat(text(WeekTable.class)).contains("读懂 2 行", "没有这项");
        click("填入下表 2 项");
        click("提交已填写的");
        assertThat(item(出让).claimed()).isEqualByComparingTo("2");
        assertThat(item(审批).state()).isEqualTo(ReportState.SUBMITTED);
    }

    @Test
    void the_head_sees_what_is_claimed_and_confirmed_and_approves() {
        officer().does(() -> reports.submit(new Submission(key(出让), claim("1.5"), 0)));
        head();
        open("");
        assertThat(text(Anchor.class)).contains("待审核周报 1 项");
        open("review?item=" + Words.key(key(出让)));
        assertThat($(SidePanel.class).single().isOpen()).isTrue();
        assertThat(text(ReviewPanel.class)).contains("填报累计", "1.5", "已确认", "提交");
        assertThat(field("本次计入(公顷)").getValue()).isEqualTo("1.5");
        click("通过");
        assertThat(ledger.rowsOf(P)).hasSize(1);
        assertThat(text(ReviewView.class)).contains("没有待审核的周报");
        open("report-history/" + P.value() + "/" + 出让.value());
        assertThat(text(TimelineView.class)).contains("审核通过", "认定累计 1.5", "填报累计 1.5");
    }

    @Test
    void returning_needs_a_reason() {
        officer().does(() -> reports.submit(new Submission(key(出让), claim("1.5"), 0)));
        head();
        open("review?item=" + Words.key(key(出让)));
        click("退回");
        assertThat(text(Span.class)).contains("请在下方填写退回原因");
        test(area("退回原因")).setValue("请附合同");
        click("退回");
        assertThat(item(出让).state()).isEqualTo(ReportState.RETURNED);
        officer();
        open("my-week");
        assertThat(text(MyWeekView.class)).contains("退回原因：请附合同");
    }

    @Test
    @SuppressWarnings("unchecked")
    void many_are_approved_after_a_look_at_what_is_posted() {
        officer().does(() -> reports.submit(new Submission(key(出让), claim("1.5"), 0)));
        officer().does(() -> reports.submit(new Submission(key(审批), Claim.nothingMoved(), 0)));
        head();
        open("review");
        Grid<Object> grid = $(Grid.class).single();
        grid.asMultiSelect().setValue(grid.getListDataView().getItems().collect(Collectors.toSet()));
        click("通过所选 2 项");
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("+1.5");
        test(dialog).confirm();
        assertThat(reports.items(2026, W24, W24)).extracting(ReportItem::state).containsOnly(ReportState.APPROVED);
    }

    @Test
    void the_supervisor_opens_a_closed_week_again_and_the_officer_finds_it() {
        clock.set(LocalDateTime.of(2026, 6, 12, 13, 0));
        signIn(Role.SUPERVISOR, "dc1", account + 2);
        open("report-history/" + P.value() + "/" + 出让.value());
        test(field("原因")).setValue("出差补报");
        click("重新开启");
        assertThat(text(TimelineView.class)).contains("dc1 重新开启", "出差补报");
        officer();
        open("my-week");
        assertThat(text(MyWeekView.class)).contains("第25周", "补报第24周", "土地出让合同");
    }

    private ReportItem item(NodeId node) {
        return reports.items(2026, W24, W24).stream()
                .filter(each -> node.equals(each.node()))
                .findFirst()
                .orElseThrow();
    }

    private static Claim claim(String cumulative) {
        return new Claim(new BigDecimal(cumulative), null, null, null, null, "推进中", null, null, null, false);
    }

    private static ReportKey key(PhaseId phase, NodeId node) {
        return new ReportKey(W24, phase, node);
    }

    private ReportKey key(NodeId node) {
        return key(P, node);
    }

    private PersonId person() {
        dsl.insertInto(Tables.PERSON)
                .set(Tables.PERSON.NAME, "张三")
                .set(Tables.PERSON.NAME_KEY, "张三")
                .set(Tables.PERSON.ACCOUNT, "zr1")
                .set(Tables.PERSON.IDENTITY_KEY, "a:zr1")
                .set(Tables.PERSON.UNIT_ID, 更新科.value())
                .execute();
        long person =
                dsl.select(Tables.PERSON.ID).from(Tables.PERSON).fetchSingle().value1();
        dsl.insertInto(Tables.USER_ACCOUNT)
                .set(Tables.USER_ACCOUNT.USERNAME, "zr1")
                .set(Tables.USER_ACCOUNT.USERNAME_KEY, "zr1")
                .set(Tables.USER_ACCOUNT.DISPLAY_NAME, "张三")
                .set(Tables.USER_ACCOUNT.PERSON_ID, person)
                .set(Tables.USER_ACCOUNT.CREATED_AT, Instant.EPOCH)
                .set(Tables.USER_ACCOUNT.CREATED_BY, "test")
                .execute();
        account = dsl.select(Tables.USER_ACCOUNT.ID)
                .from(Tables.USER_ACCOUNT)
                .fetchSingle()
                .value1();
        return new PersonId(person);
    }

    private SignedIn officer() {
        return signIn(Role.OFFICER, "zr1", account);
    }

    private SignedIn head() {
        return signIn(Role.DEPARTMENT_HEAD, "kz1", account + 1);
    }

    private static SignedIn program() {
        return SignedIn.program();
    }

    private SignedIn signIn(Role role, String name, long id) {
        Caller caller = new Caller(
                name, name, Set.of(role), RolePermissions.of(role), AccessScope.of(Set.of(更新科), Set.of()), id, "1");
        String[] authorities = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(role.authority()),
                        caller.permissions().stream().map(each -> each.authority()))
                .toArray(String[]::new);
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller, null, AuthorityUtils.createAuthorityList(authorities)));
        return new SignedIn(caller);
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    private void click(String word) {
        test($(Button.class).withText(word).all().getFirst()).click();
    }

    private TextField field(String caption) {
        return $(TextField.class).withCaption(caption).single();
    }

    private TextArea area(String caption) {
        return $(TextArea.class).withCaption(caption).single();
    }

    private String text(Class<? extends Component> type) {
        return $(type).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .collect(Collectors.joining(" | "));
    }
}
