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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The records that papers tell of, with what somebody may see of them: a statement for each of them. */
@Component
class PaperRecords {
    private final LiveCatalog catalog;
    private final Access access;
    private final RecordTexts texts;
    private final LiveOrganisation organisation;
    private final DSLContext database;
    private final Clock clock;

    PaperRecords(
            LiveCatalog catalog,
            Access access,
            RecordTexts texts,
            LiveOrganisation organisation,
            DSLContext database,
            Clock clock) {
        this.catalog = catalog;
        this.access = access;
        this.texts = texts;
        this.organisation = organisation;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A record and its values as texts.
     *
     * @param whole the fields that are not masked
     */
    record Known(ObjectDefinition object, Row row, Map<String, String> texts, Set<String> whole) {
        /** The value itself; absent for one that is hidden, masked or empty. */
        Optional<Object> clear(String name) {
            return object.field(name)
                    .filter(_ -> whole.contains(name))
                    .flatMap(field -> Optional.ofNullable(row.get(field)));
        }
    }

    /** All that a layout speaks of. */
    PaperValues values(Actor actor, ObjectDefinition object, long id, Layout layout, Language language) {
        Pages pages = new Pages(database);
        List<Field<?>> fields = texts.fields(actor, object);
        Row row = pages.byIds(object, access.visibility(actor, object, Verb.READ), List.of(id), fields).stream()
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        Map<String, Known> known = new HashMap<>();
        known.put("", known(actor, object, List.of(row), fields, language).getFirst());
        for (Field<?> field : fields) {
            if (field.type() instanceof IdType(IdType.Records(String target))
                    && row.get(field) instanceof Long far
                    && MergeText.asksFor(layout, field.name())) {
                far(actor, pages, target, far, language).forEach(its -> known.put(field.name(), its));
            }
        }
        return new PaperValues(
                known,
                lines(actor, pages, object, id, language),
                organisation.get(),
                LocalDate.ofInstant(
                        clock.instant(), organisation.get().company().timeZone()),
                language);
    }

    private List<Known> known(
            Actor actor, ObjectDefinition object, List<Row> rows, List<Field<?>> fields, Language language) {
        Set<String> whole = fields.stream()
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.READ))
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
        List<Map<String, String>> told = texts.of(actor, object, rows, fields, language);
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            known.add(new Known(object, rows.get(i), told.get(i), whole));
        }
        return known;
    }

    private List<Known> far(Actor actor, Pages pages, String target, long id, Language language) {
        return catalog.current().find(target).stream()
                .flatMap(object -> {
                    List<Field<?>> fields = texts.fields(actor, object);
                    List<Row> rows =
                            pages.byIds(object, access.visibility(actor, object, Verb.READ), List.of(id), fields);
                    return known(actor, object, rows, fields, language).stream();
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
                        new PaperValues.Table(fields, known(actor, kind.object(), rows, fields, language)));
            }
        }
        return tables;
    }
}
