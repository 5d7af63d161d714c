package cn.guatu.planning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.guatu.security.AccountService;
import cn.guatu.security.Role;
import cn.guatu.testing.Browser;
import cn.guatu.testing.GuatuTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Two people break a year down at once in two real browsers, by keys: they see each other and nothing is lost. */
@GuatuTest
@Import(PlanningWorld.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.quartz.auto-startup=false", "management.server.port=-1"})
class BreakdownBrowserIT {

    private static final String PASSWORD = "Desk-2027-plan";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountService accounts;

    @Autowired
    private PlanningWorld world;

    private final List<String> errors = new ArrayList<>();

    @Test
    void twoPeopleEditAtOnceAndNothingIsLost() {
        world.fresh();
        accounts.setPassword(accounts.create("first", null, Set.of(Role.SUPERVISOR)), PASSWORD);
        accounts.setPassword(accounts.create("second", null, Set.of(Role.SUPERVISOR)), PASSWORD);
        try (Browser browser = new Browser()) {
            Page first = desk(browser, "first");
            first.locator("guatu-breakdown input[aria-label=新增指标名称]").focus();
            type(first, "土地供应", "公顷", "80", "用地管理科");
            assertThat(row(first, "target")).hasCount(1);
            row(first, "target").click();
            first.keyboard().press("Insert");
            type(first, "平湖旧改", "平湖", "", "李明", "30", "6月底");
            assertThat(row(first, "phase")).hasCount(1);

            // What is wrong is said once: the later sentence takes the place of the earlier one.
            for (String bad : List.of("none", "nothing")) {
                quantity(first).click();
                first.keyboard().type(bad);
                first.keyboard().press("Enter");
                assertThat(first.locator("vaadin-notification-card")
                                .filter(new Locator.FilterOptions().setHasText(bad + "”")))
                        .isVisible();
            }
            assertThat(first.locator("vaadin-notification-card")).hasCount(1);
            first.locator("vaadin-notification-card vaadin-button").click();

            Page second = desk(browser, "second");
            assertThat(row(second, "phase")).hasCount(1);
            assertThat(first.locator(".guatu-guest")).hasText("second");

            // Both type into the same cell; the one who is later is asked.
            quantity(first).click();
            first.keyboard().type("40");
            quantity(second).click();
            second.keyboard().type("50");
            second.keyboard().press("Enter");
            assertThat(quantity(second)).containsText("50");
            // The cell shows what was typed before the server has it; only when it is saved is the second one the
            // earlier.
            assertThat(saving(second)).hasCount(0);
            first.keyboard().press("Enter");
            assertThat(first.locator("vaadin-confirm-dialog")).containsText("50");
            first.locator("vaadin-button:has-text('用我的')").click();
            assertThat(quantity(second)).containsText("40");

            // Different cells of one row do not disturb each other.
            quantity(first).click();
            first.keyboard().type("80");
            row(second, "phase").locator(".cell[data-column='5']").click();
            // Chinese comes from an input method, not from keys: the cell is opened first.
            second.keyboard().press("F2");
            second.keyboard().type("赵敏");
            second.keyboard().press("Enter");
            assertThat(row(second, "phase")).containsText("赵敏");
            assertThat(saving(second)).hasCount(0);
            first.keyboard().press("Enter");
            for (Page each : List.of(first, second)) {
                assertThat(row(each, "phase")).containsText("赵敏");
                assertThat(quantity(each)).containsText("80");
                assertThat(row(each, "target")).containsText("已配平");
            }
            first.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "breakdown.png")));
        }
        Assertions.assertThat(errors).isEmpty();
    }

    private Page desk(Browser browser, String account) {
        Page page = browser.newPage(1440, 900);
        page.onPageError(errors::add);
        Browser.signIn(page, "http://127.0.0.1:" + port + "/login", account, PASSWORD);
        page.navigate("http://127.0.0.1:" + port + "/breakdown/" + PlanningWorld.YEAR);
        assertThat(page.locator("guatu-breakdown .add")).isVisible();
        return page;
    }

    private static Locator row(Page page, String kind) {
        return page.locator("guatu-breakdown .row." + kind);
    }

    private static Locator quantity(Page page) {
        return row(page, "phase").locator(".cell[data-column='1']");
    }

    private static Locator saving(Page page) {
        return page.locator("guatu-breakdown .cell.saving");
    }

    /** Fills the line under the table field by field and ends with Enter. */
    private static void type(Page page, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            page.keyboard().type(texts[i]);
            page.keyboard().press(i == texts.length - 1 ? "Enter" : "Tab");
        }
    }
}
