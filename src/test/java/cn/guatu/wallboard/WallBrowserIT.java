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
import cn.guatu.testing.SmallDistrict;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A leader at the wall in a real browser: what is recognised elsewhere arrives without a click. */
@GuatuTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.quartz.auto-startup=false", "management.server.port=-1"})
class WallBrowserIT {

    private static final String PASSWORD = "Wall-2026-look";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountService accounts;

    @Autowired
    private LedgerService ledger;

    @Autowired
    private TargetService targets;

    @Autowired
    private DatabaseCleaner cleaner;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext dsl;

    @Test
    void aRecognitionArrivesAtAnOpenWall() {
        cleaner.clear();
        clock.reset();
        accounts.setPassword(accounts.create("leader", null, Set.of(Role.BUREAU_LEADER)), PASSWORD);
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        UnitId street = world.unit("龙城街道", "STREET");
        UnitId department = world.unit("更新科", "DEPARTMENT");
        TargetId target = world.target(2026, "GH-03", TargetKind.FLOW, department);
        PhaseId phase = world.phase(2026, "LG05", department);
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

        List<String> errors = new ArrayList<>();
        try (Browser browser = new Browser()) {
            Page page = browser.newPage(1920, 1080);
            page.onPageError(errors::add);
            Browser.signIn(page, "http://127.0.0.1:" + port + "/login", "leader", PASSWORD);
            page.navigate("http://127.0.0.1:" + port + "/wall?year=2026");
            assertThat(page.locator("[data-figure='t:GH-03']")).hasText("0.0%");

            ledger.post(
                    new NewRecognition(
                            phase,
                            target,
                            null,
                            null,
                            LocalDate.of(2026, 9, 20),
                            new BigDecimal("1.6"),
                            null,
                            false,
                            "深规〔2026〕5号",
                            null,
                            null),
                    recording());

            assertThat(page.locator("[data-figure='t:GH-03']")).hasText("2.7%");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "wall.png")));
        }
        assertThat(errors).isEmpty();
    }

    private Recording recording() {
        return new Recording(clock.now(), "测试", 2026, null);
    }
}
