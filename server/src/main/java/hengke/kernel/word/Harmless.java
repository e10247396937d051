package hengke.kernel.word;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Refuses what has no place on a paper that goes to somebody else: fields that fetch or run something, changes and
 * comments that were not meant for them.
 */
final class Harmless {
    private static final Set<String> CHANGES = Set.of(
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "cellIns",
            "cellDel",
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "tblGridChange",
            "trPrChange",
            "tcPrChange",
            "numberingChange");
    private static final Set<String> COMMENTS = Set.of("commentReference", "commentRangeStart");
    private static final Set<String> FOREIGN = Set.of("altChunk", "object", "OLEObject", "control", "subDoc", "movie");

    /** Fields that only count, date or refer within the paper. */
    private static final Set<String> FIELDS = Set.of(
            "PAGE",
            "NUMPAGES",
            "SECTIONPAGES",
            "SECTION",
            "HYPERLINK",
            "DATE",
            "TIME",
            "CREATEDATE",
            "SAVEDATE",
            "PRINTDATE",
            "REF",
            "PAGEREF",
            "NOTEREF",
            "STYLEREF",
            "SEQ",
            "TOC",
            "TC",
            "LISTNUM",
            "EQ",
            "SYMBOL",
            "FORMTEXT",
            "FORMCHECKBOX",
            "FORMDROPDOWN",
            "TITLE",
            "SUBJECT",
            "AUTHOR",
            "NUMWORDS");

    private Harmless() {}

    static void require(WordFile file) {
        file.texts().forEach(text -> {
            for (Element element : Xml.anywhere(text.root(), "*")) {
                require(element);
            }
            new FieldCodes().walk(text.root());
        });
    }

    private static void require(Element element) {
        String name = element.getLocalName();
        boolean own = Xml.W.equals(element.getNamespaceURI());
        if (own && CHANGES.contains(name)) {
            throw new Refusal.Unreadable(Message.of("word.changes"));
        }
        if (own && COMMENTS.contains(name)) {
            throw new Refusal.Unreadable(Message.of("word.comments"));
        }
        if (FOREIGN.contains(name)) {
            throw new Refusal.Unreadable(Message.of("word.embedded", name));
        }
        if (own && name.equals("fldSimple")) {
            requireField(Xml.of(element, "instr"));
        }
    }

    /** What kind of field it is. */
    static String kind(String instruction) {
        return instruction.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
    }

    static void requireField(String instruction) {
        String kind = kind(instruction);
        if (kind.equals("MERGEFIELD")) {
            throw new Refusal.Unreadable(Message.of("word.mergeField", instruction.strip()));
        }
        if (!FIELDS.contains(kind)) {
            throw new Refusal.Unreadable(Message.of("word.field", kind));
        }
        if (kind.equals("HYPERLINK")
                && !instruction.contains("\\l")
                && !instruction.matches("(?is)\\s*HYPERLINK\\s+\"?(https?|mailto|tel):.*")) {
            throw new Refusal.Unreadable(Message.of("word.outside", instruction.strip()));
        }
    }

    /** Puts together what a field says, however many runs it is written over; a field within it is refused. */
    private static final class FieldCodes {
        private final java.util.ArrayDeque<StringBuilder> open = new java.util.ArrayDeque<>();
        private final java.util.ArrayDeque<Boolean> speaking = new java.util.ArrayDeque<>();

        void walk(Element root) {
            for (Element element : Xml.anywhere(root, "*")) {
                if (Xml.is(element, "fldChar")) {
                    character(Xml.of(element, "fldCharType"));
                } else if (Xml.is(element, "instrText")) {
                    if (open.isEmpty() || !speaking.getFirst()) {
                        throw new Refusal.Unreadable(Message.of("word.damaged"));
                    }
                    open.getFirst().append(element.getTextContent());
                }
            }
            if (!open.isEmpty()) {
                throw new Refusal.Unreadable(Message.of("word.damaged"));
            }
        }

        private void character(String type) {
            switch (type) {
                case "begin" -> {
                    if (!speaking.isEmpty() && speaking.getFirst()) {
                        throw new Refusal.Unreadable(Message.of("word.field", "{ { } }"));
                    }
                    open.push(new StringBuilder());
                    speaking.push(true);
                }
                case "separate" -> spoken();
                case "end" -> {
                    spoken();
                    open.pop();
                    speaking.pop();
                }
                default -> throw new Refusal.Unreadable(Message.of("word.damaged"));
            }
        }

        private void spoken() {
            if (open.isEmpty()) {
                throw new Refusal.Unreadable(Message.of("word.damaged"));
            }
            if (speaking.pop()) {
                requireField(open.getFirst().toString());
            }
            speaking.push(false);
        }
    }
}
