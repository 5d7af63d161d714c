package cn.guatu.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a reader finds in a PDF.
 *
 * @param text all of it
 * @param sizes of the pages
 * @param fonts of the first page
 */
public record Printed(String text, List<PDRectangle> sizes, List<PDFont> fonts) {

    /** Reads a PDF. */
    public static Printed pdf(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<PDFont> fonts = new ArrayList<>();
            collect(document.getPage(0).getResources(), fonts);
            return new Printed(
                    new PDFTextStripper().getText(document),
                    StreamSupport.stream(document.getPages().spliterator(), false)
                            .map(page -> page.getMediaBox())
                            .toList(),
                    fonts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the QR code of a picture says. */
    public static String code(byte[] png) {
        try {
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new Luminance(ImageIO.read(new ByteArrayInputStream(png))))))
                    .getText();
        } catch (IOException | NotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(PDResources resources, List<PDFont> fonts) throws IOException {
        if (resources == null) {
            return;
        }
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                collect(form.getResources(), fonts);
            }
        }
    }
}
