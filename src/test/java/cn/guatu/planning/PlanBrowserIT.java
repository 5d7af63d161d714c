package cn.guatu.planning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.project.ProjectService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AccountService;
import cn.guatu.security.Role;
import cn.guatu.testing.Browser;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * An empty year is broken down in a real browser: 80 公顷 into nine projects over four streets, counted back by a template; one is 倒挂 and
 * gives way; the city makes it 92, the leader sees what that does, and the gap opens.
 */
@GuatuTest
@Import(PlanningWorld.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.quartz.auto-startup=false", "management.server.port=-1"})
class PlanBrowserIT {

    private static final int YEAR = PlanningWorld.YEAR;
    private static final String PASSWORD = "Desk-2027-plan";
    private static final String COPIED = """
        项目名称\t街道\t责任人\t数量\t计划完成
        平湖二期\t平湖街道:60%;南湾街道:40%\t李明\t12公顷\t12月底
        南湾地块\t南湾\t赵敏\t9\t12月31日
        坂田北片\t坂田\t李明\t8\t年底
        布吉新城\t布吉\t赵敏\t10\t年底
        布吉西片\t布吉\t李明\t8\t年底
        坂田南片\t坂田\t赵敏\t7\t年底
        平湖东片\t平湖\t李明\t8\t年底
        南湾港区\t南湾\t赵敏\t8\t年底
        """;

    @LocalServerPort
    private int port;

    @Autowired
    private AccountService accounts;

    @Autowired
    private PlanningWorld world;

    @Autowired
    private ProjectService projects;

    @Autowired
    private RollupService rollup;

    @Autowired
    private FixedClock clock;

    private final List<String> errors = new ArrayList<>();

    @Test
    void anEmptyYearIsBrokenDownScheduledAndAdjusted() {
        world.fresh();
        accounts.setPassword(accounts.create("planner", null, Set.of(Role.SUPERVISOR)), PASSWORD);
        accounts.setPassword(accounts.create("leader", null, Set.of(Role.BUREAU_LEADER)), PASSWORD);
        try (Browser browser = new Browser()) {
            Page page = signedIn(browser, "planner");
            breakDown(page);
            countBack(page);
            print(page);
            giveWay(page);
            clock.set(LocalDate.of(YEAR, 11, 10));
            world.recognise("土地供应", "70", LocalDate.of(YEAR, 10, 20));
            propose(page);
            approve(signedIn(browser, "leader"));

            page.navigate(address("breakdown/" + YEAR));
            row(page, "target").click();
            assertThat(gap(page)).containsText("12");
            assertThat(page.locator("guatu-breakdown .row.target .flag")).hasText("缺口 12");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "plan.png")));
        }
        TargetFigure figure = figure();
        assertThat(figure.target()).isEqualByComparingTo("92");
        assertThat(figure.light()).isEqualTo(Light.YELLOW);
        assertThat(errors).isEmpty();
    }

    private void breakDown(Page page) {
        page.navigate(address("breakdown/" + YEAR));
        page.locator("guatu-breakdown input[aria-label=新增指标名称]").focus();
        type(page, "土地供应", "公顷", "80", "用地管理科", "何局");
        assertThat(row(page, "target")).hasCount(1);
        row(page, "target").click();
        assertThat(gap(page)).containsText("80");
        page.keyboard().press("Insert");
        type(page, "平湖旧改", "平湖", "", "李明", "10", "年底");
        assertThat(gap(page)).containsText("70");
        row(page, "target").click();
        page.locator("guatu-breakdown .scroll").evaluate("""
                (scroller, text) => {
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  scroller.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
                }\
                """, COPIED);
        page.locator("vaadin-button:has-text('新增 8 行')").click();
        assertThat(gap(page)).containsText("0");
        assertThat(page.locator("guatu-breakdown .row.target .flag")).hasText("已配平");
    }

    private void countBack(Page page) {
        page.navigate(address("schedule?year=" + YEAR));
        page.locator("vaadin-button:has-text('批量套用模板')").click();
        page.locator("vaadin-select:has-text('阶段模板')").click();
        page.locator("vaadin-select-list-box vaadin-select-item:has-text('土地整备')")
                .click();
        page.locator("vaadin-button:has-text('套用到 9 个项目')").click();
        assertThat(page.getByText("已给 9 个项目套用")).isVisible();
        assertThat(page.locator(".guatu-page-header .scope")).containsText("没有倒挂");
        assertThat(projects.nodes(YEAR)).hasSize(9 * 6);
    }

    /** The list of responsibilities on A4 has all of its lines, on as many pages as that takes. */
    private void print(Page page) {
        page.navigate(address("responsibilities?year=" + YEAR));
        assertThat(page.locator(".guatu-duties")).containsText("布吉新城");
        byte[] paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (PDDocument document = Loader.loadPDF(paper)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            projects.phases(YEAR).forEach(phase -> assertThat(text).contains(phase.projectName()));
            assertThat(text).contains("年责任清单").doesNotContain("移交");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One project is wanted by the end of May: there is not time enough, and it gives way. */
    private void giveWay(Page page) {
        String code = projects.phases(YEAR).getFirst().projectCode();
        page.navigate(address("schedule/" + code + "?year=" + YEAR));
        page.locator("vaadin-button:has-text('套用模板')").click();
        Locator finish = page.locator("vaadin-date-picker input");
        finish.fill(YEAR + "-05-31");
        finish.press("Enter");
        assertThat(page.locator(".guatu-panel")).containsText("倒挂");
        // Some stages would have to be done before the year: that is asked about, not silently taken.
        page.locator(".guatu-panel vaadin-checkbox").click();
        page.locator(".guatu-panel vaadin-button:text-is('套用')").click();
        assertThat(page.locator(".guatu-filters")).containsText("倒挂");
        page.locator("vaadin-button:has-text('压缩建议')").click();
        page.locator("vaadin-button:has-text('顺延到最早可能')").click();
        page.locator("vaadin-text-area textarea").fill("签约延后，按最早可能顺延");
        page.locator("vaadin-button:has-text('保存为新版本'):not([disabled])").click();
        assertThat(page.locator(".guatu-beside")).isHidden();
        assertThat(page.locator(".guatu-page-header .scope")).containsText("不倒挂");
    }

    private void propose(Page page) {
        assertThat(figure().light()).isEqualTo(Light.GREEN);
        page.navigate(address("targets/" + YEAR + "/ZB-01"));
        page.locator("vaadin-button:has-text('提出调整')").click();
        Locator panel = page.locator(".guatu-panel");
        panel.getByLabel("年度目标").fill("92");
        panel.getByLabel("文号").fill("深发改〔2027〕12号");
        panel.locator("vaadin-button:has-text('提交批准')").click();
        assertThat(page.locator(".guatu-page-body")).containsText("待批准");
    }

    private void approve(Page page) {
        page.navigate(address("targets/" + YEAR + "/ZB-01"));
        Locator effect = page.locator(".guatu-page-body");
        assertThat(effect).containsText("12 公顷");
        assertThat(effect).containsText("达序时");
        assertThat(effect).containsText("关注");
        assertThat(effect).containsText("87.0%");
        page.locator("vaadin-button:has-text('批准')").first().click();
        assertThat(effect).containsText("版本 2 个");
        assertThat(effect).containsText("深发改〔2027〕12号");
    }

    private TargetFigure figure() {
        return rollup.targets(YEAR, AsOf.of(clock.today()), AccessScope.everything())
                .getFirst();
    }

    private Page signedIn(Browser browser, String account) {
        Page page = browser.newPage(1440, 900);
        page.onPageError(errors::add);
        Browser.signIn(page, address("login"), account, PASSWORD);
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    private static Locator row(Page page, String kind) {
        return page.locator("guatu-breakdown .row." + kind + " .cell.first").first();
    }

    private static Locator gap(Page page) {
        return page.locator("[data-figure=gap]");
    }

    /** Fills the line under the table field by field and ends with Enter. */
    private static void type(Page page, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            page.keyboard().type(texts[i]);
            page.keyboard().press(i == texts.length - 1 ? "Enter" : "Tab");
        }
    }
}
