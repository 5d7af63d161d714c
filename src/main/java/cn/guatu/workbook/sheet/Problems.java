package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems; lists at most 1 000 of them, errors before warnings when there are more, and then their number (rulings). */
public final class Problems {

    /** How many problems are listed at most. */
    public static final int MAX_LISTED = 1_000;

    private static final Comparator<Problem> BY_PLACE = Comparator.comparingInt(Problems::sheetOrder)
            .thenComparing(Problem::sheet)
            .thenComparingInt(each -> Address.row(each.cell()))
            .thenComparingInt(each -> Address.column(each.cell()));

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private int total;
    private boolean anyError;

    /** Adds one; beyond the limit it is only counted. */
    public void add(Problem problem) {
        total++;
        boolean error = problem.severity() == Severity.ERROR;
        anyError |= error;
        List<Problem> list = error ? errors : warnings;
        if (list.size() < MAX_LISTED) {
            list.add(problem);
        }
    }

    void addUnlisted(int count, boolean errorAmongThem) {
        total += count;
        anyError |= errorAmongThem;
    }

    /** How many there are, listed or not. */
    public int total() {
        return total;
    }

    /** Those that are listed, by sheet, row and column, and a last line with the number of all when some are not. */
    public List<Problem> listed() {
        List<Problem> listed = new ArrayList<>(errors);
        listed.addAll(warnings.subList(0, Math.min(warnings.size(), MAX_LISTED - listed.size())));
        listed.sort(BY_PLACE);
        if (total > listed.size()) {
            Severity severity = anyError ? Severity.ERROR : Severity.WARNING;
            String found = "共 " + total + " 处问题,仅列出前 " + MAX_LISTED + " 处";
            listed.add(new Problem("", "", severity, found, "改正后重新导入,其余问题将随后列出", null));
        }
        return List.copyOf(listed);
    }

    private static int sheetOrder(Problem problem) {
        return SheetKind.ofSheetName(problem.sheet()).map(Enum::ordinal).orElse(SheetKind.values().length);
    }
}
