package hengke.kernel.word;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Puts values in the places of a Word file; a value is only ever a text, and is not read for names again. */
public final class WordFilling {
    /** Word wants these once in a file, and does without. */
    private static final Set<String> ONCE = Set.of("paraId", "textId");

    private final Values values;
    private final Set<Element> filled = Collections.newSetFromMap(new IdentityHashMap<>());

    private WordFilling(Values values) {
        this.values = values;
    }

    /** What stands for the names. */
    public interface Values {
        /** @param name as it stands in braces */
        String text(String name);

        /** The names of lists. */
        Set<String> lists();

        /** What the rows of a list know, which know everything else as well. */
        List<Values> rows(String list);
    }

    /** A copy of the file with the values in it. */
    public static WordFile fill(WordFile file, Values values) {
        WordFile copy = file.copy();
        WordFilling filling = new WordFilling(values);
        copy.texts().forEach(text -> filling.fill(text.root()));
        return copy;
    }

    private void fill(Element root) {
        Xml.within(root, "tr").reversed().forEach(this::repeat);
        paragraphs(root, values);
    }

    private void repeat(Element row) {
        Optional<String> list = Xml.within(row, "p").stream()
                .flatMap(paragraph -> new Braces(paragraph).names().stream())
                .flatMap(name -> WordNames.list(name, values.lists()).stream())
                .findFirst();
        if (list.isEmpty()) {
            return;
        }
        for (Values line : values.rows(list.get())) {
            Element copy = (Element) row.cloneNode(true);
            Xml.anywhere(copy, "*").forEach(WordFilling::forget);
            forget(copy);
            row.getParentNode().insertBefore(copy, row);
            paragraphs(copy, line);
        }
        Element table = (Element) row.getParentNode();
        table.removeChild(row);
        if (Xml.within(table, "tr").isEmpty() && Xml.is(table, "tbl")) {
            table.getParentNode().removeChild(table);
        }
    }

    private static void forget(Element element) {
        if (Xml.is(element, "bookmarkStart") || Xml.is(element, "bookmarkEnd")) {
            element.getParentNode().removeChild(element);
            return;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            if (ONCE.contains(attributes.item(i).getLocalName())) {
                element.removeAttributeNode((Attr) attributes.item(i));
            }
        }
    }

    /** Each once: what a value says in braces stays as it is. */
    private void paragraphs(Element root, Values values) {
        Xml.within(root, "p").stream()
                .filter(filled::add)
                .forEach(paragraph -> new Braces(paragraph).fill(values::text));
    }
}
