package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.CellAt;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.ParsedWorkbook;
import cn.guatu.workbook.sheet.Problem;
import cn.guatu.workbook.sheet.RowAt;
import cn.guatu.workbook.sheet.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong when the file is laid beside the system. A cell that the parser has refused is not refused twice. */
final class Findings {
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(18);

    private final Set<CellAt> refused;
    private final Set<Problem> problems = new HashSet<>();
    private final List<Problem> inOrder = new ArrayList<>();

    Findings(ParsedWorkbook file) {
        refused = file.problems().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(each -> new CellAt(each.sheet(), each.cell()))
                .collect(Collectors.toSet());
    }

    void error(RowAt at, Column column, String found, String expected, @Nullable String suggestion) {
        CellAt cell = at.cell(column);
        if (!refused.contains(cell)) {
            add(Problem.error(cell, found, expected, suggestion));
        }
    }

    void error(RowAt at, Column column, String found, String expected) {
        error(at, column, found, expected, null);
    }

    void warning(RowAt at, Column column, String found, String expected) {
        add(Problem.warning(at.cell(column), found, expected, null));
    }

    /** Longer texts than the system keeps in this place are refused here, with the cell, and not by the database. */
    void length(RowAt at, Column column, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            error(
                    at,
                    column,
                    text.substring(0, Math.min(20, text.length())) + "…（" + text.length() + " 字）",
                    "不超过 " + longest + " 字");
        }
    }

    /** Numbers have at most 18 digits before the point. */
    void size(RowAt at, Column column, @Nullable BigDecimal number) {
        if (number != null && number.abs().compareTo(TOO_LARGE) >= 0) {
            error(at, column, Fields.plain(number), "小于 10 的 18 次方的数，请检查单位");
        }
    }

    List<Problem> all() {
        return inOrder;
    }

    private void add(Problem problem) {
        if (problems.add(problem)) {
            inOrder.add(problem);
        }
    }
}
