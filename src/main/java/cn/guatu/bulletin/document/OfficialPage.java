package cn.guatu.bulletin.document;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** The page of GB/T 9704: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, page numbers — 1 — outside, 7 mm under the text. */
final class OfficialPage {

    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    /** Width of the text in twips. */
    static final int TEXT_WIDTH = (int) Math.round(156 * TWIPS);

    /** 22 lines on 225 mm: 28.95 pt, set as 29 pt exactly. */
    static final int LINE = 29 * 20;

    private static final int PAGE_NUMBER_SIZE = 14;
    private static final int ONE_SIGN = 280;

    private OfficialPage() {}

    static void set(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().isSetSectPr()
                ? document.getDocument().getBody().getSectPr()
                : document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(mm(210));
        size.setH(mm(297));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(mm(37));
        margins.setBottom(mm(35));
        margins.setLeft(mm(28));
        margins.setRight(mm(26));
        margins.setHeader(mm(15));
        // the number's line ends 7 mm under the text
        margins.setFooter(mm(23));
        margins.setGutter(BigInteger.ZERO);
        document.setEvenAndOddHeadings(true);
        footer(document.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT), ParagraphAlignment.RIGHT);
        footer(document.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.EVEN), ParagraphAlignment.LEFT);
    }

    /** 单页码居右空一字，双页码居左空一字; 4号半角宋体. */
    private static void footer(XWPFFooter footer, ParagraphAlignment side) {
        XWPFParagraph paragraph = footer.createParagraph();
        paragraph.setAlignment(side);
        if (side == ParagraphAlignment.RIGHT) {
            paragraph.setIndentationRight(ONE_SIGN);
        } else {
            paragraph.setIndentationLeft(ONE_SIGN);
        }
        for (String part : List.of("— ", "PAGE", " —")) {
            XWPFRun run = paragraph.createRun();
            Runs.face(run, Typeface.SONG, PAGE_NUMBER_SIZE);
            if (part.equals("PAGE")) {
                run.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
                run.getCTR().addNewInstrText().setStringValue(" PAGE \\* MERGEFORMAT ");
                run.getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
                run.getCTR().addNewT().setStringValue("1");
                run.getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
            } else {
                run.setText(part);
            }
        }
    }

    private static BigInteger mm(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }
}
