package cn.guatu.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** workbook.md: the same report as an .xlsx with the cells marked. */
class MarkedWorkbookTest {

    @Test
    void theProblemCellIsColouredAndCommentedBehindAListOfAllProblems() throws IOException {
        byte[] original = Book.plan()
                .with(poi -> poi.getSheet("指标").getRow(1).getCell(3).setCellValue("若干"))
                .bytes();
        ParsedWorkbook plan = WorkbookReader.read(original, 2026);
        byte[] marked = MarkedWorkbook.of(original, plan.problems());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
            assertThat(book.getSheetName(0)).isEqualTo("问题");
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("D2");
            var cell = book.getSheet("指标").getRow(1).getCell(3);
            assertThat(cell.getStringCellValue()).isEqualTo("若干");
            assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(cell.getCellComment().getString().getString()).contains("错误");
        }
        assertThat(WorkbookReader.read(marked, 2026).problems()).isEqualTo(plan.problems());
        assertThat(WorkbookReader.read(MarkedWorkbook.of(marked, plan.problems()), 2026)
                        .problems())
                .isEqualTo(plan.problems());
    }

    @Test
    void aFileThatCannotBeMarkedStillGetsTheList() throws IOException {
        Problem problem = Problem.error(new CellAt("组织", "A2"), "=坏", "好", null);
        byte[] list = MarkedWorkbook.of("不是工作簿".getBytes(StandardCharsets.UTF_8), java.util.List.of(problem));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(list))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            assertThat(book.getSheetAt(0).getRow(1).getCell(3).getStringCellValue())
                    .isEqualTo("=坏");
        }
    }
}
