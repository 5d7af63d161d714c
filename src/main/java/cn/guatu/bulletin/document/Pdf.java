package cn.guatu.bulletin.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pages of XHTML as PDF: tagged, in Chinese, with the free typeface Noto Sans SC embedded. There is no free 宋体 or 仿宋 to embed among our
 * libraries, so text and titles differ by weight (docs/decisions/0023).
 */
public final class Pdf {

    private static final int DOTS = 96;

    private Pdf() {}

    /** The PDF of a page in XHTML that names the typeface {@code Noto} in its style. */
    public static byte[] of(String xhtml) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFastMode();
            builder.useFont(face("Regular"), "Noto", 400, FontStyle.NORMAL, true);
            builder.useFont(face("Bold"), "Noto", 700, FontStyle.NORMAL, true);
            builder.withHtmlContent(xhtml, null);
            builder.withProducer("guatu");
            builder.toStream(bytes);
            builder.run();
            return Readable.TEXT.in(bytes.toByteArray(), xhtml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read from the typeface once, when the first PDF is made. */
    private static final class Readable {
        private static final ReadableText TEXT = readable();

        private static ReadableText readable() {
            try (InputStream typeface = face("Regular").supply()) {
                return new ReadableText(typeface);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The first page as a PNG, for mail that shows it at once. */
    public static byte[] picture(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS, ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(page, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FSSupplier<InputStream> face(String weight) {
        return () -> {
            InputStream stream = Pdf.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf");
            if (stream == null) {
                throw new IllegalStateException("the typeface Noto Sans SC is not on the class path");
            }
            return stream;
        };
    }
}
