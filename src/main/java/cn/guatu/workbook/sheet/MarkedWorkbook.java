package cn.guatu.workbook.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The report as an .xlsx: the file that was sent with its problem cells coloured and commented, behind a first sheet 问题 that lists
 * them all (workbook.md, What a bad workbook gets). For a large file only the list, because marking needs the whole of it in memory.
 */
public final class MarkedWorkbook {

    private static final int MAX_BYTES = 3 * 1024 * 1024;
    private static final int MAX_ROWS = 20_000;
    private static final int MAX_COMMENT = 500;
    private static final String[] HEADINGS = {"工作表", "单元格", "级别", "发现", "应为", "建议"};
    private static final int[] WIDTHS = {14, 10, 8, 40, 48, 30};

    private MarkedWorkbook() {}

    /**
     * The workbook to download.
     *
     * @param original the file that was sent
     * @param problems as listed by the report, in its order
     */
    public static byte[] of(byte[] original, List<Problem> problems) {
        if (isSmall(original)) {
            try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(original))) {
                mark(book, problems);
                return bytes(withList(book, problems));
            } catch (IOException | RuntimeException cannotBeMarked) {
                // odd but readable parts may be too much for the writer: the list alone says the same
            }
        }
        try (Workbook book = new XSSFWorkbook()) {
            return bytes(withList(book, problems));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSmall(byte[] original) {
        if (original.length > MAX_BYTES) {
            return false;
        }
        try (ZipParts zip = ZipParts.open(original)) {
            int rows = 0;
            for (BookParts.Sheet sheet : BookParts.of(zip).sheets()) {
                rows += SheetScan.outline(zip, sheet.path(), MAX_ROWS).rows();
            }
            return rows <= MAX_ROWS;
        } catch (RefusedWorkbook refused) {
            return false;
        }
    }

    private static void mark(Workbook book, List<Problem> problems) {
        Map<CellAt, StringBuilder> texts = new HashMap<>();
        Map<CellAt, Severity> worst = new HashMap<>();
        for (Problem each : problems) {
            if (each.isTotal()) {
                continue;
            }
            CellAt at = new CellAt(each.sheet(), each.cell());
            StringBuilder text = texts.computeIfAbsent(at, key -> new StringBuilder());
            text.append(text.isEmpty() ? "" : "\n").append(sentence(each));
            worst.merge(at, each.severity(), (a, b) -> a == Severity.ERROR ? a : b);
        }
        Map<String, CellStyle> styles = new HashMap<>();
        texts.forEach((at, text) -> {
            Sheet sheet = book.getSheet(at.sheet());
            if (sheet != null) {
                Cell cell = cell(sheet, at.cell());
                boolean error = worst.get(at) == Severity.ERROR;
                String style = cell.getCellStyle().getIndex() + (error ? "e" : "w");
                cell.setCellStyle(styles.computeIfAbsent(style, key -> filled(book, cell.getCellStyle(), error)));
                comment(book, sheet, cell, text.toString());
            }
        });
    }

    private static String sentence(Problem problem) {
        String suggestion = problem.suggestion() == null ? "" : ";建议:" + problem.suggestion();
        return problem.severity().label() + ":应为 " + problem.expected() + suggestion;
    }

    private static Cell cell(Sheet sheet, String address) {
        CellReference at = new CellReference(address);
        Row row = sheet.getRow(at.getRow());
        Row present = row == null ? sheet.createRow(at.getRow()) : row;
        return present.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static CellStyle filled(Workbook book, CellStyle from, boolean error) {
        CellStyle style = book.createCellStyle();
        style.cloneStyleFrom(from);
        style.setFillForegroundColor((error ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW).getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static void comment(Workbook book, Sheet sheet, Cell cell, String text) {
        cell.removeCellComment();
        CreationHelper helper = book.getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 4);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        String shown = text.length() > MAX_COMMENT ? text.substring(0, MAX_COMMENT) + "…" : text;
        comment.setString(helper.createRichTextString(shown));
        comment.setAuthor("导入检查");
        cell.setCellComment(comment);
    }

    private static Workbook withList(Workbook book, List<Problem> problems) {
        int old = book.getSheetIndex(SheetKind.PROBLEMS);
        if (old >= 0) {
            book.removeSheetAt(old);
        }
        Sheet list = book.createSheet(SheetKind.PROBLEMS);
        book.setSheetOrder(SheetKind.PROBLEMS, 0);
        book.setActiveSheet(0);
        book.setSelectedTab(0);
        CellStyle bold = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(true);
        bold.setFont(font);
        CellStyle plain = book.createCellStyle();
        plain.setWrapText(true);
        plain.setDataFormat(book.createDataFormat().getFormat("@"));
        Row heading = list.createRow(0);
        for (int i = 0; i < HEADINGS.length; i++) {
            Cell cell = heading.createCell(i);
            cell.setCellValue(HEADINGS[i]);
            cell.setCellStyle(bold);
            list.setColumnWidth(i, WIDTHS[i] * 256);
        }
        for (int i = 0; i < problems.size(); i++) {
            Problem each = problems.get(i);
            String suggestion = each.suggestion() == null ? "" : each.suggestion();
            String[] values = {
                each.sheet(), each.cell(), each.severity().label(), each.found(), each.expected(), suggestion
            };
            Row row = list.createRow(i + 1);
            for (int column = 0; column < values.length; column++) {
                Cell cell = row.createCell(column);
                cell.setCellValue(values[column]);
                cell.setCellStyle(plain);
            }
        }
        list.createFreezePane(0, 1);
        list.setAutoFilter(new CellRangeAddress(0, Math.max(1, problems.size()), 0, HEADINGS.length - 1));
        return book;
    }

    private static byte[] bytes(Workbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}
