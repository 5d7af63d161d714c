package cn.guatu.supervision.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccountService;
import cn.guatu.security.Role;
import cn.guatu.testing.Browser;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

/** A 督办单 in a real browser, by the right people: issued for a late node, signed, planned, answered, returned, answered again, 销号. */
@GuatuTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"guatu.jobs.enabled=false", "management.server.port=-1"})
class OrderBrowserIT {

    private static final String PASSWORD = "Order-2026-closed";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountService accounts;

    @Autowired
    private OrgService org;

    @Autowired
    private DatabaseCleaner cleaner;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext dsl;

    @Test
    void anOrderGoesFromItsIssueOverAReturnToItsClosing() {
        district();
        List<String> errors = new ArrayList<>();
        try (Browser browser = new Browser()) {
            Page supervisor = signedIn(browser, "dc1", errors);
            supervisor.navigate(at("supervision?view=LATE"));
            button(supervisor, "督办单").first().click();
            supervisor.getByLabel("督办事由").fill("已逾期，多次催办未见进展");
            button(supervisor, "签发督办单").click();
            assertThat(supervisor).hasURL(Pattern.compile(".*/supervision/orders/\\d+"));
            assertThat(supervisor.locator("body")).containsText("督〔2026〕1号");
            assertThat(panel(supervisor)).containsText("待签收");

            Page head = signedIn(browser, "kz1", errors);
            head.navigate(supervisor.url());
            button(head, "签收").click();
            assertThat(panel(head)).containsText("已签收");
            say(head, "报整改方案", "7月20日前补齐材料并报批", "整改中");
            say(head, "答复", "材料已补齐", "已答复");

            supervisor.navigate(supervisor.url());
            say(supervisor, "退回", "缺少盖章页，请补正", "已退回");
            head.navigate(head.url());
            assertThat(panel(head)).containsText("缺少盖章页，请补正");
            say(head, "答复", "已补盖章页", "已答复");
            supervisor.navigate(supervisor.url());
            say(supervisor, "核验通过", "现场核验属实", "已核验");
            button(supervisor, "销号").click();
            assertThat(panel(supervisor)).containsText("已销号");
            supervisor.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "order-closed.png")));

            byte[] paper = supervisor
                    .request()
                    .get(supervisor.url().replaceFirst("/supervision/.*", "/")
                            + supervisor
                                    .locator("a.guatu-export", hasText("打印文书"))
                                    .getAttribute("href"))
                    .body();
            assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        assertThat(errors).isEmpty();
    }

    private static void say(Page page, String action, String words, String state) {
        page.locator(".guatu-order vaadin-text-area textarea").first().fill(words);
        button(page, action).click();
        assertThat(panel(page).locator("dd").first()).hasText(state);
    }

    private static Locator panel(Page page) {
        return page.locator(".guatu-order");
    }

    private void district() {
        cleaner.clear();
        // The node was planned for 30 June: ten working days late.
        clock.set(LocalDateTime.of(2026, 7, 14, 9, 0));
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        UnitId lead = world.unit("更新科", "DEPARTMENT");
        UnitId office = world.unit("督查室", "DEPARTMENT");
        PhaseId phase = world.phase(2026, "LG05", lead);
        world.share(phase, world.unit("龙城街道", "STREET"), "1", 0);
        world.node(phase, "规划审批");
        PersonId head = person("王科", "kz1", lead, Position.DEPARTMENT_HEAD);
        PersonId supervisor = person("李督", "dc1", office, Position.OFFICER);
        accounts.setPassword(accounts.create("kz1", head, Set.of(Role.DEPARTMENT_HEAD)), PASSWORD);
        accounts.setPassword(accounts.create("dc1", supervisor, Set.of(Role.SUPERVISOR)), PASSWORD);
    }

    private PersonId person(String name, String account, UnitId unit, Position position) {
        return org.savePeople(
                        List.of(new PersonData(null, name, account, unit, position, null, null, true)),
                        new Recording(clock.now(), "测试", 2026, null))
                .getFirst();
    }

    private Page signedIn(Browser browser, String account, List<String> errors) {
        Page page = browser.newPage(1440, 900);
        page.onPageError(errors::add);
        Browser.signIn(page, at("login"), account, PASSWORD);
        return page;
    }

    private static Locator button(Page page, String word) {
        return page.locator("vaadin-button", hasText("^\\s*" + word + "\\s*$"));
    }

    private static Page.LocatorOptions hasText(String pattern) {
        return new Page.LocatorOptions().setHasText(Pattern.compile(pattern));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }
}
