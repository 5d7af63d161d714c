package cn.guatu.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A real Chromium for what only a browser can show; it talks to this machine alone. */
public final class Browser implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A page has this long to show what is expected; it ends at once when it does. Two busy cores need more than the usual 5 s. */
    private static final double PATIENCE_MILLIS = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(Path.of(chromiumPath()))
                    .setArgs(QUIET));

    /** A page of a new visitor. */
    public Page newPage(int width, int height) {
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, height));
        return visitor.newPage();
    }

    /** Signs in at the address of the login page and waits until another page is there. */
    public static void signIn(Page page, String login, String account, String password) {
        page.navigate(login);
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
    }

    private static String chromiumPath() {
        String named = System.getenv("GUATU_CHROMIUM");
        return named != null ? named : "/usr/bin/chromium";
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
