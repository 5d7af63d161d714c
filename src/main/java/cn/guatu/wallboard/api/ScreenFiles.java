package cn.guatu.wallboard.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files of the page for televisions, kept in memory: the page, its worker, and the ES modules of {@code frontend} joined into one.
 * Their common hash is the build: a screen that hears of another one fetches them anew.
 */
@Component
class ScreenFiles {

    /** A file as it is sent. */
    record File(String type, byte[] content) {}

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "html", "text/html;charset=UTF-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");
    private static final String ROOT = "/guatu-screen/";
    private static final String PAGE = "wall/screen.html";
    private static final String WORKER = "wall/worker.js";
    private static final String SCRIPT = "wall/screen.js";
    private static final String PICTURE = "<!--picture-->";

    private final Map<String, File> files = new TreeMap<>();
    private final String build;

    ScreenFiles() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Map<String, byte[]> found = new TreeMap<>();
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:guatu-screen/**/*.*")) {
                String address = resource.getURL().toString();
                found.put(address.substring(address.indexOf(ROOT) + ROOT.length()), resource.getContentAsByteArray());
            }
            found.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            build = HexFormat.of().formatHex(digest.digest(), 0, 8);
            Map<String, String> texts = new TreeMap<>();
            found.forEach((name, content) -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
            put(PAGE, texts.getOrDefault(PAGE, ""));
            put(WORKER, texts.getOrDefault(WORKER, ""));
            put(SCRIPT, JoinedModules.of(texts, SCRIPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Changes exactly when one of the files does. */
    String build() {
        return build;
    }

    Optional<File> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The page with a picture written into it, so that it is drawn without asking again. */
    byte[] page(String picture) {
        String page = new String(find(PAGE).orElseThrow().content(), StandardCharsets.UTF_8);
        // a sign < stands in texts of JSON only, and would end the element there
        return page.replace(PICTURE, picture.replace("<", "\\u003c")).getBytes(StandardCharsets.UTF_8);
    }

    private void put(String name, String text) {
        files.put(name, new File(type(name), text.replace("__BUILD__", build).getBytes(StandardCharsets.UTF_8)));
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
