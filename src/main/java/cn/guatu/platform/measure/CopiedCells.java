package cn.guatu.platform.measure;

import java.util.ArrayList;
import java.util.List;

/** Cells copied from a spreadsheet: lines of texts between tabs; a cell with tabs, breaks or quotes in it stands between quotes. */
public final class CopiedCells {

    private CopiedCells() {}

    /** The lines that are not blank, each with its cells as written. */
    public static List<List<String>> lines(String copied) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < copied.length(); i++) {
            char sign = copied.charAt(i);
            if (quoted) {
                if (sign == '"' && i + 1 < copied.length() && copied.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (sign == '"') {
                    quoted = false;
                } else {
                    cell.append(sign);
                }
            } else if (sign == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (sign == '\t') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (sign == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else if (sign != '\r') {
                cell.append(sign);
            }
        }
        line.add(cell.toString());
        lines.add(line);
        lines.removeIf(each -> each.stream().allMatch(String::isBlank));
        return lines;
    }
}
