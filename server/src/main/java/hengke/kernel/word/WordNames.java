package hengke.kernel.word;

import hengke.kernel.problem.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What stands in braces in a Word file, and where. */
public final class WordNames {
    private static final int SHOWN = 24;

    private final Set<String> lists;
    private final List<Found> names = new ArrayList<>();
    private final List<Message> faults = new ArrayList<>();

    private WordNames(Set<String> lists) {
        this.lists = lists;
    }

    /** A name and the words for where it stands. */
    public record Found(String name, Message where) {}

    /** @param faults braces that are torn, and lists that are named where no row can be repeated */
    public record Result(List<Found> names, List<Message> faults) {}

    /** @param lists the names of lists; a name that begins with one and a dot repeats the row of a table it stands in */
    public static Result of(WordFile file, Set<String> lists) {
        WordNames names = new WordNames(lists);
        file.texts().forEach(names::text);
        return new Result(List.copyOf(names.names), List.copyOf(names.faults));
    }

    /** The list that a name speaks of. */
    static Optional<String> list(String name, Set<String> lists) {
        int dot = name.indexOf('.');
        return Optional.of(dot < 0 ? "" : name.substring(0, dot)).filter(lists::contains);
    }

    private void text(WordFile.Text text) {
        int paragraph = 0;
        int table = 0;
        Map<Element, Integer> tables = new HashMap<>();
        Map<Element, String> rows = new LinkedHashMap<>();
        for (Element element : Xml.anywhere(text.root(), "*")) {
            if (Xml.is(element, "tbl") && Xml.above(element, "tbl").isEmpty()) {
                tables.put(element, ++table);
            }
            if (Xml.is(element, "p") && !repeated(element)) {
                Optional<Element> outer = outermost(element);
                paragraph += outer.isEmpty() ? 1 : 0;
                look(new Braces(element), where(text, element, outer, tables, paragraph), element, rows);
            }
        }
    }

    /** Word keeps text boxes twice, for old readers; they are filled in both places and named in one. */
    static boolean repeated(Element element) {
        for (var parent = element.getParentNode(); parent != null; parent = parent.getParentNode()) {
            if ("Fallback".equals(parent.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Element> outermost(Element element) {
        Optional<Element> last = Optional.empty();
        for (Optional<Element> above = Xml.above(element, "tbl"); above.isPresent(); ) {
            last = above;
            above = Xml.above(above.get(), "tbl");
        }
        return last;
    }

    private static Message where(
            WordFile.Text text, Element element, Optional<Element> table, Map<Element, Integer> tables, int paragraph) {
        String words = new Braces(element).text().replace('\n', ' ').strip();
        String shown = words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
        return switch (text.kind()) {
            case "hdr" -> Message.of("word.inHead", shown);
            case "ftr" -> Message.of("word.inFoot", shown);
            case "footnotes", "endnotes" -> Message.of("word.inNotes", shown);
            default ->
                table.map(its -> Message.of("word.inTable", tables.getOrDefault(its, 1), row(its, element)))
                        .orElseGet(() -> Message.of("word.inParagraph", paragraph, shown));
        };
    }

    private static int row(Element table, Element within) {
        List<Element> rows = Xml.within(table, "tr").stream()
                .filter(row -> Xml.above(row, "tbl").filter(its -> its == table).isPresent())
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            for (var above = within.getParentNode(); above != null; above = above.getParentNode()) {
                if (above == rows.get(i)) {
                    return i + 1;
                }
            }
        }
        return 1;
    }

    private void look(Braces braces, Message where, Element paragraph, Map<Element, String> rows) {
        if (braces.torn()) {
            faults.add(Message.of("word.torn", where));
        }
        for (String name : braces.names()) {
            names.add(new Found(name, where));
            list(name, lists).ifPresent(list -> {
                Optional<Element> row = Xml.above(paragraph, "tr");
                if (row.isEmpty()) {
                    faults.add(Message.of("word.noRow", name, where));
                } else if (!rows.computeIfAbsent(row.get(), _ -> list).equals(list) || nested(row.get(), rows)) {
                    faults.add(Message.of("word.twoLists", name, where));
                }
            });
        }
    }

    /** Does it stand within another row that is repeated, or hold one? */
    private static boolean nested(Element row, Map<Element, String> rows) {
        return rows.keySet().stream().anyMatch(other -> other != row && (holds(other, row) || holds(row, other)));
    }

    private static boolean holds(Element outer, Element inner) {
        return (outer.compareDocumentPosition(inner) & org.w3c.dom.Node.DOCUMENT_POSITION_CONTAINED_BY) != 0;
    }
}
