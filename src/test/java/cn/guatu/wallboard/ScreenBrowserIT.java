package cn.guatu.wallboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
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
import cn.guatu.testing.Relay;
import cn.guatu.testing.SignedIn;
import cn.guatu.testing.SmallDistrict;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A television that nobody touches, in a real browser, at the end of a line that breaks. */
@GuatuTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.quartz.auto-startup=false", "management.server.port=-1"})
class ScreenBrowserIT {

    private static final String PASSWORD = "Wall-2026-look";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4} [A-Z0-9]{4}");
    private static final String FIGURE = "[data-figure='t:GH-03']";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountService accounts;

    @Autowired
    private LedgerService ledger;

    @Autowired
    private TargetService targets;

    @Autowired
    private ScreenService screens;

    @Autowired
    private WallService walls;

    @Autowired
    private DatabaseCleaner cleaner;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext dsl;

    private final List<String> errors = new ArrayList<>();
    private int documents;
    private TargetId target;
    private PhaseId phase;

    @BeforeEach
    void aDistrict() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 10, 31, 23, 59, 40));
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        UnitId street = world.unit("龙城街道", "STREET");
        UnitId department = world.unit("更新科", "DEPARTMENT");
        target = world.target(2026, "GH-03", TargetKind.FLOW, department);
        phase = world.phase(2026, "LG05", department);
        world.share(phase, street, "1", 0);
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
    }

    @AfterEach
    void nothingWentWrongInThePages() {
        assertThat(errors).isEmpty();
    }

    @Test
    void itIsPairedOnceAndComesBackByItselfFromWhateverHappens() {
        accounts.setPassword(accounts.create("admin", null, Set.of(Role.ADMIN)), PASSWORD);
        try (Browser browser = new Browser();
                Relay line = new Relay(port)) {
            Page tv = page(browser, 1920, 1080);
            tv.navigate("http://localhost:" + line.port() + "/screen");
            Locator code = tv.locator("guatu-pairing .code");
            assertThat(code).hasText(CODE);
            Page admin = administratorAtTheScreens(browser);
            button(admin, "配对大屏").first().click();
            admin.getByLabel("配对码").fill(code.innerText());
            admin.getByLabel("位置").fill("三楼大厅");
            button(admin, "配对").click();
            assertThat(tv.locator(FIGURE)).hasText("0.0%");
            tv.waitForFunction(
                    "async () => (await navigator.serviceWorker.getRegistration('/screen'))?.active?.state === 'activated'");

            recognise("1.6");
            assertThat(tv.locator(FIGURE)).hasText("2.7%");
            assertThat(tv.reload().text()).as("the picture comes with the page").contains("\"GH-03\"");
            assertThat(tv.locator(FIGURE)).hasText("2.7%");

            line.cut();
            assertThat(tv.locator(".stale")).containsText("连接中断 · 画面为");
            assertThat(tv.locator(FIGURE)).hasText("2.7%");
            tv.reload();
            assertThat(tv.locator(".stale")).containsText("10月31日 23:59:40 的数据");
            assertThat(tv.locator(FIGURE)).hasText("2.7%");
            tv.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "screen-cut.png")));

            recognise("1.6");
            line.mend();
            assertThat(tv.locator(FIGURE)).hasText("5.3%", new HasTextOptions().setTimeout(20_000));
            assertThat(tv.locator(".stale")).hasCount(0);

            button(admin, "解除配对").click();
            admin.locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
                    .first()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("解除配对"))
                    .click();
            assertThat(tv.locator("guatu-pairing")).containsText("配对已解除，请重新配对");
            assertThat(code).hasText(CODE);
            tv.context().clearCookies();
            tv.reload();
            assertThat(tv.locator("guatu-pairing")).containsText("还没有配对");
        }
    }

    @Test
    void pagesTakeTurnsByTheirDwellAndHoursAndTheClockOfTheTelevisionIsNeverRead() {
        try (Browser browser = new Browser();
                Relay line = new Relay(port)) {
            Page tv = page(browser, 1920, 1080);
            tv.clock().install(new Clock.InstallOptions().setTime("2019-03-03T08:00:00Z"));
            tv.clock().pauseAt("2019-03-03T08:00:01Z");
            pair(
                    tv,
                    line,
                    List.of(
                            WallPlace.always("OVERVIEW", 5),
                            new WallPlace("SCORES", 60, LocalTime.of(8, 0), LocalTime.of(18, 0)),
                            WallPlace.always("RED", 7)));
            tv.clock().runFor(3_000);
            assertThat(tv.locator(".clock")).containsText("10月31日 周六");
            assertThat(tv.locator(".clock")).containsText("23:59");
            Locator stage = tv.locator(".stage");
            assertThat(stage).hasAttribute("data-page", "OVERVIEW");
            goOn(tv, 5);
            assertThat(stage).hasAttribute("data-page", "RED");
            goOn(tv, 6);
            assertThat(stage).hasAttribute("data-page", "RED");
            goOn(tv, 1);
            assertThat(stage).hasAttribute("data-page", "OVERVIEW");

            goOn(tv, 9);
            assertThat(tv.locator(".clock")).containsText("11月1日 周日");
            assertThat(tv.locator(".clock")).containsText("00:00");
            assertThat(tv.locator(".clock")).containsText("数据截至 11月1日");
        }
    }

    @Test
    void aPageThatCannotBeReadKeepsItsLastGoodStateAndTheOthersGoOn() {
        try (Browser browser = new Browser();
                Relay line = new Relay(port)) {
            Page tv = page(browser, 6656, 1792);
            pair(tv, line, List.of(WallPlace.always("OVERVIEW", 60), WallPlace.always("DECISIONS", 60)));
            Locator decisions = tv.locator("[data-page=DECISIONS]");
            assertThat(decisions).containsText("还没有议定事项");
            dsl.execute("rename table decision to decision_away");
            try {
                recognise("1.6");
                assertThat(tv.locator(FIGURE)).hasText("2.7%");
                assertThat(decisions).containsText("暂时没有新数据，为 23:59:40 的状态");
                assertThat(decisions).containsText("还没有议定事项");
            } finally {
                dsl.execute("rename table decision_away to decision");
            }
            recognise("1.6");
            assertThat(tv.locator(FIGURE)).hasText("5.3%");
            assertThat(decisions).not().containsText("暂时没有新数据");
        }
    }

    /** The television shows a code and an administrator confirms it; it asks every three seconds. */
    private void pair(Page tv, Relay line, List<WallPlace> places) {
        tv.navigate("http://localhost:" + line.port() + "/screen");
        Locator code = tv.locator("guatu-pairing .code");
        assertThat(code).hasText(CODE);
        SignedIn.everywhere(Role.ADMIN, "admin").does(() -> {
            WallId wall = walls.save(new Wall(null, "大厅", "挂图作战", WallScope.WHOLE, null, places, null, 0));
            return screens.pair(code.innerText(), "大厅", wall);
        });
    }

    /** Time passes on both sides alike. */
    private void goOn(Page tv, int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        tv.clock().runFor(seconds * 1_000L);
    }

    private Page administratorAtTheScreens(Browser browser) {
        Page admin = page(browser, 1440, 900);
        Browser.signIn(admin, "http://127.0.0.1:" + port + "/login", "admin", PASSWORD);
        admin.navigate("http://127.0.0.1:" + port + "/walls/screens");
        return admin;
    }

    private Page page(Browser browser, int width, int height) {
        Page page = browser.newPage(width, height);
        page.onPageError(errors::add);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void recognise(String quantity) {
        ledger.post(
                new NewRecognition(
                        phase,
                        target,
                        null,
                        null,
                        LocalDate.of(2026, 9, 20),
                        new BigDecimal(quantity),
                        null,
                        false,
                        "深规〔2026〕%d号".formatted(++documents),
                        null,
                        null),
                recording());
    }

    private Recording recording() {
        return new Recording(clock.now(), "测试", 2026, null);
    }
}
