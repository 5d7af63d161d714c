package cn.guatu.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.testing.Browser;
import cn.guatu.testing.GuatuTest;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The production page in a real browser: a stranger is led to the door, in Chinese and without errors. */
@GuatuTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.quartz.auto-startup=false", "management.server.port=-1"})
class FrontDoorBrowserIT {

    @LocalServerPort
    private int port;

    @Test
    void aStrangerIsLedToTheSignInPage() {
        List<String> errors = new ArrayList<>();
        try (Browser browser = new Browser()) {
            Page page = browser.newPage(1280, 800);
            page.onPageError(errors::add);
            page.navigate("http://127.0.0.1:" + port + "/");
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
            assertThat(page.locator("input[type=password]").first()).isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "front-door.png")));
        }
        assertThat(errors).isEmpty();
    }
}
