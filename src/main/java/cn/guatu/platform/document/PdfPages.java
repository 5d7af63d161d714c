package cn.guatu.platform.document;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/** A PDF under construction. Each drawing is made once, as a form, and then placed: whole, or tile by tile. */
final class PdfPages implements AutoCloseable {

    /** Printers leave a rim white. */
    private static final float RIM = (float) Paper.millimetres(8);

    /** What neighbouring tiles have in common, to be glued. */
    private static final float OVERLAP = (float) Paper.millimetres(8);

    private final PDDocument document = new PDDocument();
    private final EmbeddedFonts fonts;

    PdfPages(String title) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("挂图作战");
        try {
            fonts = new EmbeddedFonts(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is drawn. */
    interface Drawing {
        void on(Graphics2D g);
    }

    void add(double width, double height, Drawing drawing) {
        try {
            PDFormXObject form = form(width, height, drawing);
            PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(form);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The drawing on upright or lying pages of A3, whichever takes fewer, from the upper left on. */
    void addTiles(double width, double height, Drawing drawing) {
        float shortSide = (float) Paper.A3.shortSide();
        float longSide = (float) Paper.A3.longSide();
        boolean lying =
                tiles(width, longSide) * tiles(height, shortSide) <= tiles(width, shortSide) * tiles(height, longSide);
        float tileWidth = lying ? longSide : shortSide;
        float tileHeight = lying ? shortSide : longSide;
        int columns = tiles(width, tileWidth);
        int rows = tiles(height, tileHeight);
        try {
            PDFormXObject form = form(width, height, drawing);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    float left = column * (tileWidth - 2 * RIM - OVERLAP);
                    float top = row * (tileHeight - 2 * RIM - OVERLAP);
                    PDPage page = new PDPage(new PDRectangle(tileWidth, tileHeight));
                    document.addPage(page);
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.saveGraphicsState();
                        content.addRect(RIM, RIM, tileWidth - 2 * RIM, tileHeight - 2 * RIM);
                        content.clip();
                        content.transform(
                                Matrix.getTranslateInstance(RIM - left, tileHeight - RIM + top - (float) height));
                        content.drawForm(form);
                        content.restoreGraphicsState();
                        label(
                                content,
                                "第 " + (row + 1) + " 行 第 " + (column + 1) + " 列(共 " + rows + " 行 " + columns + " 列)");
                        content.setLineWidth(0.3f);
                        content.addRect(RIM, RIM, tileWidth - 2 * RIM, tileHeight - 2 * RIM);
                        content.stroke();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return SearchablePdf.mend(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int tiles(double length, float tile) {
        double step = tile - 2 * RIM - OVERLAP;
        return (int) Math.max(1, Math.ceil((length - OVERLAP) / step));
    }

    private void label(PDPageContentStream content, String text) throws IOException {
        content.beginText();
        content.setFont(fonts.regular, 7);
        content.newLineAtOffset(RIM, RIM * 0.4f);
        content.showText(text);
        content.endText();
    }

    private PDFormXObject form(double width, double height, Drawing drawing) throws IOException {
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, (float) width, (float) height);
        g.setFontTextDrawer(fonts);
        drawing.on(g);
        g.dispose();
        return g.getXFormObject();
    }

    /** Text stays text, in the subset of the two fonts that the document needs. */
    private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {

        private final PDFont regular;
        private final PDFont bold;

        EmbeddedFonts(PDDocument document) throws IOException {
            try (InputStream file = PaperFonts.regularFile()) {
                regular = PDType0Font.load(document, file, true);
            }
            try (InputStream file = PaperFonts.boldFile()) {
                bold = PDType0Font.load(document, file, true);
            }
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv environment) {
            return font.getFontName().equals(PaperFonts.bold().getFontName()) ? bold : regular;
        }

        @Override
        protected boolean hasDynamicFontMapping() {
            return true;
        }
    }
}
