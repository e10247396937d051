package hengke.kernel.transfer.reading;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part, read forwards. Names are compared without their namespace, of which Excel has two generations. */
final class XlsxXml implements AutoCloseable {
    /** Sheets are some six deep; the reader remembers every open element. */
    private static final int DEEPEST = 64;

    private final InputStream stream;
    private final XMLStreamReader reader;
    private int depth;

    XlsxXml(InputStream stream) {
        this.stream = stream;
        try {
            this.reader = factory().createXMLStreamReader(stream);
        } catch (XMLStreamException e) {
            throw XlsxPackage.damaged();
        }
    }

    /** Goes on to the next start of an element; false at the end. */
    boolean nextStart() throws XMLStreamException {
        while (reader.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes on by one event. */
    int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Refusal.Unreadable(Message.of("sheet.doctype"));
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        if (depth > DEEPEST) {
            throw XlsxPackage.damaged();
        }
        return event;
    }

    boolean hasNext() throws XMLStreamException {
        return reader.hasNext();
    }

    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /** An attribute of the current element; empty when it has none of this name. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text of the current element and those inside it, phonetic guides left out, up to a length. */
    String text(String element, int longest) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        while (reader.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (is(element)) {
                    break;
                }
                phonetic -= is("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += is("rPh") ? 1 : 0;
            } else if (phonetic == 0 && reader.hasText()) {
                int length = Math.min(reader.getTextLength(), longest + 1 - text.length());
                text.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(0, length));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
            stream.close();
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A factory remembers all names it has met, so each file gets its own. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
