package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Whether the style of a cell makes its number a date or a per cent. */
final class Styles {

    /** How a number is meant. */
    enum Meaning {
        NUMBER,
        DATE,
        PERCENT
    }

    private final List<Meaning> byStyle;

    private Styles(List<Meaning> byStyle) {
        this.byStyle = byStyle;
    }

    static Styles read(ZipParts zip, @Nullable String path) {
        List<Meaning> meanings = new ArrayList<>();
        if (path == null || !zip.has(path)) {
            return new Styles(meanings);
        }
        Map<Integer, String> formats = new HashMap<>();
        boolean inCells = false;
        try (Xml xml = Xml.of(zip.stream(path))) {
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    String code = xml.attribute("formatCode");
                    formats.put(number(xml.attribute("numFmtId")), code == null ? "" : code);
                } else if (xml.starts("cellXfs")) {
                    inCells = true;
                } else if (xml.ends("cellXfs")) {
                    inCells = false;
                } else if (inCells && xml.starts("xf")) {
                    int id = number(xml.attribute("numFmtId"));
                    meanings.add(meaning(id, formats.get(id)));
                }
            }
        }
        return new Styles(meanings);
    }

    Meaning of(@Nullable String style) {
        int index = style == null ? 0 : number(style);
        return index < 0 || index >= byStyle.size() ? Meaning.NUMBER : byStyle.get(index);
    }

    private static Meaning meaning(int id, @Nullable String custom) {
        String code = custom != null ? custom : BuiltinFormats.getBuiltinFormat(id);
        if (code == null) {
            // the Chinese built-in date formats have no code of their own
            return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? Meaning.DATE : Meaning.NUMBER;
        }
        if (code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^]]*]", "").contains("%")) {
            return Meaning.PERCENT;
        }
        return DateUtil.isADateFormat(id, code) ? Meaning.DATE : Meaning.NUMBER;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
