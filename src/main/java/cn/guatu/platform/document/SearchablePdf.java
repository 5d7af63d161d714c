package cn.guatu.platform.document;

import java.awt.font.FontRenderContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Chinese fonts draw 用 and the Kangxi radical ⽤ with one glyph, and PDFBox notes the radical as what the glyph means: who searches for
 * or copies 用地 would find nothing. Here the ordinary sign is put in its place.
 */
public final class SearchablePdf {

    /** A glyph that stands for one sign of the blocks of radicals (U+2E80 … U+2FDF). */
    private static final Pattern RADICAL = Pattern.compile("<([0-9A-F]{4})> <\\1> <(2[EF][0-9A-F]{2})>");

    private SearchablePdf() {}

    /** The same document, with glyphs that mean ordinary signs. */
    public static byte[] mend(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                if (object.getObject() instanceof COSDictionary font
                        && COSName.FONT.equals(font.getCOSName(COSName.TYPE))) {
                    mendMeanings(font.getDictionaryObject(COSName.TO_UNICODE));
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mendMeanings(COSBase meanings) throws IOException {
        if (!(meanings instanceof COSStream stream)) {
            return;
        }
        String map = stream.toTextString();
        String mended = RADICAL.matcher(map).replaceAll(SearchablePdf::ordinary);
        if (!mended.equals(map)) {
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(mended.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static String ordinary(MatchResult found) {
        int radical = HexFormat.fromHexDigits(found.group(2));
        String glyph = found.group(1);
        return Matcher.quoteReplacement(
                "<%s> <%s> <%04X>".formatted(glyph, glyph, Ordinary.SIGNS.getOrDefault(radical, radical)));
    }

    /** The ordinary sign of each radical that shares its glyph, as the embedded font has them. */
    private static final class Ordinary {

        private static final int FIRST_RADICAL = 0x2E80;
        private static final int LAST_RADICAL = 0x2FDF;
        private static final int FIRST_SIGN = 0x4E00;
        private static final int LAST_SIGN = 0x9FFF;

        static final Map<Integer, Integer> SIGNS = signs();

        private static Map<Integer, Integer> signs() {
            Map<Integer, Integer> radicals = new HashMap<>();
            for (int sign = FIRST_RADICAL; sign <= LAST_RADICAL; sign++) {
                if (PaperFonts.regular().canDisplay(sign)) {
                    radicals.put(glyph(sign), sign);
                }
            }
            Map<Integer, Integer> signs = new HashMap<>();
            for (int sign = FIRST_SIGN; sign <= LAST_SIGN; sign++) {
                Integer radical = radicals.get(glyph(sign));
                if (radical != null) {
                    signs.put(radical, sign);
                }
            }
            return Map.copyOf(signs);
        }

        private static int glyph(int sign) {
            FontRenderContext context = new FontRenderContext(null, true, true);
            return PaperFonts.regular()
                    .createGlyphVector(context, Character.toString(sign))
                    .getGlyphCode(0);
        }
    }
}
