package cn.guatu.bulletin.document;

import cn.guatu.bulletin.rule.Bulletin;
import cn.guatu.bulletin.rule.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;

/** What a Word package says about itself: which 通报 it is, the language, and which typefaces stand in for which. */
final class Packaging {

    /** Property with the plan year and month, {@code 2026-10}. */
    static final String MONTH = "guatu.month";

    private static final String FONT_TABLE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

    private Packaging() {}

    static void describe(XWPFDocument document, Bulletin bulletin) {
        POIXMLProperties properties = document.getProperties();
        properties.getCoreProperties().setTitle(bulletin.text(Level.TITLE));
        properties.getCoreProperties().setCreator(bulletin.text(Level.SIGNATURE));
        properties.getCustomProperties().addProperty(MONTH, "%d-%02d".formatted(bulletin.year(), bulletin.month()));
        styles(document);
        try {
            fonts(document);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void styles(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setEastAsia(Typeface.BODY.family());
        styles.setDefaultFonts(fonts);
        styles.setEastAsia("zh-CN");
        styles.setSpellingLanguage("zh-CN");
    }

    private static void fonts(XWPFDocument document) throws InvalidFormatException, IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        for (Typeface face : Typeface.values()) {
            xml.append(
                    "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/></w:font>"
                            .formatted(face.family(), face.substitute()));
        }
        xml.append("</w:fonts>");
        PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
        PackagePart part = document.getPackage().createPart(name, FONT_TABLE);
        try (OutputStream out = part.getOutputStream()) {
            out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        }
        document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
    }
}
