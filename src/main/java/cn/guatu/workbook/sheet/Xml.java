package cn.guatu.workbook.sheet;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A forward reader of one XML part that knows no document types and no entities, and matches names without their namespace. */
final class Xml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader in;

    private Xml(XMLStreamReader in) {
        this.in = in;
    }

    static Xml of(InputStream stream) {
        try {
            return new Xml(FACTORY.createXMLStreamReader(stream));
        } catch (XMLStreamException e) {
            throw ZipParts.damaged();
        }
    }

    /** Moves to the next event; false at the end of the document. */
    boolean next() {
        try {
            if (!in.hasNext()) {
                return false;
            }
            int event = in.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw RefusedWorkbook.unreadable("文件含有外部实体声明(DOCTYPE),为安全起见不予读取。");
            }
            return true;
        } catch (XMLStreamException e) {
            throw ZipParts.damaged();
        }
    }

    /** Moves to the next start of an element; false at the end of the document. */
    boolean nextStart() {
        while (next()) {
            if (in.isStartElement()) {
                return true;
            }
        }
        return false;
    }

    boolean isStart() {
        return in.isStartElement();
    }

    boolean isEnd() {
        return in.isEndElement();
    }

    boolean isText() {
        return in.isCharacters();
    }

    String name() {
        return in.getLocalName();
    }

    boolean starts(String name) {
        return in.isStartElement() && in.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return in.isEndElement() && in.getLocalName().equals(name);
    }

    @Nullable
    String attribute(String name) {
        int count = in.getAttributeCount();
        for (int i = 0; i < count; i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                return in.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the text of this event, up to a limit; what is beyond is not kept. */
    void appendTo(StringBuilder out, int limit) {
        int room = limit - out.length();
        if (room > 0) {
            out.append(in.getTextCharacters(), in.getTextStart(), Math.min(room, in.getTextLength()));
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (XMLStreamException ignored) {
            // the stream behind it is memory
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        // these count &amp; and &#10; too, which a large honest sheet has many of; declared entities are refused
        // altogether
        for (String limit :
                new String[] {"entityExpansionLimit", "totalEntitySizeLimit", "maxGeneralEntitySizeLimit"}) {
            factory.setProperty("jdk.xml." + limit, "0");
        }
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
