package cn.guatu.battlechart.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.platform.document.Paper;
import cn.guatu.platform.document.PaperPrinter;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.testing.Printed;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

/** The battle chart on paper (issue 6, Paper). */
class ChartPrinterTest {

    private static final String ADDRESS = "http://localhost:8080/chart?year=2026";

    private static PaperPrinter printer(BattleChart chart, Paper paper) {
        return new PaperPrinter(new ChartPainter(chart, paper, ADDRESS, BusinessClock.ZONE));
    }

    @Test
    void three_hundred_projects_stand_on_one_page_of_A0() {
        Printed printed = Printed.pdf(printer(Charts.of(15, 20, 12), Paper.A0).pdf());
        assertThat(printed.sizes()).hasSize(1);
        assertThat(printed.text()).contains("2026年作战图", "第14片区19号", "用地审批", "数据截至 2026年10月31日", "3.2/10 公顷", "督办");
    }

    @Test
    void every_font_is_embedded() {
        Printed printed = Printed.pdf(printer(Charts.of(2, 3, 5), Paper.A3).pdf());
        assertThat(printed.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
    }

    @Test
    void a_chart_that_one_page_cannot_hold_goes_on_and_says_so() {
        ChartPainter chart = new ChartPainter(Charts.of(15, 20, 12), Paper.A3, ADDRESS, BusinessClock.ZONE);
        Printed printed = Printed.pdf(new PaperPrinter(chart).pdf());
        assertThat(printed.sizes()).hasSize(chart.pageCount()).hasSizeGreaterThan(1);
        assertThat(printed.text()).contains("(续)", "第 2 / " + chart.pageCount() + " 页");
    }

    @Test
    void tiles_are_all_A3() {
        Printed printed = Printed.pdf(printer(Charts.of(15, 20, 12), Paper.A0).tiles());
        assertThat(printed.sizes())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(page -> assertThat((double) Math.min(page.getWidth(), page.getHeight()))
                        .isCloseTo(Paper.A3.shortSide(), offset(0.5)));
    }

    @Test
    void a_sign_that_the_font_lacks_does_not_stop_the_document() {
        assertThat(printer(Charts.named("更新单元😀𠮷"), Paper.A3).pdf()).isNotEmpty();
    }

    @Test
    void an_empty_chart_still_prints_its_head() {
        assertThat(Printed.pdf(printer(Charts.of(0, 0, 0), Paper.A3).pdf()).text())
                .contains("2026年作战图");
    }

    @Test
    void the_same_picture_is_an_svg_with_its_text() {
        String svg = new String(printer(Charts.of(2, 3, 5), Paper.A3).svg(0), StandardCharsets.UTF_8);
        assertThat(svg).startsWith("<?xml").contains("<svg", "第1片区2号");
    }

    @Test
    void the_code_on_the_picture_leads_back_to_the_live_view() {
        assertThat(Printed.code(printer(Charts.of(2, 3, 5), Paper.A3).png(0, 2400)))
                .isEqualTo(ADDRESS);
    }
}
