package cn.guatu.supervision.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.notification.NoticeData;
import cn.guatu.notification.NoticeKind;
import cn.guatu.notification.NoticeSettings;
import cn.guatu.notification.NoticeSettingsService;
import cn.guatu.notification.Notifications;
import cn.guatu.notification.Robot;
import cn.guatu.notification.RobotData;
import cn.guatu.notification.RobotKind;
import cn.guatu.notification.Urgency;
import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.Position;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AccountId;
import cn.guatu.security.AccountService;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerData;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.BlockerTier;
import cn.guatu.supervision.CalendarFeed;
import cn.guatu.supervision.Decision;
import cn.guatu.supervision.DecisionService;
import cn.guatu.supervision.DecisionStatus;
import cn.guatu.supervision.MeetingService;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The pages of meetings, decisions, blockers and notices through what people see, on a real server. */
@GuatuTest
@ViewPackages(packages = {"cn.guatu.supervision.ui", "cn.guatu.notification.ui"})
@WithAnonymousUser
class RegisterViewsTest extends SpringBrowserlessTest {

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Autowired
    DatabaseCleaner database;

    @Autowired
    FixedClock clock;

    @Autowired
    OrgService org;

    @Autowired
    PlanYearService years;

    @Autowired
    ProjectService projects;

    @Autowired
    DecisionService decisions;

    @Autowired
    BlockerService blockers;

    @Autowired
    MeetingService meetings;

    @Autowired
    Registers registers;

    @Autowired
    CalendarFeed calendar;

    @Autowired
    Notifications notifications;

    @Autowired
    AccountService accounts;

    @Autowired
    NoticeSettingsService settings;

    @Autowired
    RetryingTransactions transactions;

    private UnitId renewal;
    private PersonId supervisor;
    private PersonId officer;
    private PhaseId phase;

    @BeforeEach
    void aPhaseThatIsHeldUp() {
        database.clear();
        clock.set(TODAY);
        years.create(2026, PlanYearState.ACTIVE, how());
        List<UnitId> units = org.saveUnits(
                List.of(
                        new UnitData(null, "城市更新科", UnitKind.DEPARTMENT, null, 1),
                        new UnitData(null, "平湖街道", UnitKind.STREET, null, 2)),
                how());
        renewal = units.getFirst();
        List<PersonId> people = org.savePeople(
                List.of(
                        new PersonData(null, "孙督查", "dc", renewal, Position.SUPERVISOR, null, null, true),
                        new PersonData(null, "陈雨", "chenyu", renewal, Position.OFFICER, null, null, true)),
                how());
        supervisor = people.getFirst();
        officer = people.getLast();
        phase = projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                "GX-01",
                                2026,
                                "一期",
                                "平湖更新单元",
                                Category.RENEWAL,
                                PlanNature.PLANNED,
                                renewal,
                                null,
                                "陈雨",
                                officer,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new Share(units.getLast(), BigDecimal.ONE, 1)),
                                1)),
                        how())
                .getFirst();
        projects.saveNodes(
                List.of(new NodeData(
                        null,
                        phase,
                        "规划审批",
                        TODAY.minusDays(20),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        1)),
                how());
        blockers.save(
                List.of(new BlockerData(
                        null,
                        phase,
                        "高压线未迁改",
                        BlockerCause.OTHER_UNIT,
                        "供电局",
                        null,
                        TODAY.minusDays(30),
                        null,
                        null,
                        null,
                        false,
                        BlockerStatus.OPEN,
                        1)),
                how());
    }

    @Test
    void aMeetingHasItsAgendaTakesDownWhatIsDecidedAndHandsItOut() throws Exception {
        decisions.captureAs(2026, TODAY.minusDays(14), "上次没办完的事", renewal, null, TODAY.minusDays(3), how());
        signIn(Role.SUPERVISOR, supervisor, AccessScope.everything());
        long id = meeting();
        open("meetings/" + id);

        assertThat(text(AgendaList.class)).contains("上次议定事项 1 项", "上次没办完的事", "逾期节点 1 项", "规划审批");
        TextField line = $(TextField.class).withCaption("记一条").single();
        test(line).setValue("协调迁改 | 更新 || 尽快");
        test($(Button.class).withText("记下").single()).click();
        assertThat(text(CapturePanel.class)).contains("牵头:城市更新科", "还差:时限“尽快”无法识别");
        test(line).setValue("协调迁改 | 更新 | 供电局 | 月底");
        test($(Button.class).withText("记下").single()).click();

        assertThat(decisions.ofMeeting(2026, TODAY, AccessScope.everything()))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.matter()).isEqualTo("协调迁改");
                    assertThat(decision.due()).isEqualTo(LocalDate.of(2026, 11, 30));
                    assertThat(decision.status()).isEqualTo(DecisionStatus.NOT_ASSIGNED);
                });
        test($(Button.class).withText("全部交办").single()).click();
        assertThat(decisions.ofMeeting(2026, TODAY, AccessScope.everything()))
                .extracting(Decision::status)
                .containsExactly(DecisionStatus.ASSIGNED);

        byte[] minutes = registers.agendas().minutes(meetings.on(2026, TODAY).orElseThrow(), AccessScope.everything());
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(minutes));
                XWPFWordExtractor words = new XWPFWordExtractor(paper)) {
            assertThat(words.getText())
                    .contains("挂图作战工作例会纪要", "2026年11月20日", "上次没办完的事", "协调迁改", "城市更新科", "供电局", "11月30日");
        }
    }

    @Test
    void theRegisterShowsWhatIsLateFirstAndWhoseMoveItIs() {
        decisions.captureAs(2026, TODAY.minusDays(14), "加快签约", renewal, null, TODAY.minusDays(3), how());
        signIn(Role.SUPERVISOR, supervisor, AccessScope.everything());
        long id = decisions.all(2026).getFirst().id().value();
        open("decisions?open=" + id);

        assertThat($(Grid.class).single().getListDataView().getItemCount()).isEqualTo(1);
        assertThat(text(SidePanel.class)).contains("加快签约", "已过时限", "交办");
        test($(Button.class).withText("交办").single()).click();
        assertThat(decisions.all(2026)).extracting(Decision::status).containsExactly(DecisionStatus.ASSIGNED);
        assertThat(text(SidePanel.class)).contains("已交办", "孙督查");
        assertThat($(Button.class).withText("销号").all()).isEmpty();
    }

    @Test
    void anOfficerAnswersABlockerAndASupervisorVerifiesIt() {
        signIn(Role.OFFICER, officer, AccessScope.of(Set.of(renewal), Set.of()));
        long id = blockers.all(2026).getFirst().id().value();
        open("blockers?open=" + id);
        assertThat(text(SidePanel.class)).contains("高压线未迁改", "已堵", "30 天", "科室");
        assertThat($(Button.class).withText("核实销号").all()).isEmpty();
        $(TextArea.class).withCaption("说明").single().setValue("已迁改");
        test($(Button.class).withText("报解决").single()).click();
        assertThat(text(SidePanel.class)).contains("已解决", "已迁改", "陈雨");

        signIn(Role.SUPERVISOR, supervisor, AccessScope.everything());
        open("blockers?status=all&open=" + id);
        test($(Button.class).withText("核实销号").single()).click();
        assertThat(blockers.all(2026))
                .singleElement()
                .satisfies(blocker -> assertThat(blocker.status()).isEqualTo(BlockerStatus.CLOSED));
        assertThat(blockers.register(2026, AccessScope.of(Set.of(), Set.of()))).isEmpty();
    }

    @Test
    void aNoticeIsReadWhenItIsOpenedAndAllAtOnce() {
        signIn(Role.SUPERVISOR, supervisor, AccessScope.everything());
        raise("k1", "请交办议定事项");
        raise("k2", "堵点升级到专班");
        open("notices");
        assertThat(text(Div.class)).contains("未读 2 条", "请交办议定事项", "堵点升级到专班");
        NativeButton line = $(NativeButton.class).all().stream()
                .filter(each -> each.getElement().getTextRecursively().contains("请交办"))
                .findFirst()
                .orElseThrow();
        test(line).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("decisions");
        open("notices");
        assertThat(text(Div.class)).contains("未读 1 条").doesNotContain("请交办议定事项");
        test($(Button.class).withText("全部已读").single()).click();
        assertThat(text(Div.class)).contains("没有未读的通知");
    }

    @Test
    void myNodesAreACalendarAtAnAddressThatCanBeTakenBack() {
        signIn(Role.OFFICER, officer, AccessScope.of(Set.of(renewal), Set.of()));
        open("notices/settings");
        test($(Button.class).withText("生成地址").single()).click();
        String address = $(TextField.class).withCaption("订阅地址(请现在复制)").single().getValue();
        String secret = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");

        String ics = calendar.ics(secret);
        assertThat(ics).contains("BEGIN:VCALENDAR", "SUMMARY:【逾期】规划审批(平湖更新单元)", "DTSTART;VALUE=DATE:20261031", "GX-01");
        calendar.end();
        assertThatThrownBy(() -> calendar.ics(secret))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已停用");
    }

    @Test
    void everybodyChoosesHowHeIsTold() {
        signIn(Role.OFFICER, officer, AccessScope.of(Set.of(renewal), Set.of()));
        open("notices/settings");
        $(Checkbox.class).withCaption("每周一封邮件摘要").single().setValue(false);
        $(Checkbox.class).withCaption("用我自己的免打扰时间").single().setValue(true);
        test($(Button.class).withText("保存").single()).click();
        test($(Button.class).withText("保存").single()).click();

        assertThat(settings.choice().mail()).isFalse();
        assertThat(settings.choice().quiet()).isNotNull();
    }

    @Test
    void theAdministratorSetsTheHoursTheRobotsAndTheClocks() {
        signIn(Role.ADMIN, supervisor, AccessScope.everything());
        open("notices/outbox");
        assertThat(text(Div.class)).contains("还没有发出过", "还没有群机器人");
        assertThatThrownBy(() -> settings.save(
                        new RobotData(null, "群", RobotKind.WECOM, "http://10.0.0.1/", null, null, Urgency.NORMAL, true),
                        0))
                .hasMessageContaining("须为 https");
        test($(Button.class).withText("新增群机器人").single()).click();
        $(TextField.class).withCaption("名称").single().setValue("更新科群");
        $(TextField.class)
                .withCaption("机器人地址")
                .single()
                .setValue("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K");
        test($(Button.class).withText("保存").single()).click();
        assertThat(settings.robots()).extracting(Robot::host).containsExactly("qyapi.weixin.qq.com");
        assertThat(text(Div.class)).doesNotContain("key=K");
        for (int i = 0; i < 2; i++) {
            NoticeSettings now = settings.settings();
            settings.set(new NoticeSettings(DayOfWeek.MONDAY, LocalTime.of(9, 30), now.quiet(), now.version()));
        }
        assertThat(settings.settings().digestDay()).isEqualTo(DayOfWeek.MONDAY);

        open("blockers");
        test($(Button.class).withText("回应时限").single()).click();
        $(IntegerField.class).withCaption("科室").single().setValue(7);
        test($(Button.class).withText("保存").single()).click();
        assertThat(blockers.clocks().days(BlockerTier.DEPARTMENT)).isEqualTo(7);
    }

    private long meeting() {
        open("meetings");
        test($(Button.class).withText("安排例会").single()).click();
        test($(Button.class).withText("安排").single()).click();
        return meetings.on(2026, TODAY).orElseThrow().id().value();
    }

    private void raise(String key, String title) {
        transactions.run(() -> notifications.raise(new NoticeData(
                key, supervisor, NoticeKind.DECISION, title, "", "decisions?year=2026", Urgency.NORMAL)));
    }

    private void signIn(Role role, PersonId person, AccessScope scope) {
        String name = org.person(person).orElseThrow().account();
        AccountId account = accounts.find(String.valueOf(name))
                .map(found -> found.id())
                .orElseGet(() -> accounts.create(String.valueOf(name), person, Set.of(role)));
        Caller caller = new Caller(
                String.valueOf(name),
                "本人",
                Set.of(role),
                RolePermissions.of(Set.of(role)),
                scope,
                account.value(),
                "1");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller,
                        null,
                        AuthorityUtils.createAuthorityList(java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(role.authority()),
                                        RolePermissions.of(Set.of(role)).stream()
                                                .map(Permission::authority))
                                .toList())));
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

    private Recording how() {
        return new Recording(clock.now(), "测试", 2026, null);
    }
}
