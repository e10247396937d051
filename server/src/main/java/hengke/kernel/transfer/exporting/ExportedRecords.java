package hengke.kernel.transfer.exporting;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.money.LiveRates;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Resolver;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Selection.Counting;
import hengke.kernel.query.Sort;
import hengke.kernel.query.WholeSelection;
import hengke.kernel.search.RecordSearch;
import hengke.kernel.search.TitleFilter;
import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of an object that a list shows, as far as the export right reaches. Asked for with {@code object}, and as
 * wanted {@code filter}, {@code search}, {@code ids}, {@code fields} and {@code sort}.
 */
public final class ExportedRecords implements ExportSource {
    public static final String NAME = "records";

    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Pages pages;
    private final StoredFiles files;
    private final LiveRates rates;
    private final DSLContext database;

    ExportedRecords(
            LiveCatalog catalog,
            Access access,
            LiveOrganisation organisation,
            Pages pages,
            StoredFiles files,
            LiveRates rates,
            DSLContext database) {
        this.catalog = catalog;
        this.database = database;
        this.access = access;
        this.organisation = organisation;
        this.pages = pages;
        this.files = files;
        this.rates = rates;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sheet open(Actor actor, ObjectNode asked, Language language) {
        Catalog now = catalog.current();
        ObjectDefinition object = now.find(asked.path("object").asString("")).orElseThrow(Refusal.NotFound::new);
        access.require(actor, object, Verb.EXPORT);
        List<Field<?>> fields = fields(actor, object, asked);
        Selection selection = selection(actor, object, asked).reading(fields);
        Organisation people = organisation.get();
        return new Records(
                selection,
                language,
                new RecordCells(
                        fields,
                        field -> access.mask(actor, object, field),
                        rates.now().usable().size() > 1,
                        language,
                        people.company().timeZone()),
                new Names(now, access, pages, files, actor, people));
    }

    /** Those asked for, or all one may see; a masked one comes masked, a hidden one is as good as not there. */
    private List<Field<?>> fields(Actor actor, ObjectDefinition object, ObjectNode asked) {
        if (asked.path("fields").isEmpty()) {
            return object.fields().stream()
                    .filter(field -> field != SystemFields.ID && field != SystemFields.VERSION)
                    .filter(field -> sees(actor, object, field))
                    .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                    .toList();
        }
        List<Field<?>> fields = new ArrayList<>();
        for (JsonNode name : asked.path("fields")) {
            fields.add(object.field(name.asString(""))
                    .filter(field -> sees(actor, object, field))
                    .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                    .orElseThrow(() -> Refusal.Invalid.at("fields", Message.of("records.unknown", name.asString("")))));
        }
        return fields.stream().distinct().toList();
    }

    private boolean sees(Actor actor, ObjectDefinition object, Field<?> field) {
        return access.right(actor, object, field).atLeast(FieldRight.MASKED);
    }

    private Selection selection(Actor actor, ObjectDefinition object, ObjectNode asked) {
        Resolver resolver = access.resolver(actor);
        Selection selection = Selection.of(object, access.visibility(actor, object, Verb.EXPORT));
        if (asked.has("filter")) {
            selection = TitleFilter.helped(selection.where(resolver.resolve(object, asked.get("filter"))));
        }
        if (asked.has("ids")) {
            selection = selection.where(Criterion.in(
                    SystemFields.ID,
                    asked.get("ids").valueStream().map(JsonNode::longValue).toList()));
        }
        if (asked.has("sort")) {
            selection = selection.sorted(resolver.sort(object, Sort.parse(asked.get("sort"))));
        }
        return asked.has("search")
                ? RecordSearch.by(
                                database,
                                access,
                                actor,
                                object,
                                asked.get("search").asString())
                        .narrow(selection)
                : selection;
    }

    private final class Records implements Sheet {
        private final Selection selection;
        private final Language language;
        private final RecordCells cells;
        private final Names names;

        Records(Selection selection, Language language, RecordCells cells, Names names) {
            this.selection = selection;
            this.language = language;
            this.cells = cells;
            this.names = names;
        }

        @Override
        public Message.Spoken title() {
            return selection.object().label();
        }

        @Override
        public String object() {
            return selection.object().name();
        }

        @Override
        public List<WrittenColumn> columns() {
            return cells.titles();
        }

        @Override
        public long count() {
            return Objects.requireNonNull(pages.count(selection.counting(Counting.EXACT)))
                    .value();
        }

        @Override
        public void read(DSLContext transaction, Consumer<List<List<CellValue>>> part) {
            new WholeSelection(selection).read(transaction, rows -> {
                names.prepare(rows, selection.fields());
                part.accept(rows.stream().map(row -> cells.of(row, names)).toList());
            });
        }
    }
}
