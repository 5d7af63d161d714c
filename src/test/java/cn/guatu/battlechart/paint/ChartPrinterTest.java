package cn.guatu.battlechart.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.platform.time.BusinessClock;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The battle chart on paper (issue 6, Paper). */
class ChartPrinterTest {

    private static final String ADDRESS = "http://localhost:8080/chart?year=2026";

    private static ChartPrinter printer(BattleChart chart, Paper paper) {
        return new ChartPrinter(chart, paper, ADDRESS, BusinessClock.ZONE);
    }

    @Test
    void three_hundred_projects_stand_on_one_page_of_A0() throws IOException {
        byte[] pdf = printer(Charts.of(15, 20, 12), Paper.A0).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("2026年作战图", "第14片区19号", "用地审批", "数据截至 2026年10月31日", "3.2/10 公顷", "督办");
        }
    }

    @Test
    void every_font_is_embedded() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(printer(Charts.of(2, 3, 5), Paper.A3).pdf())) {
            List<PDFont> fonts = fonts(document.getPage(0));
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void a_chart_that_one_page_cannot_hold_goes_on_and_says_so() throws IOException {
        ChartPrinter printer = printer(Charts.of(15, 20, 12), Paper.A3);
        try (PDDocument document = Loader.loadPDF(printer.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(printer.pages()).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(document)).contains("(续)", "第 2 / " + printer.pages() + " 页");
        }
    }

    @Test
    void tiles_are_all_A3() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(printer(Charts.of(15, 20, 12), Paper.A0).tiles())) {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(8);
            for (PDPage page : document.getPages()) {
                assertThat((double) Math.min(
                                page.getMediaBox().getWidth(),
                                page.getMediaBox().getHeight()))
                        .isCloseTo(Paper.A3.shortSide(), offset(0.5));
            }
        }
    }

    @Test
    void a_sign_that_the_font_lacks_does_not_stop_the_document() {
        assertThat(printer(Charts.named("更新单元😀𠮷"), Paper.A3).pdf()).isNotEmpty();
    }

    @Test
    void an_empty_chart_still_prints_its_head() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(printer(Charts.of(0, 0, 0), Paper.A3).pdf())) {
            assertThat(new PDFTextStripper().getText(document)).contains("2026年作战图");
        }
    }

    @Test
    void the_same_picture_is_an_svg_with_its_text() {
        String svg = new String(printer(Charts.of(2, 3, 5), Paper.A3).svg(0), StandardCharsets.UTF_8);
        assertThat(svg).startsWith("<?xml").contains("<svg", "第1片区2号");
    }

    @Test
    void the_code_on_the_picture_leads_back_to_the_live_view() throws Exception {
        BufferedImage image = ImageIO.read(
                new ByteArrayInputStream(printer(Charts.of(2, 3, 5), Paper.A3).png(0, 2400)));
        String read = new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new Luminance(image))))
                .getText();
        assertThat(read).isEqualTo(ADDRESS);
    }

    private static List<PDFont> fonts(PDPage page) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        collect(page.getResources(), fonts);
        return fonts;
    }

    private static void collect(PDResources resources, List<PDFont> fonts) throws IOException {
        if (resources == null) {
            return;
        }
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                collect(form.getResources(), fonts);
            }
        }
    }
}
