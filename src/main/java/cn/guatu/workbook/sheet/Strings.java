package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shared texts of a book, each cut just above what a cell may hold, so that a hostile file cannot fill the heap. */
final class Strings {

    /** Texts are cut here: enough to see that one is longer than the 4 000 characters allowed. */
    static final int CUT = 4_400;

    private static final int MAX_CHARS = 40_000_000;
    private static final int MAX_TEXTS = 2_000_000;
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Strings() {}

    static List<String> read(ZipParts zip, @Nullable String path) {
        List<String> all = new ArrayList<>();
        if (path == null || !zip.has(path)) {
            return all;
        }
        long chars = 0;
        try (Xml xml = Xml.of(zip.stream(path))) {
            while (xml.nextStart()) {
                if (xml.name().equals("si")) {
                    String text = richText(xml, "si");
                    chars += text.length();
                    if (chars > MAX_CHARS || all.size() >= MAX_TEXTS) {
                        throw RefusedWorkbook.tooLarge("文件中的文字过多,请拆分后再导入。");
                    }
                    all.add(text);
                }
            }
        }
        return all;
    }

    /** The text of the runs up to the end of this element, without the phonetic ones. */
    static String richText(Xml xml, String element) {
        StringBuilder out = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (xml.next()) {
            if (xml.isText() && inText && phonetic == 0) {
                xml.appendTo(out, CUT);
            } else if (xml.isStart()) {
                inText = xml.name().equals("t");
                phonetic += xml.name().equals("rPh") ? 1 : 0;
            } else if (xml.isEnd()) {
                inText = false;
                phonetic -= xml.name().equals("rPh") ? 1 : 0;
                if (xml.name().equals(element)) {
                    break;
                }
            }
        }
        return decode(out.toString());
    }

    /** Undoes the way a workbook writes characters that XML cannot hold, e.g. _x000D_ for a carriage return. */
    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher matcher = ESCAPE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            char c = (char) Integer.parseInt(matcher.group(1), 16);
            matcher.appendReplacement(out, Matcher.quoteReplacement(String.valueOf(c)));
        }
        return matcher.appendTail(out).toString();
    }
}
