package hengke.kernel.paper;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.word.WordFile;
import hengke.kernel.word.WordFilling;
import hengke.kernel.word.WordHtml;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Prints records as somebody sees them: what is hidden from the one who prints is not on the paper. */
@Component
public final class Printer {
    private final PaperRecords records;
    private final WordLayouts words;
    private final PaperHead head;
    private final Pdf pdf;
    private final LiveCatalog catalog;
    private final Access access;

    Printer(PaperRecords records, WordLayouts words, PaperHead head, Pdf pdf, LiveCatalog catalog, Access access) {
        this.records = records;
        this.words = words;
        this.head = head;
        this.pdf = pdf;
        this.catalog = catalog;
        this.access = access;
    }

    /** A page that was printed, and what its file is called. */
    public record Paper(String name, byte[] content) {}

    /** As PDF. */
    public Paper print(Actor actor, ObjectDefinition object, long id, Layout layout, Language language) {
        PaperValues values = records.values(actor, object, id, layout, language);
        String name = values.text(object.title().name());
        String html = word(layout, values)
                .map(file -> WordHtml.of(file, name, Pdf.FONT))
                .orElseGet(() -> new PaperHtml(values, head.logo(), language).of(layout, name));
        return new Paper(name.isEmpty() ? object.name() : name, pdf.of(html, name));
    }

    /** As the Word file that its layout is, with the values in it; refused for a layout of blocks. */
    public Paper word(Actor actor, ObjectDefinition object, long id, Layout layout, Language language) {
        PaperValues values = records.values(actor, object, id, layout, language);
        String name = values.text(object.title().name());
        return word(layout, values)
                .map(file -> new Paper(name.isEmpty() ? object.name() : name, file.bytes()))
                .orElseThrow(() -> Refusal.Invalid.at("layout", Message.of("paper.notWord")));
    }

    private Optional<WordFile> word(Layout layout, PaperValues values) {
        return layout.word().map(word -> WordFilling.fill(words.open(word.file()), new WordValues(values)));
    }

    /** A formatted text with the record's values in its places, as plain text. */
    public String filled(Actor actor, ObjectDefinition object, long id, String html, Language language) {
        PaperValues values =
                records.values(actor, object, id, new Layout(List.of(new Layout.Rich(html)), ""), language);
        return RichHtml.plain(RichHtml.filled(html, text -> MergeText.filled(text, values::text)));
    }

    /**
     * May somebody read every value a layout speaks of? Only then may they read what somebody else has printed of a
     * record that both see.
     */
    public boolean showsWhole(Actor actor, ObjectDefinition object, Layout layout) {
        return layout.names().stream().allMatch(name -> shows(actor, object, name))
                && layout.tables()
                        .allMatch(table -> catalog.current().lines(object).stream()
                                .filter(kind -> kind.relation().name().equals(table.relation()))
                                .allMatch(kind -> table.columns().stream()
                                        .allMatch(column -> shows(actor, kind.object(), column))));
    }

    private boolean shows(Actor actor, ObjectDefinition object, String name) {
        int dot = name.indexOf('.');
        return object.field(dot < 0 ? name : name.substring(0, dot))
                .map(field -> access.right(actor, object, field).atLeast(FieldRight.READ)
                        && (dot < 0
                                || !(field.type() instanceof IdType(IdType.Records(String target)))
                                || catalog.current()
                                        .find(target)
                                        .map(far -> shows(actor, far, name.substring(dot + 1)))
                                        .orElse(true)))
                .orElse(true);
    }
}
