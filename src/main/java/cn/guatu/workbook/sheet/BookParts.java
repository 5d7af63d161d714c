package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What kind of package it is and where its sheets are: content types, relations and the workbook part. */
final class BookParts {

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /** A sheet of the book, in the order of its tabs. */
    record Sheet(String name, String path) {}

    private final List<Sheet> sheets;
    private final boolean date1904;
    private final @Nullable String sharedStrings;
    private final @Nullable String styles;

    private BookParts(List<Sheet> sheets, boolean date1904, @Nullable String sharedStrings, @Nullable String styles) {
        this.sheets = sheets;
        this.date1904 = date1904;
        this.sharedStrings = sharedStrings;
        this.styles = styles;
    }

    static BookParts of(ZipParts zip) {
        if (!zip.has("[Content_Types].xml") || !zip.has("_rels/.rels")) {
            throw notAWorkbook();
        }
        Map<String, String> types = contentTypes(zip);
        refuseMacros(zip, types);
        String book = relations(zip, "_rels/.rels", "").values().stream()
                .filter(each -> each.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(BookParts::notAWorkbook);
        String type = types.getOrDefault(book.toLowerCase(Locale.ROOT), "");
        if (!type.equals(MAIN)) {
            throw notAWorkbook();
        }
        return book(zip, book);
    }

    List<Sheet> sheets() {
        return sheets;
    }

    boolean date1904() {
        return date1904;
    }

    @Nullable
    String sharedStrings() {
        return sharedStrings;
    }

    @Nullable
    String styles() {
        return styles;
    }

    private static BookParts book(ZipParts zip, String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash + 1);
        Map<String, Relation> relations =
                relations(zip, folder + "_rels/" + path.substring(slash + 1) + ".rels", folder);
        List<Sheet> sheets = new ArrayList<>();
        boolean date1904 = false;
        try (Xml xml = Xml.of(zip.stream(path))) {
            while (xml.nextStart()) {
                if (xml.name().equals("workbookPr")) {
                    String flag = xml.attribute("date1904");
                    date1904 = "1".equals(flag) || "true".equals(flag);
                } else if (xml.name().equals("sheet")) {
                    Relation relation = relations.get(xml.attribute("id"));
                    String name = xml.attribute("name");
                    if (relation != null && name != null && relation.type().endsWith("/worksheet")) {
                        sheets.add(new Sheet(Strings.decode(name), relation.target()));
                    }
                }
            }
        }
        return new BookParts(sheets, date1904, ofType(relations, "/sharedStrings"), ofType(relations, "/styles"));
    }

    private static @Nullable String ofType(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(each -> each.type().endsWith(type))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> contentTypes(ZipParts zip) {
        Map<String, String> types = new HashMap<>();
        Map<String, String> byExtension = new HashMap<>();
        try (Xml xml = Xml.of(zip.stream("[Content_Types].xml"))) {
            while (xml.nextStart()) {
                String type = xml.attribute("ContentType");
                String part = xml.attribute("PartName");
                String extension = xml.attribute("Extension");
                if (type != null && part != null) {
                    types.put(strip(part).toLowerCase(Locale.ROOT), type.trim());
                } else if (type != null && extension != null) {
                    byExtension.put(extension.toLowerCase(Locale.ROOT), type.trim());
                }
            }
        }
        for (String name : zip.names()) {
            String extension = name.substring(name.lastIndexOf('.') + 1);
            String type = byExtension.get(extension);
            if (type != null) {
                types.putIfAbsent(name, type);
            }
        }
        return types;
    }

    private static void refuseMacros(ZipParts zip, Map<String, String> types) {
        boolean macros = types.values().stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .anyMatch(each ->
                        each.contains("macroenabled") || each.contains("vbaproject") || each.contains("macrosheet"));
        for (String name : zip.names()) {
            macros |= name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/");
        }
        if (macros) {
            throw RefusedWorkbook.wrongKind("文件含有宏,不予导入。请另存为不含宏的 .xlsx 后再导入。");
        }
    }

    /** A relation of a part; the target is a full path within the package. */
    private record Relation(String type, String target) {}

    private static Map<String, Relation> relations(ZipParts zip, String path, String folder) {
        Map<String, Relation> found = new HashMap<>();
        if (!zip.has(path)) {
            return found;
        }
        try (Xml xml = Xml.of(zip.stream(path))) {
            while (xml.nextStart()) {
                String id = xml.attribute("Id");
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    found.put(id, new Relation(type, resolve(folder, target)));
                }
            }
        }
        return found;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return strip(target);
        }
        List<String> steps = new ArrayList<>();
        for (String step : (folder + target).split("/", -1)) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.removeLast();
                }
            } else if (!step.equals(".") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static String strip(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static RefusedWorkbook notAWorkbook() {
        return RefusedWorkbook.wrongKind("这不是 .xlsx 工作簿,请选择 WPS 或 Excel 保存的 .xlsx 文件。");
    }
}
