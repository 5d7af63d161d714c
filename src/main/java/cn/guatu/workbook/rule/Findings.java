package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.CellAt;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.ParsedWorkbook;
import cn.guatu.workbook.sheet.Problem;
import cn.guatu.workbook.sheet.RowAt;
import cn.guatu.workbook.sheet.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong when the file is laid beside the system. A cell that the parser has refused is not refused twice. */
final class Findings {
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

    List<Problem> all() {
        return inOrder;
    }

    private void add(Problem problem) {
        if (problems.add(problem)) {
            inOrder.add(problem);
        }
    }
}
