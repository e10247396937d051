package hengke.kernel.paper;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.SortKey;
import hengke.kernel.transfer.exporting.RecordTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Prints records as somebody sees them: what is hidden from the one who prints is not on the paper. */
@Component
public final class Printer {
    private final LiveCatalog catalog;
    private final Access access;
    private final RecordTexts texts;
    private final LiveOrganisation organisation;
    private final PaperHead head;
    private final Pdf pdf;
    private final DSLContext database;

    Printer(
            LiveCatalog catalog,
            Access access,
            RecordTexts texts,
            LiveOrganisation organisation,
            PaperHead head,
            Pdf pdf,
            DSLContext database) {
        this.catalog = catalog;
        this.access = access;
        this.texts = texts;
        this.organisation = organisation;
        this.head = head;
        this.pdf = pdf;
        this.database = database;
    }

    /** A page that was printed, and what its file is called. */
    public record Paper(String name, byte[] content) {}

    /** The record, its lines and what it points at: a statement for each of them. */
    public Paper print(Actor actor, ObjectDefinition object, long id, Layout layout, Language language) {
        PaperValues values = values(actor, object, id, layout, language);
        String name = values.text(object.title().name());
        String html = new PaperHtml(values, head.logo(), language).of(layout, name);
        return new Paper(name.isEmpty() ? object.name() : name, pdf.of(html, name));
    }

    /** A formatted text with the record's values in its places, as plain text. */
    public String filled(Actor actor, ObjectDefinition object, long id, String html, Language language) {
        PaperValues values = values(actor, object, id, new Layout(List.of(new Layout.Rich(html)), ""), language);
        return RichHtml.plain(RichHtml.filled(html, text -> MergeText.filled(text, values::text)));
    }

    private PaperValues values(Actor actor, ObjectDefinition object, long id, Layout layout, Language language) {
        Pages pages = new Pages(database);
        List<Field<?>> fields = texts.fields(actor, object);
        Row row = pages.byIds(object, access.visibility(actor, object, Verb.READ), List.of(id), fields).stream()
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        Map<String, Known> known = new HashMap<>();
        known.put("", new Known(object, row, texts(actor, object, row, fields, language)));
        for (Field<?> field : fields) {
            if (field.type() instanceof IdType(IdType.Records(String target))
                    && row.get(field) instanceof Long far
                    && MergeText.asksFor(layout, field.name())) {
                far(actor, pages, target, far, language).forEach(its -> known.put(field.name(), its));
            }
        }
        return new PaperValues(known, lines(actor, pages, object, id, language), organisation.get());
    }

    /**
     * May somebody read every value a layout speaks of? Only then may they read what somebody else has printed of a
     * record that both see.
     */
    public boolean showsWhole(Actor actor, ObjectDefinition object, Layout layout) {
        return MergeText.names(layout).allMatch(name -> shows(actor, object, name))
                && layout.blocks().stream()
                        .allMatch(block -> !(block instanceof Layout.Lines lines)
                                || catalog.current().lines(object).stream()
                                        .filter(kind -> kind.relation().name().equals(lines.relation()))
                                        .allMatch(kind -> lines.columns().stream()
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

    /** A record and its values as texts. */
    record Known(ObjectDefinition object, Row row, Map<String, String> texts) {}

    private Map<String, String> texts(
            Actor actor, ObjectDefinition object, Row row, List<Field<?>> fields, Language language) {
        return texts.of(actor, object, List.of(row), fields, language).getFirst();
    }

    private List<Known> far(Actor actor, Pages pages, String target, long id, Language language) {
        return catalog.current().find(target).stream()
                .flatMap(object -> {
                    List<Field<?>> fields = texts.fields(actor, object);
                    return pages
                            .byIds(object, access.visibility(actor, object, Verb.READ), List.of(id), fields)
                            .stream()
                            .map(row -> new Known(object, row, texts(actor, object, row, fields, language)));
                })
                .toList();
    }

    /** By the name of their list, the lines somebody may see. */
    private Map<String, PaperValues.Table> lines(
            Actor actor, Pages pages, ObjectDefinition object, long id, Language language) {
        Map<String, PaperValues.Table> tables = new HashMap<>();
        for (Catalog.Child kind : catalog.current().lines(object)) {
            if (access.may(actor, kind.object(), Verb.READ)) {
                List<Field<?>> fields = texts.fields(actor, kind.object());
                List<Row> rows = pages.page(
                                Selection.of(kind.object(), access.visibility(actor, kind.object(), Verb.READ))
                                        .where(Criterion.is(kind.reference(), id))
                                        .sorted(List.of(new SortKey(kind.position(), false)))
                                        .limit(Selection.MOST)
                                        .reading(fields))
                        .rows();
                tables.put(
                        kind.relation().name(),
                        new PaperValues.Table(fields, texts.of(actor, kind.object(), rows, fields, language)));
            }
        }
        return tables;
    }
}
