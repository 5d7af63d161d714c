package cn.guatu.bulletin.document;

import cn.guatu.bulletin.rule.Block;
import cn.guatu.bulletin.rule.Bulletin;
import cn.guatu.bulletin.rule.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPBdr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** The 通报 as a Word document in the layout of GB/T 9704, with every figure in a content control of its own. */
public final class DocxWriter {

    private static final String RED = "FF0000";
    private static final int BODY = 16;
    private static final int TITLE = 22;
    private static final int FOUR = 14;
    private static final int TABLE = 9;
    private static final int TWO_SIGNS = 2 * BODY * 20;

    private final XWPFDocument document = new XWPFDocument();
    private final Runs runs = new Runs();

    private DocxWriter() {}

    /** The bytes of the .docx. */
    public static byte[] write(Bulletin bulletin) {
        DocxWriter writer = new DocxWriter();
        try (XWPFDocument document = writer.document) {
            OfficialPage.set(document);
            Packaging.describe(document, bulletin);
            if (bulletin.draft()) {
                writer.draftMark();
            }
            bulletin.blocks().forEach(writer::block);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draftMark() {
        XWPFParagraph mark = paragraph(ParagraphAlignment.RIGHT);
        XWPFRun run = mark.createRun();
        Runs.face(run, Typeface.HEADING, BODY);
        run.setText("征求意见稿");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Table table -> table(table);
            case Block.Bars bars -> chart(bars);
        }
    }

    private void paragraph(Block.Paragraph said) {
        switch (said.level()) {
            case AUTHORITY -> head(said);
            case NUMBER -> {
                XWPFParagraph number = line(said, ParagraphAlignment.CENTER, Typeface.BODY, BODY);
                number.setSpacingBefore(2 * OfficialPage.LINE);
                // 4 mm under the number, a red line as wide as the text
                red(number);
            }
            case TITLE -> {
                XWPFParagraph title = line(said, ParagraphAlignment.CENTER, Typeface.TITLE, TITLE);
                title.setSpacingBefore(2 * OfficialPage.LINE);
                title.setSpacingAfter(OfficialPage.LINE);
                exactly(title, 35 * 20);
            }
            case RECIPIENTS -> line(said, ParagraphAlignment.LEFT, Typeface.BODY, BODY);
            case HEADING -> kept(indented(said, Typeface.HEADING));
            case SUBHEADING -> kept(indented(said, Typeface.SUBHEADING));
            case BODY -> indented(said, Typeface.BODY);
            case ATTACHMENTS -> {
                // 左空二字; the following lines stand under the first title
                XWPFParagraph list = line(said, ParagraphAlignment.LEFT, Typeface.BODY, BODY);
                list.setSpacingBefore(OfficialPage.LINE);
                list.setIndentationLeft(TWO_SIGNS * 5 / 2);
                list.setIndentationHanging(TWO_SIGNS * 3 / 2);
            }
            case SIGNATURE -> {
                XWPFParagraph signature = line(said, ParagraphAlignment.RIGHT, Typeface.BODY, BODY);
                signature.setSpacingBefore(3 * OfficialPage.LINE);
                signature.setIndentationRight(TWO_SIGNS);
                signature.setKeepNext(true);
            }
            case DATE ->
                line(said, ParagraphAlignment.RIGHT, Typeface.BODY, BODY).setIndentationRight(2 * TWO_SIGNS);
            case COPIES -> imprint(said, true);
            case ISSUED -> imprint(said, false);
        }
    }

    /** 发文机关标志: red, centred, 35 mm under the upper edge of the text, as wide as the text allows. */
    private void head(Block.Paragraph said) {
        XWPFParagraph head = paragraph(ParagraphAlignment.CENTER);
        head.setSpacingBefore((int) Math.round(25 * 1440 / 25.4));
        int signs = Math.max(1, said.text().length() + 2);
        int fits = OfficialPage.TEXT_WIDTH / 20 / signs;
        XWPFRun run = head.createRun();
        Runs.face(run, Typeface.TITLE, Math.clamp(fits, 22, 50));
        run.setColor(RED);
        run.setText(said.text() + "文件");
        exactly(head, Math.clamp(fits, 22, 50) * 26);
    }

    private static void red(XWPFParagraph paragraph) {
        CTPBdr borders = paragraph.getCTPPr().isSetPBdr()
                ? paragraph.getCTPPr().getPBdr()
                : paragraph.getCTPPr().addNewPBdr();
        CTBorder bottom = borders.addNewBottom();
        bottom.setVal(STBorder.SINGLE);
        bottom.setSz(BigInteger.valueOf(18));
        bottom.setSpace(BigInteger.valueOf(11));
        bottom.setColor(RED);
    }

    private XWPFParagraph indented(Block.Paragraph said, Typeface face) {
        XWPFParagraph paragraph = line(said, ParagraphAlignment.BOTH, face, BODY);
        paragraph.setIndentationFirstLine(TWO_SIGNS);
        return paragraph;
    }

    private static void kept(XWPFParagraph paragraph) {
        paragraph.setKeepNext(true);
    }

    /** 版记: between lines, in 4号 type, one sign from the edges. */
    private void imprint(Block.Paragraph said, boolean first) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.LEFT);
        if (first) {
            paragraph.setSpacingBefore(2 * OfficialPage.LINE);
            paragraph.setBorderTop(Borders.SINGLE);
        }
        paragraph.setBorderBottom(Borders.SINGLE);
        paragraph.setIndentationLeft(FOUR * 20);
        paragraph.setIndentationRight(FOUR * 20);
        String[] sides = said.text().split("\t", 2);
        runs.write(paragraph, List.of(Piece.words(sides[0])), Typeface.BODY, FOUR);
        if (sides.length == 2) {
            paragraph.getCTPPr().addNewTabs().addNewTab();
            var tab = paragraph.getCTPPr().getTabs().getTabArray(0);
            tab.setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc.RIGHT);
            tab.setPos(BigInteger.valueOf(OfficialPage.TEXT_WIDTH - FOUR * 20L));
            XWPFRun run = paragraph.createRun();
            run.addTab();
            runs.write(paragraph, List.of(Piece.words(sides[1])), Typeface.BODY, FOUR);
        }
    }

    private XWPFParagraph line(Block.Paragraph said, ParagraphAlignment alignment, Typeface face, int size) {
        XWPFParagraph paragraph = paragraph(alignment);
        runs.write(paragraph, said.pieces(), face, size);
        return paragraph;
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        exactly(paragraph, OfficialPage.LINE);
        // figures stand in controls of their own: the space beside digits would come and go with them
        paragraph.getCTPPr().addNewAutoSpaceDE().setVal(false);
        paragraph.getCTPPr().addNewAutoSpaceDN().setVal(false);
        return paragraph;
    }

    private static void exactly(XWPFParagraph paragraph, int twips) {
        paragraph.setSpacingBetween(twips / 20.0, LineSpacingRule.EXACT);
    }

    private int attachments;

    /** Each attachment begins on a page of its own: 附件1 at the upper left in 黑体, its title under it. */
    private void table(Block.Table table) {
        XWPFParagraph label = paragraph(ParagraphAlignment.LEFT);
        label.setPageBreak(true);
        label.setKeepNext(true);
        XWPFRun run = label.createRun();
        Runs.face(run, Typeface.HEADING, BODY);
        run.setText("附件" + ++attachments);
        XWPFParagraph title = paragraph(ParagraphAlignment.CENTER);
        title.setSpacingAfter(OfficialPage.LINE / 2);
        title.setKeepNext(true);
        XWPFRun words = title.createRun();
        Runs.face(words, Typeface.TITLE, TITLE);
        words.setText(table.title());
        grid(table);
        if (!table.note().isEmpty()) {
            XWPFParagraph note = document.createParagraph();
            note.setSpacingBefore(80);
            XWPFRun noted = note.createRun();
            Runs.face(noted, Typeface.BODY, TABLE);
            noted.setText(table.note());
        }
    }

    private void grid(Block.Table table) {
        int columns = table.headings().size();
        XWPFTable grid = document.createTable(table.rows().size() + 1, columns);
        grid.setTableAlignment(TableRowAlign.CENTER);
        grid.setWidth(OfficialPage.TEXT_WIDTH);
        CTTblPr properties = grid.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        grid.setCellMargins(30, 50, 30, 50);
        int sum = table.widths().stream().mapToInt(Integer::intValue).sum();
        var widths = grid.getCTTbl().getTblGrid() == null
                ? grid.getCTTbl().addNewTblGrid()
                : grid.getCTTbl().getTblGrid();
        while (widths.sizeOfGridColArray() > 0) {
            widths.removeGridCol(0);
        }
        table.widths()
                .forEach(width ->
                        widths.addNewGridCol().setW(BigInteger.valueOf((long) OfficialPage.TEXT_WIDTH * width / sum)));
        XWPFTableRow head = grid.getRow(0);
        head.setRepeatHeader(true);
        for (int column = 0; column < columns; column++) {
            XWPFTableCell cell = head.getCell(column);
            cell.setColor("E7E6E6");
            width(cell, table, column, sum);
            XWPFParagraph words = first(cell, ParagraphAlignment.CENTER);
            XWPFRun run = words.createRun();
            Runs.face(run, Typeface.HEADING, TABLE);
            run.setText(table.headings().get(column));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            XWPFTableRow line = grid.getRow(row + 1);
            line.setCantSplitRow(true);
            for (int column = 0; column < columns; column++) {
                XWPFTableCell cell = line.getCell(column);
                width(cell, table, column, sum);
                List<Piece> pieces = table.rows().get(row).get(column);
                boolean figure = pieces.stream().anyMatch(Piece::isFigure);
                runs.write(
                        first(
                                cell,
                                figure
                                        ? ParagraphAlignment.RIGHT
                                        : column == 0 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT),
                        pieces,
                        Typeface.SONG,
                        TABLE);
            }
        }
    }

    private static void width(XWPFTableCell cell, Block.Table table, int column, int sum) {
        cell.setWidth(
                String.valueOf((long) OfficialPage.TEXT_WIDTH * table.widths().get(column) / sum));
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    }

    private static XWPFParagraph first(XWPFTableCell cell, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(14, LineSpacingRule.AT_LEAST);
        return paragraph;
    }

    private void chart(Block.Bars bars) {
        XWPFParagraph title = paragraph(ParagraphAlignment.CENTER);
        title.setKeepNext(true);
        XWPFRun run = title.createRun();
        Runs.face(run, Typeface.HEADING, FOUR);
        run.setText(bars.title());
        try {
            WordChart.draw(document, bars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
