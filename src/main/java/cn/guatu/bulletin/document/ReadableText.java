package cn.guatu.bulletin.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/**
 * Text that can be searched and copied out of a PDF. The typeface draws 月 and the radical ⽉ with one glyph, and the library notes the
 * radical, whose number is lower; so the notes (ToUnicode) are rewritten to the signs that the page was written with.
 */
final class ReadableText {

    private static final Pattern RANGE =
            Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4,8})>");
    private static final int MOST_IN_A_BLOCK = 100;
    private static final int FIRST_IDEOGRAPH = 0x4E00;
    private static final int LAST_IDEOGRAPH = 0x9FFF;

    /** Signs that share a glyph, by each of them. */
    private final Map<Integer, List<Integer>> sharing = new HashMap<>();

    ReadableText(InputStream typeface) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(typeface))) {
            CmapLookup signs = font.getUnicodeCmapLookup();
            for (int glyph = 1; glyph < font.getNumberOfGlyphs(); glyph++) {
                @Nullable List<Integer> of = signs.getCharCodes(glyph);
                if (of != null && of.size() > 1) {
                    of.forEach(sign -> sharing.put(sign, List.copyOf(of)));
                }
            }
        }
    }

    /** The same PDF with the signs of the text it was made from. */
    byte[] in(byte[] pdf, String writtenFrom) throws IOException {
        Set<Integer> written = new HashSet<>();
        writtenFrom.codePoints().forEach(written::add);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Set<COSBase> done = new HashSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    COSBase notes = font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE);
                    if (notes instanceof COSStream stream && done.add(stream)) {
                        rewrite(stream, written);
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void rewrite(COSStream notes, Set<Integer> written) throws IOException {
        String text;
        try (InputStream in = notes.createInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        Map<Integer, Integer> signs = new TreeMap<>();
        Matcher range = RANGE.matcher(text.substring(Math.max(0, text.indexOf("endcodespacerange"))));
        while (range.find()) {
            int first = Integer.parseInt(range.group(1), 16);
            int last = Integer.parseInt(range.group(2), 16);
            int sign = sign(range.group(3));
            for (int code = first; code <= last; code++) {
                signs.put(code, written(sign + code - first, written));
            }
        }
        try (OutputStream out = notes.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(map(signs).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private int written(int sign, Set<Integer> written) {
        List<Integer> same = sharing.get(sign);
        if (same == null || written.contains(sign)) {
            return sign;
        }
        return same.stream()
                .filter(written::contains)
                .findFirst()
                .or(() -> same.stream()
                        .filter(each -> each >= FIRST_IDEOGRAPH && each <= LAST_IDEOGRAPH)
                        .findFirst())
                .orElse(sign);
    }

    private static int sign(String hex) {
        return hex.length() == 4
                ? Integer.parseInt(hex, 16)
                : Character.toCodePoint((char) Integer.parseInt(hex.substring(0, 4), 16), (char)
                        Integer.parseInt(hex.substring(4), 16));
    }

    private static String map(Map<Integer, Integer> signs) {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        List<Map.Entry<Integer, Integer>> all = List.copyOf(signs.entrySet());
        for (int from = 0; from < all.size(); from += MOST_IN_A_BLOCK) {
            List<Map.Entry<Integer, Integer>> block = all.subList(from, Math.min(all.size(), from + MOST_IN_A_BLOCK));
            map.append(block.size()).append(" beginbfchar\n");
            block.forEach(entry -> {
                map.append("<%04X> <".formatted(entry.getKey()));
                for (char unit : Character.toChars(entry.getValue())) {
                    map.append("%04X".formatted((int) unit));
                }
                map.append(">\n");
            });
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
