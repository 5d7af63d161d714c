package cn.guatu.bulletin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.bulletin.rule.Bulletin;
import cn.guatu.bulletin.rule.Drafting;
import cn.guatu.bulletin.rule.Given;
import cn.guatu.bulletin.rule.Verification;
import cn.guatu.platform.failure.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** The files as Word and a reader of PDF would find them. */
class DocumentsTest {

    private static final Bulletin BULLETIN = Drafting.of(Given.month(false));

    @Test
    void the_word_document_has_the_page_of_the_standard() throws IOException {
        try (XWPFDocument word = open(DocxWriter.write(BULLETIN))) {
            CTSectPr section = word.getDocument().getBody().getSectPr();
            assertThat(mm(section.getPgSz().getW())).isEqualTo(210);
            assertThat(mm(section.getPgSz().getH())).isEqualTo(297);
            assertThat(mm(section.getPgMar().getTop())).isEqualTo(37);
            assertThat(mm(section.getPgMar().getLeft())).isEqualTo(28);
            assertThat(mm(section.getPgMar().getRight())).isEqualTo(26);
            assertThat(mm(section.getPgMar().getBottom())).isEqualTo(35);
            assertThat(word.getFooterList())
                    .extracting(footer -> footer._getHdrFtr().xmlText())
                    .allSatisfy(footer -> assertThat(footer).contains("PAGE", "— ", " —"))
                    .hasSize(2);
            assertThat(word.getSettings().getEvenAndOddHeadings()).isTrue();
        }
    }

    @Test
    void it_reads_like_a_notice_and_carries_its_tables_and_its_chart() throws IOException {
        try (XWPFDocument word = open(DocxWriter.write(BULLETIN));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            assertThat(text.getText())
                    .contains(
                            "挂图通报〔2026〕10号",
                            "关于2026年10月重点工作任务完成情况的通报",
                            "城市更新土地供应任务为80公顷，截至10月底完成80.58公顷，完成率100.7%，超序时17.4个百分点。其中：公共设施用地",
                            "2026年11月5日",
                            "附件4")
                    .doesNotContain("征求意见稿");
            assertThat(word.getTables()).hasSize(4);
            assertThat(word.getTables().getFirst().getRow(1).getCell(1).getText())
                    .isEqualTo("城市更新土地供应");
            assertThat(word.getCharts()).hasSize(1);
        }
    }

    @Test
    void type_faces_are_those_of_the_standard_with_substitutes_named() throws IOException {
        byte[] file = DocxWriter.write(BULLETIN);
        assertThat(part(file, "word/document.xml"))
                .contains(
                        "w:eastAsia=\"方正小标宋简体\"",
                        "w:eastAsia=\"仿宋_GB2312\"",
                        "w:eastAsia=\"黑体\"",
                        "w:eastAsia=\"楷体_GB2312\"")
                .contains("w:line=\"580\" w:lineRule=\"exact\"", "w:val=\"FF0000\"", "guatu:T02.achieved");
        assertThat(part(file, "word/fontTable.xml")).contains("<w:altName w:val=\"仿宋\"/>");
    }

    @Test
    void a_draft_says_so() throws IOException {
        try (XWPFDocument word = open(DocxWriter.write(Drafting.of(Given.month(true))))) {
            assertThat(word.getParagraphs().getFirst().getText()).isEqualTo("征求意见稿");
        }
    }

    @Test
    void what_was_written_is_verified_clean_by_its_tags() {
        Verification.Result result = verify(DocxWriter.write(BULLETIN));
        assertThat(result.findings()).isEmpty();
        assertThat(result.byTag()).isEqualTo(result.figures()).isGreaterThan(50);
    }

    @Test
    void a_figure_changed_inside_its_tag_is_found() throws IOException {
        byte[] edited = rewritten(xml ->
                xml.replace(">80.58公顷<", "><w:t>88</w:t></w:r><w:r><w:t>.58公顷<").replace("<w:t><w:t>", "<w:t>"));
        assertThat(verify(edited).findings())
                .extracting(Verification.Finding::key, Verification.Finding::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("T02.achieved", "88.58公顷"));
    }

    @Test
    void an_editor_that_drops_the_tags_and_splits_the_runs_hides_nothing() throws IOException {
        byte[] edited = rewritten(xml -> xml.replaceAll("<w:sdtPr>.*?</w:sdtPr>", "")
                .replaceAll("</?w:sdt>|</?w:sdtContent>", "")
                .replace("80.58公顷", "80.5</w:t></w:r><w:r><w:t>9公顷"));
        Verification.Result result = verify(edited);
        assertThat(result.byTag()).isZero();
        assertThat(result.findings())
                .extracting(Verification.Finding::key, Verification.Finding::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("T02.achieved", "80.59公顷"));
    }

    @Test
    void deleted_words_under_tracked_changes_are_no_longer_said() throws IOException {
        byte[] edited = rewritten(
                xml -> xml.replaceFirst(
                        "<w:t>80.58公顷</w:t>",
                        "<w:delText>80.58公顷</w:delText></w:r><w:ins w:id=\"1\"><w:r><w:t>81公顷</w:t></w:r></w:ins><w:r><w:t></w:t>"));
        assertThat(verify(edited).findings())
                .extracting(Verification.Finding::found)
                .containsExactly("81公顷");
    }

    @Test
    void what_is_no_word_document_is_refused_in_words() {
        assertThatThrownBy(() -> DocxReader.read("%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不是 Word 文档");
    }

    @Test
    void a_document_with_a_doctype_is_refused() throws IOException {
        byte[] file = rewritten(xml ->
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + xml.replaceFirst("<\\?xml[^>]*>", ""));
        assertThatThrownBy(() -> DocxReader.read(file)).isInstanceOf(Refusal.class);
    }

    @Test
    void the_pdf_says_the_same_on_tagged_pages_with_its_own_typeface() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(BulletinPdf.write(BULLETIN))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertThat(text).contains("截至10月底完成80.58公顷，完成率100.7%，超序时17.4个百分点。", "挂图通报〔2026〕10号", "—1—", "—2—");
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(594f, 597f);
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            Set<String> faces = new HashSet<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    faces.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
                }
            }
            assertThat(faces)
                    .allSatisfy(face -> assertThat(face).startsWith("NotoSansSC"))
                    .hasSize(2);
        }
    }

    private static Verification.Result verify(byte[] file) {
        return Verification.of(BULLETIN, DocxReader.read(file).lines());
    }

    private static XWPFDocument open(byte[] file) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static long mm(Object twips) {
        return Math.round(((BigInteger) twips).doubleValue() * 25.4 / 1440);
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The document after an editor has been at its text. */
    private static byte[] rewritten(UnaryOperator<String> edit) throws IOException {
        byte[] file = DocxWriter.write(BULLETIN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream edited = new ZipOutputStream(out)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                edited.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = zip.readAllBytes();
                edited.write(
                        entry.getName().equals("word/document.xml")
                                ? edit.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }
}
