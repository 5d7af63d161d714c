package cn.guatu.supervision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** The minutes of a meeting as a document, set like official papers: A4, 小标宋 title, 黑体 headings, 仿宋 text in 三号. */
final class MinutesDocument {

    private static final String TITLE = "方正小标宋简体";
    private static final String HEADING = "黑体";
    private static final String TEXT = "仿宋_GB2312";
    private static final double SIZE = 16;
    private static final double TABLE_SIZE = 12;
    private static final int LINE_TWIPS = 560;
    private static final int INDENT = 640;

    private final XWPFDocument paper = new XWPFDocument();

    private MinutesDocument() {}

    /**
     * The minutes as .docx.
     *
     * @param agenda what was talked about
     * @param decided what was decided, in order
     * @param leads the names of the leading units
     */
    static byte[] of(Meeting meeting, Agenda agenda, List<Decision> decided, Map<?, String> leads) {
        MinutesDocument minutes = new MinutesDocument();
        minutes.write(meeting, agenda, decided, leads);
        try (XWPFDocument paper = minutes.paper;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            paper.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the minutes could not be written", e);
        }
    }

    private void write(Meeting meeting, Agenda agenda, List<Decision> decided, Map<?, String> leads) {
        page();
        centred(meeting.title() + "纪要", TITLE, 22);
        centred("(" + day(meeting.heldOn()) + ")", TEXT, SIZE);
        fact("时间", day(meeting.heldOn()));
        fact("地点", meeting.place());
        fact("主持", meeting.chair());
        fact("参会", meeting.attendees());
        heading("一、会议议题");
        if (agenda.sections().isEmpty()) {
            text("本次会议没有从系统带入的议题。");
        }
        int number = 0;
        for (Agenda.Section section : agenda.sections()) {
            text("(" + chinese(++number) + ")" + section.title() + ","
                    + section.items().size() + " 项。");
            section.items().stream()
                    .limit(10)
                    .forEach(item -> text(item.what() + ":" + item.detail()
                            + (item.unit().isEmpty() ? "" : "(" + item.unit() + ")") + "。"));
        }
        if (meeting.note() != null) {
            text(meeting.note());
        }
        heading("二、议定事项");
        if (decided.isEmpty()) {
            text("会议没有新的议定事项。");
        } else {
            text("会议议定以下 " + decided.size() + " 项,请牵头单位抓紧办理,并在系统中报送进展。");
            table(meeting.year(), decided, leads);
        }
        text("以上事项自纪要印发之日起 3 个工作日内交办。");
        if (meeting.minutesOn() != null) {
            XWPFParagraph end = paragraph(ParagraphAlignment.RIGHT);
            run(end, day(meeting.minutesOn()) + "印发", TEXT, SIZE);
        }
    }

    private void table(int year, List<Decision> decided, Map<?, String> leads) {
        XWPFTable table = paper.createTable(decided.size() + 1, 5);
        table.setWidth("100%");
        row(table, 0, List.of("序号", "事项", "牵头单位", "配合单位", "完成时限"), true);
        for (int i = 0; i < decided.size(); i++) {
            Decision each = decided.get(i);
            row(
                    table,
                    i + 1,
                    List.of(
                            String.valueOf(i + 1),
                            each.matter(),
                            leads.containsKey(each.lead()) ? String.valueOf(leads.get(each.lead())) : "",
                            each.assisting() == null ? "—" : each.assisting(),
                            each.due().getYear() == year
                                    ? each.due().getMonthValue() + "月"
                                            + each.due().getDayOfMonth() + "日"
                                    : day(each.due())),
                    false);
        }
    }

    private static void row(XWPFTable table, int index, List<String> words, boolean heading) {
        int[] widths = {820, 3480, 1650, 1650, 1500};
        for (int i = 0; i < words.size(); i++) {
            XWPFTableCell cell = table.getRow(index).getCell(i);
            cell.setWidth(String.valueOf(widths[i]));
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setAlignment(i == 1 && !heading ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
            run(paragraph, words.get(i), heading ? HEADING : TEXT, TABLE_SIZE);
        }
        if (heading) {
            table.getRow(index).setRepeatHeader(true);
        }
    }

    private void page() {
        CTSectPr section = paper.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
    }

    private void centred(String words, String font, double size) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.CENTER);
        run(paragraph, words, font, size);
    }

    private void heading(String words) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.LEFT);
        paragraph.setIndentationFirstLine(INDENT);
        run(paragraph, words, HEADING, SIZE);
    }

    private void text(String words) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(INDENT);
        run(paragraph, words, TEXT, SIZE);
    }

    private void fact(String name, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            XWPFParagraph paragraph = paragraph(ParagraphAlignment.LEFT);
            paragraph.setIndentationFirstLine(INDENT);
            run(paragraph, name + ":", HEADING, SIZE);
            run(paragraph, words, TEXT, SIZE);
        }
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = paper.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(LINE_TWIPS / 20.0, org.apache.poi.xwpf.usermodel.LineSpacingRule.EXACT);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String words, String font, double size) {
        XWPFRun run = paragraph.createRun();
        run.setText(words);
        run.setFontSize(size);
        CTRPr properties =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        CTFonts fonts = properties.sizeOfRFontsArray() > 0 ? properties.getRFontsArray(0) : properties.addNewRFonts();
        fonts.setEastAsia(font);
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String chinese(int number) {
        return "一二三四五六七八九十".substring(number - 1, number);
    }
}
