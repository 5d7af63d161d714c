package cn.guatu.workbook.sheet;

import org.jspecify.annotations.Nullable;

/**
 * One line of the report that a bad workbook gets (workbook.md, What a bad workbook gets). All texts are Chinese.
 *
 * @param sheet name of the sheet
 * @param cell address such as B7
 * @param found what the cell says, or that it says nothing
 * @param expected what it should say
 * @param suggestion a value to put there; null when there is none
 */
public record Problem(
        String sheet,
        String cell,
        Severity severity,
        String found,
        String expected,
        @Nullable String suggestion) {

    /** A 错误: nothing of the workbook is written. */
    public static Problem error(CellAt at, String found, String expected, @Nullable String suggestion) {
        return new Problem(at.sheet(), at.cell(), Severity.ERROR, found, expected, suggestion);
    }

    /** A 提醒: the workbook can be imported. */
    public static Problem warning(CellAt at, String found, String expected, @Nullable String suggestion) {
        return new Problem(at.sheet(), at.cell(), Severity.WARNING, found, expected, suggestion);
    }

    /** Whether this is the last line of a long report, which tells the number of all problems and stands nowhere. */
    public boolean isTotal() {
        return sheet.isEmpty();
    }
}
