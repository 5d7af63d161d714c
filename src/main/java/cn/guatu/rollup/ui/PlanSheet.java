package cn.guatu.rollup.ui;

import cn.guatu.rollup.TargetFigure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** What is on the screen of 年度任务一张表, as a sheet: the same rows, columns and order; figures stay numbers, text stays text. */
final class PlanSheet {

    private static final int CHARACTER = 256;
    private static final int HEADING_ROW = 1;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle text;
    private final CellStyle figure;
    private final CellStyle percent;
    private final CellStyle points;

    private PlanSheet() {
        text = workbook.createCellStyle();
        // What looks like a formula stays text, also when somebody edits the cell.
        text.setQuotePrefixed(true);
        text.setWrapText(true);
        figure = format("0.######");
        percent = format("0.0%");
        points = format("+0.0;-0.0;0.0");
    }

    /** The sheet as a file of type .xlsx. */
    static InputStream of(String title, List<PlanColumn> columns, List<TargetFigure> figures) throws IOException {
        PlanSheet sheet = new PlanSheet();
        try (sheet.workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            sheet.fill(title, columns, figures);
            sheet.workbook.write(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }

    private void fill(String title, List<PlanColumn> columns, List<TargetFigure> figures) {
        Sheet sheet = workbook.createSheet("年度任务一张表");
        CellStyle bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        Cell head = sheet.createRow(0).createCell(0);
        head.setCellValue(title);
        head.setCellStyle(bold);
        if (columns.size() > 1) {
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, columns.size() - 1));
        }
        Row headings = sheet.createRow(HEADING_ROW);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = headings.createCell(i);
            cell.setCellValue(columns.get(i).heading());
            cell.setCellStyle(bold);
            sheet.setColumnWidth(i, CHARACTER * (columns.get(i) == PlanColumn.NAME ? 36 : 14));
        }
        for (TargetFigure each : figures) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < columns.size(); i++) {
                Object value = columns.get(i) == PlanColumn.NAME
                        ? "　".repeat(each.level()) + each.name()
                        : columns.get(i).value(each);
                put(row.createCell(i), value);
            }
        }
        sheet.createFreezePane(1, HEADING_ROW + 1);
    }

    private void put(Cell cell, @Nullable Object value) {
        switch (value) {
            case null -> cell.setBlank();
            case PlanColumn.Percent(BigDecimal fraction) -> number(cell, fraction, percent);
            case PlanColumn.Points(BigDecimal fraction) ->
                number(cell, fraction == null ? null : fraction.movePointRight(2), points);
            case BigDecimal number -> number(cell, number, figure);
            case Integer number -> number(cell, BigDecimal.valueOf(number), figure);
            case Object other -> {
                cell.setCellValue(other.toString());
                cell.setCellStyle(text);
            }
        }
    }

    private static void number(Cell cell, @Nullable BigDecimal number, CellStyle style) {
        if (number == null) {
            cell.setBlank();
        } else {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(style);
        }
    }

    private CellStyle format(String pattern) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
        return style;
    }
}
