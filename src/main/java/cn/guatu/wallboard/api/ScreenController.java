package cn.guatu.wallboard.api;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.wallboard.Screen;
import cn.guatu.wallboard.ScreenService;
import cn.guatu.wallboard.WallFeed;
import cn.guatu.wallboard.WallKey;
import cn.guatu.wallboard.WallLogo;
import cn.guatu.wallboard.WallService;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a television asks for: the page and its files, a code, its token, the picture of its wall and the line of news. */
@RestController
@RequestMapping("/screen")
class ScreenController {

    private static final String COOKIE = "guatu_screen";
    private static final Duration COOKIE_LIVES = Duration.ofDays(400);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final Logger LOG = LoggerFactory.getLogger(ScreenController.class);

    private final ScreenFiles files;
    private final ScreenService screens;
    private final WallService walls;
    private final WallFeed feed;
    private final BusinessClock clock;

    ScreenController(ScreenFiles files, ScreenService screens, WallService walls, WallFeed feed, BusinessClock clock) {
        this.files = files;
        this.screens = screens;
        this.walls = walls;
        this.feed = feed;
        this.clock = clock;
    }

    /** The page, with the picture of a paired screen in it; the worker keeps it without, for when the server is away. */
    @GetMapping({"", "/"})
    ResponseEntity<byte[]> page(
            @CookieValue(name = COOKIE, required = false) @Nullable String token, HttpServletRequest request) {
        try {
            Optional<Screen> screen = active(token);
            if (screen.isPresent()) {
                return renewing(String.valueOf(token), request)
                        .contentType(HTML)
                        .body(files.page(picture(screen.get())));
            }
        } catch (RuntimeException e) {
            LOG.warn("The page of a screen goes out without its picture; the screen asks for it", e);
        }
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(files.page(""));
    }

    /** The worker may answer for the page itself, which lies a step above it. */
    @GetMapping("/worker.js")
    ResponseEntity<byte[]> worker() {
        ScreenFiles.File file = files.find("wall/worker.js").orElseThrow();
        return ResponseEntity.ok()
                .header("Service-Worker-Allowed", "/screen")
                .header(HttpHeaders.CONTENT_TYPE, file.type())
                .cacheControl(CacheControl.noCache())
                .body(file.content());
    }

    /** A module; its address names the build, so it never changes. */
    @GetMapping("/{build:[0-9a-f]{16}}/{*name}")
    ResponseEntity<byte[]> module(@PathVariable String build, @PathVariable String name) {
        boolean current = build.equals(files.build());
        return file(
                name.substring(1),
                current ? CacheControl.maxAge(365, TimeUnit.DAYS).immutable() : CacheControl.noStore());
    }

    /** The picture beside the title; its address is its hash. */
    @GetMapping("/logo/{hash:[0-9a-f]{64}}")
    ResponseEntity<byte[]> logo(@PathVariable String hash) {
        WallLogo logo = walls.logo(hash).orElseThrow(() -> Refusal.notFound("没有这张标志图片。"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, logo.type())
                .cacheControl(CacheControl.maxAge(365, TimeUnit.DAYS).immutable())
                .body(logo.content());
    }

    /** A code to show, and the ticket to claim the token with. */
    @PostMapping("/pairing")
    ScreenService.Ask ask(HttpServletRequest request) {
        return screens.ask(request.getRemoteAddr());
    }

    /** Sent with a ticket. */
    record Claim(String ticket) {}

    /** 202 while nobody confirmed the code; 200 with the token in a cookie; 404 when the code has run out. */
    @PostMapping("/pairing/claim")
    ResponseEntity<Void> claim(@RequestBody Claim claim, HttpServletRequest request) {
        String token = screens.claim(claim.ticket());
        return token == null
                ? ResponseEntity.accepted().build()
                : ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie(token, request))
                        .build();
    }

    /** What the wall of this screen shows now. */
    @GetMapping("/picture")
    ResponseEntity<?> picture(
            @CookieValue(name = COOKIE, required = false) @Nullable String token, HttpServletRequest request) {
        Optional<Screen> screen = active(token);
        if (screen.isEmpty()) {
            return unpaired(token);
        }
        return renewing(String.valueOf(token), request)
                .header("Guatu-Build", files.build())
                .contentType(MediaType.APPLICATION_JSON)
                .body(picture(screen.get()));
    }

    /** The line of news: the {@code picture} at once unless the screen has it, {@code news} of what changed, {@code ping} in between. */
    @GetMapping("/events")
    ResponseEntity<?> events(
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            @RequestParam(defaultValue = "") String canvas,
            @RequestParam(defaultValue = "") String has,
            HttpServletRequest request) {
        Optional<Screen> screen = active(token);
        if (screen.isEmpty()) {
            return unpaired(token);
        }
        ScreenEvents events = new ScreenEvents(files.build(), has, clock);
        String size = canvas.matches("\\d{2,5}x\\d{2,5}") ? canvas.replace('x', '×') : "";
        events.line().endsWith(feed.follow(screen.get(), size, request.getRemoteAddr(), events));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("X-Accel-Buffering", "no")
                .cacheControl(CacheControl.noStore())
                .body(events.line().emitter());
    }

    private Optional<Screen> active(@Nullable String token) {
        return Optional.ofNullable(token).flatMap(screens::withToken).filter(Screen::isActive);
    }

    private String picture(Screen screen) {
        return feed.document(WallKey.ofScreen(screen.wall())).envelope(clock.now());
    }

    /** Browsers forget cookies after 400 days: each start of the screen renews it. */
    private static ResponseEntity.BodyBuilder renewing(String token, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(token, request))
                .cacheControl(CacheControl.noStore());
    }

    private ResponseEntity<Map<String, String>> unpaired(@Nullable String token) {
        boolean known = Optional.ofNullable(token).flatMap(screens::withToken).isPresent();
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("reason", known ? "REVOKED" : "UNKNOWN"));
    }

    private ResponseEntity<byte[]> file(String name, CacheControl cache) {
        ScreenFiles.File file = files.find(name).orElseThrow(() -> Refusal.notFound("没有这个文件。"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.type())
                .cacheControl(cache)
                .body(file.content());
    }

    private static String cookie(String token, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/screen")
                .maxAge(COOKIE_LIVES)
                .build()
                .toString();
    }
}
