package cn.guatu.bulletin.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.bulletin.rule.CardKind;
import cn.guatu.bulletin.rule.CardPage;
import cn.guatu.bulletin.rule.DataTable;
import cn.guatu.bulletin.rule.MonthFigures.MatterLine;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.UnitSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A scorecard on one sheet, as PDF and as the picture of a mail; the data of a chart as a workbook. */
class CardPdfTest {

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    /** As much as a page ever shows. */
    private static CardPage fullPage() {
        List<CardPage.Line> lines = IntStream.range(0, 22)
                .mapToObj(i -> new CardPage.Line(
                        "T" + i,
                        "一个名称很长的年度重点任务指标第" + i + "项",
                        i > 14,
                        "1234.5万平方米",
                        "321.25万平方米",
                        n("0.26"),
                        n("0.833"),
                        n("0.9"),
                        n("-0.573"),
                        Light.RED,
                        "",
                        n("0.3"),
                        n("0.4"),
                        n("0.55")))
                .toList();
        return new CardPage(
                CardKind.DEPARTMENT,
                "4",
                "用地管理科",
                2026,
                10,
                LocalDate.of(2026, 10, 31),
                true,
                new CardPage.Standing(
                        n("87.50"),
                        3,
                        8,
                        n("80"),
                        5,
                        List.of(
                                new CardPage.Part("指标进度", n("50"), n("40.25")),
                                new CardPage.Part("填报质量", n("10"), null),
                                new CardPage.Part("加分", n("0"), n("2")))),
                new UnitSummary("用地管理科", n("0.7"), n("0.83"), n("-0.13"), Light.ORANGE, "", 12, 0),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month > 10
                                ? new CardPage.MonthLight(month, null, null, false)
                                : new CardPage.MonthLight(month, Light.YELLOW, n("0.5"), month == 2))
                        .toList(),
                lines,
                List.of(),
                List.of("土地供应：完成率26.0%，低于序时57.3个百分点，有3个节点逾期", "南岭地块“土地出让”逾期17个工作日（林小满）"),
                17,
                List.of(new MatterLine("梳理闲置土地处置清单", "用地管理科", LocalDate.of(2026, 9, 20), "滞后", false)),
                new CardPage.Outlook(n("0.75"), n("0.82"), n("0.9"), 10));
    }

    @Test
    void the_fullest_page_fits_one_sheet_and_says_what_matters() throws IOException {
        byte[] file = CardPdf.write(fullPage());
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", ""))
                    .contains(
                            "用地管理科",
                            "87.5",
                            "3/8",
                            "名次较上月上升2位",
                            "综合完成率70.0%",
                            "82.0%",
                            "75.0%～90.0%",
                            "为什么红",
                            "逾期17个工作日",
                            "梳理闲置土地");
        }
        assertThat(ImageIO.read(new ByteArrayInputStream(Pdf.picture(file))).getWidth())
                .isBetween(790, 796);
    }

    @Test
    void a_workbook_holds_exactly_the_table() throws IOException {
        byte[] file = Workbooks.of(new DataTable(
                "堵点原因排行", "排的是原因", List.of("原因", "未解决"), List.of(Arrays.asList("=外单位", 8), Arrays.asList("企业", null))));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("未解决");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("=外单位");
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(8);
            assertThat(sheet.getRow(3).getCell(1)).isNull();
        }
    }
}
