package cn.guatu.progress.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.jooq.Tables;
import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.Ask;
import cn.guatu.progress.ReportService;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccountService;
import cn.guatu.security.Role;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import cn.guatu.testing.Browser;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the officer's phone to the wall in a real browser: he reports, his head approves, the wall shows it. */
@GuatuTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.quartz.auto-startup=false", "management.server.port=-1"})
class WeekBrowserIT {

    private static final String PASSWORD = "Week-2026-report";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountService accounts;

    @Autowired
    private OrgService org;

    @Autowired
    private TargetService targets;

    @Autowired
    private ReportService reports;

    @Autowired
    private DatabaseCleaner cleaner;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext dsl;

    @Test
    void aReportFromThePhoneIsApprovedAndArrivesAtTheWall() {
        district();
        List<String> errors = new ArrayList<>();
        try (Browser browser = new Browser()) {
            Page wall = signedIn(browser, "leader", 1920, 1080, errors);
            wall.navigate(at("wall?year=2026"));
            assertThat(wall.locator("[data-figure='t:GH-03']")).hasText("0.0%");

            Page phone = signedIn(browser, "zr1", 390, 844, errors);
            phone.navigate(at("my-week"));
            assertThat(phone.locator(".guatu-page-header .scope")).containsText("还有 2 项待报");
            button(phone, "填报").first().click();
            phone.getByLabel("GH-03 累计(公顷)").fill("1.6");
            phone.getByLabel("进展情况").fill("合同已签");
            phone.keyboard().press("Control+Enter");
            assertThat(phone.locator(".guatu-page-header .scope")).containsText("还有 1 项待报");
            assertThat(phone.evaluate("document.documentElement.scrollWidth <= 390"))
                    .as("nothing sticks out at 390 px")
                    .isEqualTo(true);
            phone.navigate(at("my-week"));
            button(phone, "无变化").first().click();
            assertThat(phone.locator(".guatu-page-header .scope")).containsText("已全部填报");
            phone.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "my-week.png")));

            Page head = signedIn(browser, "kz1", 1440, 900, errors);
            head.navigate(at("review"));
            head.locator(".guatu-open", new Page.LocatorOptions().setHasText("土地出让合同"))
                    .click();
            assertThat(head.locator(".guatu-review")).containsText("填报累计");
            head.locator(".guatu-review vaadin-button").first().click();
            assertThat(wall.locator("[data-figure='t:GH-03']")).hasText("2.7%");
        }
        assertThat(errors).isEmpty();
    }

    private void district() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 6, 10, 9, 0));
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        UnitId lead = world.unit("更新科", "DEPARTMENT");
        TargetId target = world.target(2026, "GH-03", TargetKind.FLOW, lead);
        PhaseId phase = world.phase(2026, "LG05", lead);
        world.share(phase, world.unit("龙城街道", "STREET"), "1", 0);
        NodeId contract = world.node(phase, "土地出让合同");
        NodeId approval = world.node(phase, "规划审批");
        dsl.update(Tables.NODE)
                .set(Tables.NODE.TARGET_ID, target.value())
                .where(Tables.NODE.ID.eq(contract.value()))
                .execute();
        targets.addVersions(
                List.of(new TargetVersionData(
                        target,
                        VersionStatus.CONFIRMED,
                        new BigDecimal("60"),
                        false,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null,
                        null)),
                recording());
        PersonId officer = person("张三", "zr1", lead, Position.OFFICER);
        PersonId head = person("王科", "kz1", lead, Position.DEPARTMENT_HEAD);
        dsl.update(Tables.PHASE).set(Tables.PHASE.OWNER_ID, officer.value()).execute();
        accounts.setPassword(accounts.create("zr1", officer, Set.of(Role.OFFICER)), PASSWORD);
        accounts.setPassword(accounts.create("kz1", head, Set.of(Role.DEPARTMENT_HEAD)), PASSWORD);
        accounts.setPassword(accounts.create("leader", null, Set.of(Role.BUREAU_LEADER)), PASSWORD);
        reports.ask(
                2026,
                ReportingWeek.of(2026, 24),
                List.of(new Ask(phase, contract, officer, "6月30日到期"), new Ask(phase, approval, officer, "6月30日到期")),
                recording());
    }

    private PersonId person(String name, String account, UnitId unit, Position position) {
        return org.savePeople(
                        List.of(new PersonData(null, name, account, unit, position, null, null, true)), recording())
                .getFirst();
    }

    private Page signedIn(Browser browser, String account, int width, int height, List<String> errors) {
        Page page = browser.newPage(width, height);
        page.onPageError(errors::add);
        Browser.signIn(page, at("login"), account, PASSWORD);
        return page;
    }

    private static Locator button(Page page, String word) {
        return page.locator(
                "vaadin-button", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + word + "\\s*$")));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    private Recording recording() {
        return new Recording(clock.now(), "测试", 2026, null);
    }
}
