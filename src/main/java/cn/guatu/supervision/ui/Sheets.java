package cn.guatu.supervision.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What is on the screen as a sheet: the same rows and columns; figures stay numbers, and text stays text, also when it looks like a formula. */
final class Sheets {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDTH = 22 * 256;

    private Sheets() {}

    /**
     * A table.
     *
     * @param headings of the columns
     * @param rows cells: numbers, or anything as text
     */
    record Table(String title, List<String> headings, List<List<Object>> rows) implements Serializable {}

    /** The link that exports a table. */
    static Anchor export(Table table) {
        DownloadHandler file = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = bytes(table);
            event.getResponse().setHeader("Cache-Control", "no-store");
            return new DownloadResponse(new ByteArrayInputStream(bytes), table.title() + ".xlsx", XLSX, bytes.length);
        });
        Anchor anchor = new Anchor();
        anchor.setHref(file);
        anchor.add("导出");
        anchor.setTitle("导出当前所见为 .xlsx");
        anchor.addClassName("guatu-export");
        return anchor;
    }

    static byte[] bytes(Table table) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle text = workbook.createCellStyle();
            text.setQuotePrefixed(true);
            text.setWrapText(true);
            Sheet sheet = workbook.createSheet("督查");
            row(sheet, 0, List.of(table.title()), text);
            row(sheet, 1, List.copyOf(table.headings()), text);
            for (int i = 0; i < table.rows().size(); i++) {
                row(sheet, i + 2, table.rows().get(i), text);
            }
            for (int column = 0; column < table.headings().size(); column++) {
                sheet.setColumnWidth(column, WIDTH);
            }
            sheet.createFreezePane(1, 2);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int index, List<? extends Object> cells, CellStyle text) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i);
            var cell = row.createCell(i);
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(String.valueOf(value));
                cell.setCellStyle(text);
            }
        }
    }
}
