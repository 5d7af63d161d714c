package cn.guatu.bulletin.document;

import cn.guatu.bulletin.rule.Piece;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtRun;

/** Words and figures in a paragraph; each figure in a content control whose tag is its key. */
final class Runs {

    /** Before the key in the tag of a content control. */
    static final String TAG = "guatu:";

    private static final String LATIN = "Times New Roman";

    private final AtomicInteger ids = new AtomicInteger(26_000_000);

    /** Writes the pieces after one another; a line break in the words starts a line. */
    void write(XWPFParagraph paragraph, List<Piece> pieces, Typeface face, int size) {
        for (Piece piece : pieces) {
            if (piece.key() == null) {
                XWPFRun run = paragraph.createRun();
                face(run, face, size);
                text(run, piece.text());
            } else {
                control(paragraph, piece.key(), piece.text(), face, size);
            }
        }
    }

    /** Words in this typeface and size in points; figures and Latin letters in it too, as GB/T 9704 wants them. */
    static void face(XWPFRun run, Typeface face, int size) {
        face(run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr(), face, size);
    }

    private static void face(CTRPr properties, Typeface face, int size) {
        CTFonts fonts = properties.addNewRFonts();
        fonts.setEastAsia(face.family());
        fonts.setAscii(face == Typeface.BODY ? LATIN : face.family());
        fonts.setHAnsi(face == Typeface.BODY ? LATIN : face.family());
        fonts.setCs(LATIN);
        properties.addNewSz().setVal(BigInteger.valueOf(2L * size));
        properties.addNewSzCs().setVal(BigInteger.valueOf(2L * size));
    }

    private static void text(XWPFRun run, String words) {
        String[] lines = words.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }

    private void control(XWPFParagraph paragraph, String key, String text, Typeface face, int size) {
        CTSdtRun control = paragraph.getCTP().addNewSdt();
        CTSdtPr properties = control.addNewSdtPr();
        properties.addNewAlias().setVal("数据：" + key);
        properties.addNewTag().setVal(TAG + key);
        properties.addNewId().setVal(BigInteger.valueOf(ids.getAndIncrement()));
        CTR run = control.addNewSdtContent().addNewR();
        face(run.addNewRPr(), face, size);
        run.addNewT().setStringValue(text);
    }
}
