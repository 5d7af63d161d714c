package cn.guatu.shell;

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
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Issue 6, for every eye: axe finds nothing serious on the main screens, and a thumb finds what it wants on a telephone. */
@GuatuTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.quartz.auto-startup=false", "management.server.port=-1"})
class AccessBrowserIT {

    private static final String PASSWORD = "Access-2026-eye";
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** Vaadin has nothing under way, and the page shows its title. */
    private static final String SETTLED =
            "() => document.querySelector('h1, guatu-wall') && Object.values(window.Vaadin?.Flow?.clients ?? {})"
                    + ".every(client => !client.isActive?.())";

    /** Controls of the page that are lower than a finger needs; those of a grid's own and of hidden parts left out. */
    private static final String TOO_LOW = "() => [...document.querySelectorAll('.guatu-page"
            + " :is(vaadin-button, button, a), vaadin-drawer-toggle')].filter(each => { const box ="
            + " each.getBoundingClientRect(); return box.width && box.height && box.left < innerWidth && box.height <"
            + " 44; }).map(each => each.localName + '.' + each.className + ' ' + each.textContent.trim())";

    /** What a screen reader or a tooltip says in English: two words of the Latin alphabet beside each other. */
    private static final String ENGLISH = "() => [...document.querySelectorAll('[aria-label], [title], [placeholder]')]"
            + ".flatMap(each => ['aria-label', 'title', 'placeholder'].map(name => each.getAttribute(name)))"
            + ".filter(text => text && /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text))";

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
    void axeFindsNothingSeriousOnTheMainScreensAndEveryNameIsChinese() {
        List<String> found = new ArrayList<>();
        try (Browser browser = new Browser()) {
            Page stranger = browser.newPage(1440, 900);
            stranger.navigate(at("login"));
            stranger.locator("input[name=username]").waitFor();
            found.addAll(serious(stranger, "login"));
            look(browser, "zr1", found, "", "my-week", "plan", "notices", "chart", "map");
            look(browser, "kz1", found, "review", "breakdown/2026", "scorecards", "streets", "projects/LG05");
            look(browser, "dc1", found, "supervision", "supervision/orders", "assessment", "bulletin", "analysis");
            look(browser, "boss", found, "import", "accounts", "walls", "responsibilities", "calendar?year=2026");
            look(browser, "boss", found, "wall?year=2026");
        }
        assertThat(found).isEmpty();
    }

    @Test
    void onATelephoneNothingSticksOutAndEverythingCanBeTouched() {
        List<String> found = new ArrayList<>();
        try (Browser browser = new Browser()) {
            Page officer = signedIn(browser, "zr1", 390, 844);
            for (String path : List.of("", "my-week", "plan", "notices")) {
                touch(officer, path, found);
            }
            Page head = signedIn(browser, "kz1", 390, 844);
            for (String path : List.of("scorecards", "supervision/orders")) {
                touch(head, path, found);
            }
        }
        assertThat(found).isEmpty();
    }

    private void look(Browser browser, String account, List<String> found, String... paths) {
        Page page = signedIn(browser, account, 1440, 900);
        for (String path : paths) {
            open(page, path);
            found.addAll(serious(page, path));
            ((List<?>) page.evaluate(ENGLISH)).forEach(each -> found.add(path + " in English: " + each));
        }
        page.context().close();
    }

    private void touch(Page page, String path, List<String> found) {
        open(page, path);
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))) {
            found.add(path + " is wider than the telephone");
        }
        ((List<?>) page.evaluate(TOO_LOW)).forEach(each -> found.add(path + " too low: " + each));
    }

    private void open(Page page, String path) {
        page.navigate(at(path));
        page.waitForFunction(SETTLED);
    }

    private static List<String> serious(Page page, String path) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> path + " " + told(rule))
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(5).toList();
    }

    @BeforeEach
    void district() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 6, 10, 9, 0));
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        UnitId lead = world.unit("更新科", "DEPARTMENT");
        TargetId target = world.target(2026, "GH-03", TargetKind.FLOW, lead);
        PhaseId phase = world.phase(2026, "LG05", lead);
        world.share(phase, world.unit("龙城街道", "STREET"), "1", 0);
        NodeId contract = world.node(phase, "土地出让合同");
        dsl.update(Tables.NODE)
                .set(Tables.NODE.TARGET_ID, target.value())
                .set(Tables.NODE.PLANNED, LocalDate.of(2026, 5, 6))
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
        account("zr1", officer, Role.OFFICER);
        account("kz1", person("王科", "kz1", lead, Position.DEPARTMENT_HEAD), Role.DEPARTMENT_HEAD);
        account("dc1", null, Role.SUPERVISOR);
        account("boss", null, Role.ADMIN);
        dsl.update(Tables.PHASE).set(Tables.PHASE.OWNER_ID, officer.value()).execute();
        reports.ask(2026, ReportingWeek.of(2026, 24), List.of(new Ask(phase, contract, officer, "已逾期")), recording());
    }

    private void account(String name, PersonId person, Role role) {
        accounts.setPassword(accounts.create(name, person, Set.of(role)), PASSWORD);
    }

    private PersonId person(String name, String account, UnitId unit, Position position) {
        return org.savePeople(
                        List.of(new PersonData(null, name, account, unit, position, null, null, true)), recording())
                .getFirst();
    }

    private Page signedIn(Browser browser, String account, int width, int height) {
        Page page = browser.newPage(width, height);
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
