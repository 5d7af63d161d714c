package cn.guatu.workbook.sheet;

import java.util.Map;

/**
 * Where a record stands, so that later checks can name the cell.
 *
 * @param kind the sheet
 * @param sheet its name as written in the file
 * @param row the 1-based row in the spreadsheet
 * @param letters the column letters of the headings that the sheet has
 */
public record RowAt(SheetKind kind, String sheet, int row, Map<Column, String> letters) {

    /** The cell of this column; the first cell of the row when the sheet has no such column. */
    public CellAt cell(Column column) {
        String letter = letters.get(column);
        return new CellAt(sheet, (letter == null ? "A" : letter) + row);
    }

    /** Whether the sheet has this column; one that it lacks reads as empty. */
    public boolean has(Column column) {
        return letters.containsKey(column);
    }
}
