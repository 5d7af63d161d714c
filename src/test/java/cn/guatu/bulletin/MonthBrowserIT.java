package cn.guatu.bulletin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.jooq.Tables;
import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.NodeData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AccountService;
import cn.guatu.security.Role;
import cn.guatu.target.TargetId;
import cn.guatu.testing.Browser;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A month in a real browser: closed, objected to, corrected, approved, published, told on a phone, checked in Word, and read years later. */
@GuatuTest
@Import(BulletinYear.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"guatu.jobs.enabled=false", "spring.quartz.auto-startup=false", "management.server.port=-1"})
class MonthBrowserIT {

    private static final String PASSWORD = "Month-2026-close";
    private static final String CARD = "scorecards/leader/陈副局长/2026/10";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountService accounts;

    @Autowired
    private OrgService org;

    @Autowired
    private ProjectService projects;

    @Autowired
    private LedgerService ledger;

    @Autowired
    private AssessmentService assessment;

    @Autowired
    private BulletinYear year;

    @Autowired
    private DatabaseCleaner cleaner;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext dsl;

    @TempDir
    private Path files;

    private final List<String> errors = new ArrayList<>();

    @Test
    void aMonthIsClosedArguedWithPublishedAndStaysWhatItWas() throws IOException {
        district();
        try (Browser browser = new Browser()) {
            Page office = signedIn(browser, "dc1", 1440, 900);
            Page head = signedIn(browser, "kz1", 1440, 900);
            Page leader = signedIn(browser, "ld1", 1440, 900);

            step(office, "截数", "节点已催报，先行截数");
            step(office, "转审核", null);
            step(office, "进入异议期", null);
            head.navigate(at("assessment/2026/10?unit=用地管理科"));
            Locator item = head.locator(".guatu-score-item", new Page.LocatorOptions().setHasText("节点1"));
            button(item, "提出异议").click();
            head.getByLabel("异议理由").fill("证照已于9月取得，系统未登记");
            button(head.locator("body"), "提交异议").click();
            assertThat(head.locator(".guatu-objections")).containsText("待答复");

            office.navigate(at("assessment/2026/10?tab=objections"));
            assertThat(office.locator(".guatu-objections")).containsText("用地管理科 · ");
            office.getByLabel("答复").fill("属实，返还");
            button(office.locator("body"), "采纳").click();
            assertThat(office.locator(".guatu-objections")).containsText("已采纳");
            head.navigate(at("assessment/2026/10?unit=用地管理科"));
            assertThat(head.locator(".guatu-scorecard")).containsText("更正：");

            leader.navigate(at("assessment/months?year=2026"));
            button(october(leader), "审定").click();
            button(leader.locator("vaadin-dialog"), "审定").click();
            assertThat(leader.locator("vaadin-grid")).containsText("ld1 已审定");
            step(office, "发布", "缺报已通报");
            assertThat(office.locator("vaadin-grid")).containsText("已锁定");
            assertThat(office.locator("vaadin-grid")).containsText("重新开启");

            onThePhone(browser);
            Instant published = assessment.published(2026).getFirst().publishedAt();
            checkedInWord(office);
            late(office);
            readLater(leader, published);
        }
        assertThat(errors).isEmpty();
    }

    /** The leader's scorecard at 390 px; who is not signed in is asked to. */
    private void onThePhone(Browser browser) {
        Page stranger = browser.newPage(390, 844);
        stranger.navigate(at(CARD));
        assertThat(stranger).hasURL(Pattern.compile(".*/login.*"));
        Page phone = signedIn(browser, "ld1", 390, 844);
        phone.navigate(at(CARD));
        assertThat(phone.locator(".guatu-heads")).containsText("只评单位，不评个人");
        assertThat(phone.locator(".guatu-cardlines")).containsText("土地供应");
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= 390"))
                .as("nothing sticks out at 390 px")
                .isEqualTo(true);
    }

    /** One figure changed in the file, one sentence added in the browser: the first is found, the second named. */
    private void checkedInWord(Page office) throws IOException {
        office.navigate(at("bulletin/2026/10"));
        Path exported = files.resolve("通报.docx");
        office.waitForDownload(() -> office.getByText("导出 Word").click()).saveAs(exported);
        Path changed = files.resolve("改过的通报.docx");
        Files.write(changed, changed(Files.readAllBytes(exported)));
        office.locator("input[type=file]").setInputFiles(changed);
        assertThat(office.locator(".guatu-finding")).containsText("88.58公顷");
        assertThat(office.locator(".guatu-finding")).containsText("应为 80.58公顷");
        Locator area = office.locator(".guatu-paragraph.body textarea").first();
        area.fill(area.inputValue() + "另有9宗正在报批。");
        area.blur();
        assertThat(office.locator(".guatu-figure.differs").first()).containsText("手工数字");
    }

    private static byte[] changed(byte[] docx) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        entry.getName().equals("word/document.xml")
                                ? new String(content, StandardCharsets.UTF_8)
                                        .replaceFirst("80\\.58公顷", "88.58公顷")
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }

    /** Late data of a closed month: the bridge tells them, the snapshot stays. */
    private void late(Page office) {
        clock.set(LocalDateTime.of(2026, 11, 20, 9, 0));
        ledger.post(
                new NewRecognition(
                        phase(),
                        new TargetId(dsl.fetchSingle(Tables.TARGET).getId()),
                        null,
                        null,
                        LocalDate.of(2026, 10, 20),
                        new BigDecimal("2"),
                        null,
                        false,
                        "青地合字〔2026〕9号",
                        null,
                        null),
                recording());
        office.navigate(at("assessment/2026/10?tab=bridge"));
        Locator leave = button(office.locator("body"), "离开");
        leave.or(office.getByText("发布以来有 1 项指标变化")).first().waitFor();
        if (leave.count() > 0) {
            leave.click();
        }
        Locator changed = office.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("82.58"));
        assertThat(changed.first()).isVisible();
        assertThat(office.locator("body")).containsText("发布以来没有灯发生变化");
    }

    /** The wall and the table as they were published. */
    private void readLater(Page leader, Instant published) {
        leader.navigate(at("assessment/2026/10?tab=snapshot"));
        leader.getByText("挂图（发布时所知）").click();
        assertThat(leader.locator("guatu-wall")).containsText("时光机：数据截至 2026-10-31");
        leader.navigate(at("plan?year=2026&asOf=2026-10-31&knownAt=" + published));
        assertThat(leader.locator("body")).containsText("时光机");
        assertThat(leader.locator("body")).containsText("80.58");
    }

    private void step(Page office, String step, String reason) {
        office.navigate(at("assessment/months?year=2026"));
        button(october(office), step).click();
        Locator dialog = office.locator("vaadin-dialog");
        assertThat(dialog).containsText(step);
        if (reason != null) {
            assertThat(dialog.locator(".guatu-findings")).isVisible();
            button(dialog, step).click();
            assertThat(dialog).containsText("确需继续的，请说明理由");
            dialog.locator("textarea").fill(reason);
        }
        button(dialog, step).click();
        assertThat(dialog).hasCount(0);
    }

    private static Locator october(Page page) {
        return page.locator("[data-month='10']");
    }

    private static Locator button(Locator in, String word) {
        return in.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + word + "\\s*$")))
                .first();
    }

    private void district() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 11, 4, 9, 0));
        UnitId lead = year.write();
        for (int i = 1; i <= 4; i++) {
            LocalDate day = LocalDate.of(2026, 9, i);
            projects.saveNodes(
                    List.of(new NodeData(
                            null,
                            phase(),
                            "节点" + i,
                            day,
                            null,
                            i == 1 ? null : day,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            false,
                            null,
                            i + 1)),
                    recording());
        }
        account("dc1", "叶专员", lead, Position.SUPERVISOR, Role.SUPERVISOR);
        account("kz1", "王科", lead, Position.DEPARTMENT_HEAD, Role.DEPARTMENT_HEAD);
        account("ld1", "陈副局长", new UnitId(lead.value() - 1), Position.BUREAU_LEADER, Role.BUREAU_LEADER);
        clock.set(LocalDateTime.of(2026, 11, 5, 9, 0));
    }

    private PhaseId phase() {
        return new PhaseId(dsl.fetchSingle(Tables.PHASE).getId());
    }

    private void account(String account, String name, UnitId unit, Position position, Role role) {
        accounts.setPassword(
                accounts.create(
                        account,
                        org.savePeople(
                                        List.of(new PersonData(null, name, account, unit, position, null, null, true)),
                                        recording())
                                .getFirst(),
                        Set.of(role)),
                PASSWORD);
    }

    private Page signedIn(Browser browser, String account, int width, int height) {
        Page page = browser.newPage(width, height);
        page.onPageError(errors::add);
        Browser.signIn(page, at("login"), account, PASSWORD);
        return page;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    private Recording recording() {
        return new Recording(clock.now(), "测试", 2026, null);
    }
}
