package cn.guatu.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes the rows of {@link DemoSheets} as the .xlsx that the import takes. */
final class DemoWorkbook {

    private DemoWorkbook() {}

    static byte[] write(Map<String, List<List<@Nullable Object>>> sheets) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            sheets.forEach((name, rows) -> {
                Sheet sheet = book.createSheet(name);
                for (List<@Nullable Object> cells : rows) {
                    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                    for (int column = 0; column < cells.size(); column++) {
                        fill(row, column, cells.get(column), date);
                    }
                }
            });
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory cannot fail to be written", e);
        }
    }

    private static void fill(Row row, int column, @Nullable Object value, CellStyle date) {
        if (value == null || value.equals("")) {
            return;
        }
        Cell cell = row.createCell(column);
        switch (value) {
            case LocalDate day -> {
                cell.setCellValue(day);
                cell.setCellStyle(date);
            }
            case BigDecimal number -> cell.setCellValue(number.doubleValue());
            case Integer number -> cell.setCellValue(number);
            default -> cell.setCellValue(value.toString());
        }
    }
}
