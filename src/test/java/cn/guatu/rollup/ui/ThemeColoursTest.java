package cn.guatu.rollup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.ui.LightShape;
import cn.guatu.rollup.Light;
import cn.guatu.testing.Eye;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** look.md and issue 6: both themes can be read, and no light is told by its colour alone; computed from the style sheets themselves. */
class ThemeColoursTest {

    private static final Path DESK = Path.of("src/main/resources/META-INF/resources/styles.css");
    private static final Path WALL = Path.of("frontend/wall/wall-styles.js");
    private static final double READABLE = 4.5;

    /** Two colours that differ by less than this are taken for one at a glance. */
    private static final double TOLD_APART = 10;

    private static final List<String> WORDS = List.of("text", "text-secondary", "accent");
    private static final List<String> LIGHTS =
            List.of("on-track", "watch", "supervised", "red", "unreported", "not-due", "done");
    private static final Pattern TOKEN = Pattern.compile("--(?:guatu-)?([a-z-]+): (#[0-9a-f]{6});");
    private static final Pattern LIGHT_OF_THE_WALL = Pattern.compile("(\\w+): '([a-z-]+)'");

    private final Map<String, String> light = tokens(DESK, ":root {");
    private final Map<String, String> dark = tokens(DESK, "[data-guatu-theme=\"dark\"] {");
    private final Map<String, String> wall = tokens(WALL, ":host {");

    @Test
    void wordsAndLightsHaveAContrastOfAtLeastFourAndAHalfInBothThemes() {
        List<String> faint = new ArrayList<>();
        for (Map<String, String> theme : List.of(light, dark)) {
            for (String ground : List.of("surface", "ground")) {
                WORDS.forEach(word -> faint.addAll(faint(theme, word, ground)));
                LIGHTS.forEach(word -> faint.addAll(faint(theme, "light-" + word, ground)));
            }
        }
        assertThat(faint).isEmpty();
    }

    @Test
    void theWallCanBeReadAndHasTheColoursOfTheDarkTheme() {
        List<String> faint = new ArrayList<>();
        for (String ground : List.of("ground", "panel")) {
            for (String word : List.of("text", "quiet", "green", "yellow", "orange", "red", "grey", "blue")) {
                faint.addAll(faint(wall, word, ground));
            }
        }
        assertThat(faint).isEmpty();
        assertThat(List.of(
                        "green", "yellow", "orange", "red", "grey", "blue", "ground", "panel", "line", "text", "quiet"))
                .extracting(wall::get)
                .containsExactlyElementsOf(List.of(
                                "light-on-track",
                                "light-watch",
                                "light-supervised",
                                "light-red",
                                "light-unreported",
                                "light-done",
                                "ground",
                                "surface",
                                "line",
                                "text",
                                "text-secondary")
                        .stream()
                        .map(dark::get)
                        .toList());
    }

    @Test
    void whiteWordsStandOnTheAccentAndOnTheCountOfTheBell() {
        assertThat(Eye.contrast("#ffffff", light.get("accent"))).isGreaterThan(READABLE);
        assertThat(Eye.contrast("#ffffff", light.get("light-red"))).isGreaterThan(READABLE);
    }

    /** Where two colours fall together for an eye, shape and word remain; which they are is known and does not grow. */
    @Test
    void lightsAreToldApartByColourForEveryEyeButInKnownPairs() {
        assertThat(alike(light)).containsExactlyInAnyOrder("DEUTAN watch supervised", "TRITAN on-track done");
        assertThat(alike(dark)).containsExactlyInAnyOrder("TRITAN on-track done");
    }

    @Test
    void theWorseALightTheFurtherItsLuminanceFromYellow() {
        assertThat(List.of("watch", "supervised", "red"))
                .as("darker on light paper, and in a black and white copy")
                .isSortedAccordingTo(
                        (one, other) -> Double.compare(fromSurface(light, one), fromSurface(light, other)));
        assertThat(List.of("red", "supervised", "watch"))
                .as("dimmer on the dark wall")
                .isSortedAccordingTo((one, other) -> Double.compare(fromSurface(dark, one), fromSurface(dark, other)));
    }

    @Test
    void everyLightHasAShapeAndAWordOfItsOwnOnTheDeskAndOnTheWall() throws IOException {
        assertThat(Arrays.stream(Light.values()).map(LightBadges::shape)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Light.values()).map(Light::label)).doesNotHaveDuplicates();

        String source = Files.readString(Path.of("frontend/desk/light-shapes.js"));
        Map<String, String> drawn = LIGHT_OF_THE_WALL
                .matcher(source.substring(source.indexOf("SHAPE_OF")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        Map<String, String> meant = Arrays.stream(Light.values())
                .collect(Collectors.toMap(
                        Light::name, each -> LightBadges.shape(each).attribute()));
        assertThat(drawn).isEqualTo(meant);
        assertThat(Arrays.stream(LightShape.values()).map(LightShape::attribute))
                .allSatisfy(shape -> assertThat(source).containsPattern("'?" + shape + "'?: \\['"));
    }

    private static Set<String> alike(Map<String, String> theme) {
        Set<String> alike = new TreeSet<>();
        List<String> told =
                LIGHTS.stream().filter(each -> !each.equals("not-due")).toList();
        for (Eye eye : Eye.values()) {
            for (int one = 0; one < told.size(); one++) {
                for (int other = one + 1; other < told.size(); other++) {
                    if (eye.difference(theme.get("light-" + told.get(one)), theme.get("light-" + told.get(other)))
                            < TOLD_APART) {
                        alike.add(eye + " " + told.get(one) + " " + told.get(other));
                    }
                }
            }
        }
        return alike;
    }

    private static double fromSurface(Map<String, String> theme, String light) {
        return Eye.contrast(theme.get("light-" + light), theme.get("surface"));
    }

    private static List<String> faint(Map<String, String> theme, String word, String ground) {
        double contrast = Eye.contrast(theme.get(word), theme.get(ground));
        return contrast >= READABLE ? List.of() : List.of("%s on %s: %.2f".formatted(word, ground, contrast));
    }

    /** The colours of the first block that begins with these words. */
    private static Map<String, String> tokens(Path sheet, String head) {
        try {
            String css = Files.readString(sheet);
            int from = css.indexOf(head);
            Map<String, String> tokens = new LinkedHashMap<>();
            TOKEN.matcher(css.substring(from, css.indexOf('}', from)))
                    .results()
                    .forEach(found -> tokens.put(found.group(1), found.group(2)));
            return tokens;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
