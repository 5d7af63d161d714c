package cn.guatu.platform.document;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/** A sheet as vector PDF with embedded fonts, in tiles, as SVG and as PNG: one drawing for all of them. */
public final class PaperPrinter {

    private static final int MOST_PIXELS = 8_000;

    private final PaperSheet sheet;

    /** Prints this sheet. */
    public PaperPrinter(PaperSheet sheet) {
        this.sheet = sheet;
    }

    /** A PDF with a page for every page of the sheet. */
    public byte[] pdf() {
        try (PdfPages pdf = new PdfPages(sheet.title())) {
            for (int page = 0; page < sheet.pageCount(); page++) {
                pdf.add(sheet.box().width(), sheet.box().height(), drawing(page));
            }
            return pdf.bytes();
        }
    }

    /** The same pages in tiles of A3 to be glued together. */
    public byte[] tiles() {
        try (PdfPages pdf = new PdfPages(sheet.title())) {
            for (int page = 0; page < sheet.pageCount(); page++) {
                pdf.addTiles(sheet.box().width(), sheet.box().height(), drawing(page));
            }
            return pdf.bytes();
        }
    }

    /** A page as SVG; text stays text. */
    public byte[] svg(int page) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
            SVGGraphics2D g = new SVGGraphics2D(document);
            g.setSVGCanvasSize(new Dimension((int) Math.ceil(sheet.box().width()), (int)
                    Math.ceil(sheet.box().height())));
            sheet.paint(g, page);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            g.stream(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), true);
            return bytes.toByteArray();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A page as PNG.
     *
     * @param width in pixels; at most 8 000
     */
    public byte[] png(int page, int width) {
        int pixels = Math.clamp(width, 100, MOST_PIXELS);
        double scale = pixels / sheet.box().width();
        int height = (int) Math.ceil(sheet.box().height() * scale);
        BufferedImage image = new BufferedImage(pixels, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(scale, scale);
        sheet.paint(g, page);
        g.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfPages.Drawing drawing(int page) {
        return g -> sheet.paint(g, page);
    }
}
