package cn.guatu.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Proposes the plan year by the title in a workbook ({@code 2026 年度任务一张表}), or by the name of the file. Never fails. */
final class TitleYear {
    /** A title stands at the beginning; more is not looked at, whatever the file unpacks to. */
    private static final int LOOKED_AT = 256 * 1024;

    private static final Pattern TITLE = Pattern.compile("(20\\d\\d)\\s*年?[^<>]{0,40}(?:一张表|任务|计划)");
    private static final Pattern NAME = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    private TitleYear() {}

    static OptionalInt of(PlanFile file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals("xl/sharedStrings.xml") || name.equals("xl/worksheets/sheet1.xml")) {
                    OptionalInt year = first(TITLE, new String(zip.readNBytes(LOOKED_AT), StandardCharsets.UTF_8));
                    if (year.isPresent()) {
                        return year;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // What cannot be read is refused by the import, with a sentence; here it only has no title.
            return first(NAME, file.name());
        }
        return first(NAME, file.name());
    }

    private static OptionalInt first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
