package hengke.kernel.word;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The XML of a Word file, read so that it reaches nothing outside and is no deeper than any real one. */
final class Xml {
    /** The words of Word itself. */
    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final int DEEPEST = 160;
    private static final int MOST_ATTRIBUTES = 200;

    private Xml() {}

    static Document read(byte[] part) {
        try {
            return reader().parse(new ByteArrayInputStream(part));
        } catch (SAXException e) {
            throw new Refusal.Unreadable(Message.of("word.damaged"));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilder reader() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
        factory.setAttribute("jdk.xml.elementAttributeLimit", String.valueOf(MOST_ATTRIBUTES));
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        DocumentBuilder reader = factory.newDocumentBuilder();
        reader.setErrorHandler(new DefaultHandler());
        return reader;
    }

    static byte[] write(Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer writer = factory.newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.setOutputProperty(OutputKeys.STANDALONE, "yes");
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            writer.transform(new DOMSource(document), new StreamResult(written));
            return written.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Is it an element of Word's own, of this name? */
    static boolean is(Node node, String name) {
        return name.equals(node.getLocalName()) && W.equals(node.getNamespaceURI());
    }

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).toList();
    }

    static Optional<Element> child(Node parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** All of Word's own elements of this name below, in their order. */
    static List<Element> within(Element root, String name) {
        return list(root.getElementsByTagNameNS(W, name));
    }

    /** All elements of this name below, of whatever language. */
    static List<Element> anywhere(Element root, String name) {
        return list(root.getElementsByTagNameNS("*", name));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** An attribute of Word's own; empty where it is absent. */
    static String of(Element element, String attribute) {
        return element.getAttributeNS(W, attribute);
    }

    static String relation(Element element, String attribute) {
        return element.getAttributeNS(RELATIONS, attribute);
    }

    /** The nearest element above of this name. */
    static Optional<Element> above(Node node, String name) {
        for (Node parent = node.getParentNode(); parent != null; parent = parent.getParentNode()) {
            if (parent instanceof Element element && is(element, name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Sets a text in which each blank counts. */
    static void setText(Element text, String words) {
        text.setTextContent(words);
        text.setAttributeNS(XML, "xml:space", "preserve");
    }
}
