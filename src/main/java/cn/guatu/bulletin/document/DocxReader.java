package cn.guatu.bulletin.document;

import cn.guatu.bulletin.rule.Verification.Found;
import cn.guatu.platform.failure.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads back a .docx that somebody has edited: paragraphs and rows with their text, and the figures that still have their tag. Only two
 * parts of the package are looked at, with their unpacked size counted before any parser sees them.
 */
public final class DocxReader {

    private static final String TEXT = "word/document.xml";
    private static final String PROPERTIES = "docProps/custom.xml";
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_SIGNS = 8_000;
    private static final int MOST_LINES = 5_000;

    private DocxReader() {}

    /**
     * What the document says.
     *
     * @param month the month it names as its own, {@code 2026-10}; null when it names none
     * @param lines paragraphs and rows, in order
     */
    public record Contents(@Nullable String month, List<Found> lines) {

        /** Keeps its own copy. */
        public Contents {
            lines = List.copyOf(lines);
        }
    }

    /** @throws Refusal UNSUPPORTED for what is not a .docx, TOO_LARGE for what unpacks to more than a text can be */
    public static Contents read(byte[] file) {
        Map<String, byte[]> parts = parts(file);
        byte @Nullable [] text = parts.get(TEXT);
        if (text == null) {
            throw notWord(null);
        }
        List<Found> lines = new ArrayList<>();
        collect(parsed(text), lines);
        if (lines.size() > MOST_LINES) {
            throw Refusal.tooLarge("文档段落超过" + MOST_LINES + "个，请上传由系统导出后修改的通报。");
        }
        byte @Nullable [] properties = parts.get(PROPERTIES);
        return new Contents(properties == null ? null : month(parsed(properties)), lines);
    }

    private static Map<String, byte[]> parts(byte[] file) {
        Map<String, byte[]> parts = new HashMap<>();
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw Refusal.tooLarge("文件内的部件过多，请上传由系统导出后修改的通报。");
                }
                if (entry.getName().equals(TEXT) || entry.getName().equals(PROPERTIES)) {
                    byte[] content = zip.readNBytes(MOST_BYTES + 1);
                    if (content.length > MOST_BYTES) {
                        throw Refusal.tooLarge("文件展开后过大，请上传由系统导出后修改的通报。");
                    }
                    parts.put(entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw notWord(e);
        }
        return parts;
    }

    private static Element parsed(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new ByteArrayInputStream(xml))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw notWord(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Paragraphs and rows under a node; a row is one line. */
    private static void collect(Node under, List<Found> lines) {
        for (Node child = under.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (is(child, "p") || is(child, "tr")) {
                Line line = new Line();
                line.take(child, null);
                lines.add(line.found());
            } else if (child instanceof Element) {
                collect(child, lines);
            }
        }
    }

    private static final class Line {
        private final StringBuilder text = new StringBuilder();
        private final Map<String, StringBuilder> tagged = new HashMap<>();

        Found found() {
            Map<String, String> texts = new HashMap<>();
            tagged.forEach((key, value) -> texts.put(key, value.toString()));
            String all = text.toString();
            return new Found(all.length() > MOST_SIGNS ? all.substring(0, MOST_SIGNS) : all, texts);
        }

        void take(Node node, @Nullable String key) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                String name = child.getLocalName();
                if (name == null) {
                    continue;
                }
                switch (name) {
                    case "t" -> add(child.getTextContent(), key);
                    case "tab" -> add(is(node, "r") ? "\t" : "", key);
                    case "br", "cr" -> add("\n", key);
                    case "tc" -> {
                        add(text.isEmpty() ? "" : "\t", null);
                        take(child, key);
                    }
                    // drawings carry their words twice; deleted words are no longer said
                    case "drawing", "pict", "AlternateContent", "del", "moveFrom", "pPr", "rPr", "tcPr" -> {}
                    case "sdt" -> {
                        String tag = tag(child);
                        if (tag != null) {
                            tagged.computeIfAbsent(tag, unused -> new StringBuilder());
                        }
                        take(child, tag == null ? key : tag);
                    }
                    case "sdtPr", "sdtEndPr" -> {}
                    default -> take(child, key);
                }
            }
        }

        private void add(String words, @Nullable String key) {
            text.append(words);
            if (key != null) {
                tagged.computeIfAbsent(key, unused -> new StringBuilder()).append(words);
            }
        }
    }

    private static @Nullable String tag(Node control) {
        for (Node child = control.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (is(child, "sdtPr")) {
                for (Node each = child.getFirstChild(); each != null; each = each.getNextSibling()) {
                    if (is(each, "tag") && each instanceof Element element) {
                        String value = attribute(element);
                        return value.startsWith(Runs.TAG) ? value.substring(Runs.TAG.length()) : null;
                    }
                }
            }
        }
        return null;
    }

    private static String attribute(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if ("val".equals(element.getAttributes().item(i).getLocalName())) {
                return element.getAttributes().item(i).getNodeValue();
            }
        }
        return "";
    }

    private static @Nullable String month(Element properties) {
        for (Node child = properties.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element property && Packaging.MONTH.equals(property.getAttribute("name"))) {
                return property.getTextContent().strip();
            }
        }
        return null;
    }

    private static boolean is(Node node, String name) {
        return name.equals(node.getLocalName());
    }

    private static Refusal notWord(@Nullable Exception cause) {
        Refusal refusal = Refusal.unsupported("这不是 Word 文档（.docx），请上传由系统导出后修改的通报。");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
