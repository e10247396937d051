package hengke.kernel.word;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A Word file that holds nothing but a paper. One that does, or that cannot be read, is refused when it is opened. */
public final class WordFile {
    /** What the file is called as a download. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String MAIN = TYPE + ".main+xml";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final List<String> WITH_TEXT = List.of("header", "footer", "footnotes", "endnotes");

    private final Map<String, byte[]> parts;
    private final Relations relations;
    private final String main;
    private final Element body;
    private final Map<String, Document> read;

    private WordFile(Map<String, byte[]> parts, Relations relations, String main, Map<String, Document> read) {
        this.parts = parts;
        this.relations = relations;
        this.main = main;
        this.read = read;
        this.body = Optional.ofNullable(read.get(main))
                .map(Document::getDocumentElement)
                .filter(root -> Xml.is(root, "document"))
                .flatMap(root -> Xml.child(root, "body"))
                .orElseThrow(() -> new Refusal.Unreadable(Message.of("word.strict")));
    }

    public static WordFile open(byte[] content) {
        Map<String, byte[]> parts = Parts.read(content);
        if (!parts.containsKey(CONTENT_TYPES)) {
            throw new Refusal.Unreadable(Message.of("word.none"));
        }
        Map<String, String> types = types(parts.get(CONTENT_TYPES));
        OwnTemplate.forget(parts, "word/settings.xml");
        Relations relations = new Relations(parts);
        String main = relations
                .one("", "officeDocument")
                .filter(parts::containsKey)
                .filter(part -> MAIN.equals(types.get("/" + part)))
                .orElseThrow(() -> new Refusal.Unreadable(Message.of("word.none")));
        Map<String, Document> read = new LinkedHashMap<>();
        types.forEach((part, type) -> {
            String name = part.substring(1);
            String kind = type.substring(type.lastIndexOf('.') + 1).replace("+xml", "");
            if (parts.containsKey(name)
                    && (name.equals(main)
                            || WITH_TEXT.contains(kind)
                            || List.of("styles", "numbering", "settings").contains(kind))) {
                read.put(name, Xml.read(parts.get(name)));
            }
        });
        WordFile file = new WordFile(parts, relations, main, read);
        Harmless.require(file);
        Pictures.require(file);
        return file;
    }

    /** By the name of the part with a stroke before it. */
    private static Map<String, String> types(byte[] part) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Element type : Xml.children(Xml.read(part).getDocumentElement())) {
            String content = type.getAttribute("ContentType");
            if (content.contains("macroEnabled") || content.contains("vbaProject")) {
                throw new Refusal.Unreadable(Message.of("word.macros"));
            }
            if (type.getLocalName().equals("Override")) {
                types.put(type.getAttribute("PartName"), content);
            }
        }
        return types;
    }

    /** The file as it is kept and given away. */
    public byte[] bytes() {
        Map<String, byte[]> written = new LinkedHashMap<>(parts);
        read.forEach((name, document) -> written.put(name, Xml.write(document)));
        return Parts.write(written);
    }

    /** The same file with copies of its texts, to write into. */
    WordFile copy() {
        Map<String, Document> copies = new LinkedHashMap<>();
        read.forEach((name, document) -> copies.put(name, (Document) document.cloneNode(true)));
        return new WordFile(parts, relations, main, copies);
    }

    Element body() {
        return body;
    }

    String main() {
        return main;
    }

    /** A text of the file: its body, the top and the foot of its pages, its notes. */
    record Text(String part, Element root) {
        String kind() {
            return root.getLocalName();
        }
    }

    /** The body first. */
    List<Text> texts() {
        List<Text> texts = new ArrayList<>(List.of(new Text(main, body)));
        read.forEach((name, document) -> {
            Element root = document.getDocumentElement();
            if (List.of("hdr", "ftr", "footnotes", "endnotes").contains(root.getLocalName())) {
                texts.add(new Text(name, root));
            }
        });
        return texts;
    }

    /** What the body refers to under an id: the top or foot of pages. */
    Optional<Text> text(String id) {
        return relations
                .byId(main, id)
                .flatMap(name -> Optional.ofNullable(read.get(name))
                        .map(document -> new Text(name, document.getDocumentElement())));
    }

    /** Styles, numbering, settings or notes. */
    Optional<Element> part(String kind) {
        return relations
                .one(main, kind)
                .flatMap(name -> Optional.ofNullable(read.get(name)))
                .map(Document::getDocumentElement);
    }

    /** The content that a part refers to under an id, and what it is called. */
    Optional<Map.Entry<String, byte[]>> content(String part, String id) {
        return relations.byId(part, id).filter(parts::containsKey).map(name -> Map.entry(name, parts.get(name)));
    }

    Map<String, byte[]> parts() {
        return parts;
    }
}
