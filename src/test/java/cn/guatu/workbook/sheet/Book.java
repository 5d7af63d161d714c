package cn.guatu.workbook.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small workbook for a test, written like officers write theirs. */
final class Book {

    final XSSFWorkbook poi = new XSSFWorkbook();

    /** A per cent cell. */
    record Percent(double fraction) {}

    /** A formula with the number that was stored for it; null: none was. */
    record Formula(String text, Double stored) {}

    /** A sound plan of one unit tree, one target and one project; tests add or change what they are about. */
    static Book plan() {
        return new Book()
                .sheet(
                        "组织",
                        row("名称", "类型", "上级", "排序"),
                        row("平湖区", "区", null, null),
                        row("更新科", "科室", "平湖区", 1),
                        row("平湖街道", "街道", "平湖区", 1),
                        row("南湾街道", "街道", "平湖区", 2))
                .sheet("指标", row("编码", "名称", "单位", "年度目标", "牵头科室"), row("G1", "土地供应", "公顷", 80, "更新科"))
                .sheet("项目", row("编码", "名称", "牵头科室", "责任人", "街道占比"), row("P1", "旧墟镇", "更新科", "张三", "平湖街道"));
    }

    static Object[] row(Object... values) {
        return values;
    }

    /** Adds a sheet, or replaces it. */
    Book sheet(String name, Object[]... rows) {
        int old = poi.getSheetIndex(name);
        if (old >= 0) {
            poi.removeSheetAt(old);
        }
        Sheet sheet = poi.createSheet(name);
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            for (int column = 0; column < rows[i].length; column++) {
                put(row.createCell(column), rows[i][column]);
            }
        }
        return this;
    }

    Book merge(String sheet, String range) {
        poi.getSheet(sheet).addMergedRegion(CellRangeAddress.valueOf(range));
        return this;
    }

    Book with(Consumer<XSSFWorkbook> change) {
        change.accept(poi);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            poi.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    ParsedWorkbook read() {
        return WorkbookReader.read(bytes(), 2026);
    }

    private void put(Cell cell, Object value) {
        switch (value) {
            case null -> {
                // empty is empty
            }
            case String text -> cell.setCellValue(text);
            case Number number -> cell.setCellValue(number.doubleValue());
            case Boolean truth -> cell.setCellValue(truth);
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(style("yyyy\"年\"m\"月\"d\"日\";@"));
            }
            case Percent percent -> {
                cell.setCellValue(percent.fraction());
                cell.setCellStyle(style("0.0%"));
            }
            case Formula formula -> {
                cell.setCellFormula(formula.text());
                if (formula.stored() != null) {
                    cell.setCellValue(formula.stored());
                }
            }
            default -> throw new IllegalArgumentException(String.valueOf(value));
        }
    }

    private CellStyle style(String format) {
        CellStyle style = poi.createCellStyle();
        style.setDataFormat(poi.createDataFormat().getFormat(format));
        return style;
    }
}
