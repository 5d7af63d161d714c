package cn.guatu.wallboard.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files of the page for televisions: plain ES modules from {@code frontend}, small enough to be kept in memory. Their common hash is
 * the build: a screen that hears of another one fetches them anew.
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
            found.forEach((name, content) -> files.put(name, new File(type(name), withBuild(name, content, found))));
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

    private byte[] withBuild(String name, byte[] content, Map<String, byte[]> all) {
        if (!name.equals("wall/screen.html") && !name.equals("wall/worker.js")) {
            return content;
        }
        List<String> modules = all.keySet().stream()
                .filter(each -> each.endsWith(".js") && !each.equals("wall/worker.js"))
                .toList();
        String files = modules.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(","));
        // all modules are asked for at once, not one after the other as they name each other
        String preloads = modules.stream()
                .map(each -> "<link rel=\"modulepreload\" href=\"/screen/__BUILD__/" + each + "\">")
                .collect(Collectors.joining("\n"));
        return new String(content, StandardCharsets.UTF_8)
                .replace("\"__FILES__\"", files)
                .replace("<!--modules-->", preloads)
                .replace("__BUILD__", build)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
