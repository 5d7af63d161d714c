package cn.guatu.planning.ui;

import cn.guatu.planning.Responsibility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The 责任清单 that is on the screen as a sheet, a row a node; set for A4 across. */
final class ResponsibilitySheet {

    private static final List<String> HEADS =
            List.of("项目编码", "项目", "牵头科室", "街道", "责任领导", "责任人", "节点", "节点责任人", "计划完成", "实际完成", "计入指标", "数量", "单位");
    private static final int[] WIDTHS = {12, 28, 14, 20, 10, 10, 24, 10, 12, 12, 16, 10, 8};
    private static final int CHARACTER = 256;

    private ResponsibilitySheet() {}

    static InputStream of(String title, List<Responsibility> lines) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            CellStyle text = book.createCellStyle();
            text.setQuotePrefixed(true);
            text.setWrapText(true);
            CellStyle bold = book.createCellStyle();
            Font font = book.createFont();
            font.setBold(true);
            bold.setFont(font);
            Sheet sheet = book.createSheet("责任清单");
            Cell head = sheet.createRow(0).createCell(0);
            head.setCellValue(title);
            head.setCellStyle(bold);
            Row heads = sheet.createRow(1);
            for (int i = 0; i < HEADS.size(); i++) {
                Cell cell = heads.createCell(i);
                cell.setCellValue(HEADS.get(i));
                cell.setCellStyle(bold);
                sheet.setColumnWidth(i, CHARACTER * WIDTHS[i]);
            }
            for (Responsibility line : lines) {
                for (Responsibility.Duty duty : line.nodes()) {
                    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                    String[] texts = {
                        line.code(),
                        line.project(),
                        line.department(),
                        line.streets(),
                        line.leader(),
                        line.owner(),
                        duty.name(),
                        duty.owner(),
                        duty.planned().toString(),
                        duty.actual() == null ? "" : duty.actual().toString(),
                        duty.target()
                    };
                    for (int i = 0; i < texts.length; i++) {
                        Cell cell = row.createCell(i);
                        cell.setCellValue(texts[i]);
                        cell.setCellStyle(text);
                    }
                    if (duty.quantity() != null) {
                        row.createCell(texts.length)
                                .setCellValue(duty.quantity().doubleValue());
                    }
                    row.createCell(texts.length + 1).setCellValue(duty.unit());
                }
            }
            sheet.createFreezePane(2, 2);
            sheet.getPrintSetup().setPaperSize((short) 9);
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            book.write(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
