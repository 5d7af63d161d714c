package cn.guatu.wallboard.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * ES modules written into one, so that a page asks once instead of thirty times: each becomes a function that is called before those that
 * import it, and gives what it exports. It knows the forms our own modules are written in ({@code import './a.js'},
 * {@code import a from}, {@code import { a, b as c } from}, {@code export} before a declaration, {@code export default},
 * {@code export { a as b }}), and refuses a circle and whatever form is left over.
 */
final class JoinedModules {

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:(?<usual>\\w+) from |\\{(?<names>[^}]*)} from )?'(?<from>[^']+)';$");
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^export (?<kind>const|class|function|async function) (?<name>\\w+)");
    private static final Pattern USUAL = Pattern.compile("(?m)^export default ");
    private static final Pattern LISTED = Pattern.compile("(?m)(?<=^|;)export ?\\{(?<names>[^}]*)};?");
    private static final Pattern OTHER = Pattern.compile("(?m)^(?:import|export)\\b.*$");
    private static final String USUAL_NAME = "usual$";

    private final Map<String, String> sources;
    private final Map<String, String> joined = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();

    private JoinedModules(Map<String, String> sources) {
        this.sources = sources;
    }

    /**
     * A module and all that it imports.
     *
     * @param sources modules by their path
     * @param first path of the one that is asked for
     * @throws IllegalStateException for a module that is not there, a circle or a form that is not known
     */
    static String of(Map<String, String> sources, String first) {
        JoinedModules modules = new JoinedModules(sources);
        modules.add(first);
        return String.join("\n", modules.joined.values()) + "\n";
    }

    private void add(String path) {
        if (joined.containsKey(path)) {
            return;
        }
        if (open.contains(path)) {
            throw new IllegalStateException("modules import each other in a circle: " + open + " " + path);
        }
        String source = sources.get(path);
        if (source == null) {
            throw new IllegalStateException("no module " + path + ", imported by " + open);
        }
        open.addLast(path);
        String body = IMPORT.matcher(source).replaceAll(named -> Matcher.quoteReplacement(imported(named, path)));
        open.removeLast();
        joined.put(path, "const " + variable(path) + " = (() => {\n" + exporting(body, path) + "\n})();");
    }

    private String imported(MatchResult form, String path) {
        String from = resolved(path, form.group("from"));
        add(from);
        String usual = form.group("usual");
        String names = form.group("names");
        if (usual != null) {
            return "const " + usual + " = " + variable(from) + "." + USUAL_NAME + ";";
        }
        return names == null ? "" : "const {" + names.replaceAll(" as ", ": ") + "} = " + variable(from) + ";";
    }

    private static String exporting(String body, String path) {
        List<String> exports = new ArrayList<>();
        DECLARED.matcher(body).results().forEach(form -> exports.add(form.group("name")));
        String without = DECLARED.matcher(body).replaceAll("${kind} ${name}");
        if (USUAL.matcher(without).find()) {
            exports.add(USUAL_NAME);
            without = USUAL.matcher(without).replaceAll(Matcher.quoteReplacement("const " + USUAL_NAME + " = "));
        }
        Matcher listed = LISTED.matcher(without);
        listed.results().forEach(form -> {
            for (String name : form.group("names").split(",")) {
                String[] parts = name.strip().split(" as ");
                exports.add(parts.length == 1 ? parts[0] : parts[1] + ": " + parts[0]);
            }
        });
        without = listed.replaceAll("");
        OTHER.matcher(without).results().findFirst().ifPresent(form -> {
            throw new IllegalStateException("in " + path + " a form that cannot be joined: " + form.group());
        });
        return without + exports.stream().collect(Collectors.joining(", ", "\nreturn { ", " };"));
    }

    private static String resolved(String path, String relative) {
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        parts.removeLast();
        for (String part : relative.split("/")) {
            if (part.equals("..")) {
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static String variable(String path) {
        return "$" + path.replaceAll("\\W", "_");
    }
}
