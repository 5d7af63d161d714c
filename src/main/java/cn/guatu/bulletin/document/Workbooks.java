package cn.guatu.bulletin.document;

import cn.guatu.bulletin.rule.DataTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The data of charts as .xlsx: title, headings, what is shown, and the note that says what it is. */
public final class Workbooks {

    private static final int WIDEST = 60;
    private static final int SIGN = 256;

    private Workbooks() {}

    /** A workbook with one sheet. */
    public static byte[] of(DataTable table) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(table.title()));
            CellStyle bold = book.createCellStyle();
            Font font = book.createFont();
            font.setBold(true);
            bold.setFont(font);
            text(sheet.createRow(0), 0, table.title()).setCellStyle(bold);
            Row headings = sheet.createRow(1);
            for (int column = 0; column < table.headings().size(); column++) {
                text(headings, column, table.headings().get(column)).setCellStyle(bold);
                sheet.setColumnWidth(column, SIGN * width(table, column));
            }
            int line = 2;
            for (List<@Nullable Object> values : table.rows()) {
                Row row = sheet.createRow(line++);
                for (int column = 0; column < values.size(); column++) {
                    Object value = values.get(column);
                    if (value instanceof Number number) {
                        row.createCell(column).setCellValue(number.doubleValue());
                    } else if (value != null) {
                        text(row, column, value.toString());
                    }
                }
            }
            text(sheet.createRow(line + 1), 0, table.note());
            sheet.createFreezePane(1, 2);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text stays text, also when it looks like a formula. */
    private static Cell text(Row row, int column, String words) {
        Cell cell = row.createCell(column);
        cell.setCellValue(words);
        return cell;
    }

    private static int width(DataTable table, int column) {
        int longest = table.headings().get(column).length();
        for (List<@Nullable Object> row : table.rows()) {
            longest = Math.max(longest, String.valueOf(row.get(column)).length());
        }
        return Math.clamp(2L * longest + 2, 8, WIDEST);
    }
}
