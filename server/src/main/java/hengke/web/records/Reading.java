package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.FormulaMemory;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Resolver;
import hengke.kernel.query.RowReader;
import hengke.kernel.query.Selection;
import hengke.kernel.query.SortKey;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Commands;
import hengke.kernel.search.RecordSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reading under rights, as every controller does it: what this person may see, and as it goes over the wire. */
@Component
public final class Reading {
    private final LiveCatalog catalog;
    private final Access access;
    private final Commands commands;
    private final Pages pages;
    private final RecordJson json;
    private final DSLContext database;

    Reading(LiveCatalog catalog, Access access, Commands commands, Pages pages, RecordJson json, DSLContext database) {
        this.catalog = catalog;
        this.access = access;
        this.commands = commands;
        this.pages = pages;
        this.json = json;
        this.database = database;
    }

    public Catalog catalog() {
        return catalog.current();
    }

    /** An object this person may read; any other looks as if it did not exist. */
    public ObjectDefinition object(Actor actor, String name) {
        ObjectDefinition object = catalog.current().object(name);
        if (!access.may(actor, object, Verb.READ) && !access.may(actor, object, Verb.CREATE)) {
            throw new Refusal.NotFound();
        }
        return object;
    }

    /** The fields this person may see, masked ones included. */
    public List<Field<?>> fields(Actor actor, ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.MASKED))
                .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                .toList();
    }

    /** One living record this person may see. */
    public Row row(Actor actor, ObjectDefinition object, long id) {
        return pages
                .byIds(object, access.visibility(actor, object, Verb.READ), List.of(id), fields(actor, object))
                .stream()
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** The titles of those of these records that this person may see. */
    public List<Row> titles(Actor actor, ObjectDefinition object, Collection<Long> ids) {
        return pages.byIds(object, access.visibility(actor, object, Verb.READ), ids, List.of(object.title()));
    }

    /** What this person sees of a record's title; null for nothing. */
    public @Nullable Object title(Actor actor, ObjectDefinition object, Row row) {
        return access.title(actor, object, row);
    }

    /** By the name of each verb and command, what has to hold of a record for this person to do that to it. */
    public Map<String, Criterion> acts(Actor actor, ObjectDefinition object) {
        Map<String, Criterion> acts = new LinkedHashMap<>(access.changing(actor, object));
        acts.putAll(commands.offered(actor, object));
        return acts;
    }

    /** One living record this person may see, and what this person may do to it. */
    public Row rowWithRights(Actor actor, ObjectDefinition object, long id) {
        var reader = new RowReader(fields(actor, object), acts(actor, object));
        return pages.byIds(object, access.visibility(actor, object, Verb.READ), List.of(id), reader).stream()
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** The searched fields this person may read in clear. */
    public RecordSearch search(Actor actor, ObjectDefinition object, String text) {
        return RecordSearch.by(database, access, actor, object, text);
    }

    /** Narrows a selection to a keyword. */
    public Selection search(Actor actor, Selection selection, String text) {
        return search(actor, selection.object(), text).narrow(selection);
    }

    public ObjectNode json(Actor actor, ObjectDefinition object, Row row) {
        return json.of(actor, object, List.of(row), fields(actor, object)).getFirst();
    }

    /** A record that was just written, with what formulas make of it, and what this person may do to it. */
    public ObjectNode saved(Actor actor, ObjectDefinition object, Row written) {
        Set<String> may = Access.holding(database, object, acts(actor, object), written);
        List<Field<?>> fields = fields(actor, object);
        Map<String, @Nullable Object> values = new HashMap<>(written.values());
        List<Field<?>> asked = new ArrayList<>();
        for (Field<?> field : fields) {
            switch (field.computation()) {
                case Formula(String _, Expression formula)
                when formula != null && formula.ofRowAlone() ->
                    values.put(
                            field.name(),
                            FormulaMemory.ofRowAlone(database).of(formula).apply(written));
                case Formula _ -> asked.add(field);
                case null, default -> {}
            }
        }
        if (!asked.isEmpty()) {
            pages.byIds(object, Visibility.EVERYTHING, List.of(written.id()), asked)
                    .forEach(row -> asked.forEach(field -> values.put(field.name(), row.get(field))));
        }
        access.covered(database, actor, object, List.of(written.id()))
                .getOrDefault(written.id(), Set.of())
                .forEach(kept -> values.put(kept, null));
        return json.of(actor, object, List.of(Row.of(values).marked(may)), fields)
                .getFirst();
    }

    /** The same with its lines, each kind under its name, as far as somebody may see them. */
    public ObjectNode withLines(Actor actor, ObjectDefinition object, ObjectNode record) {
        for (Catalog.Child kind : lines(actor, object)) {
            Selection those = Selection.of(kind.object(), access.visibility(actor, kind.object(), Verb.READ))
                    .where(Criterion.is(kind.reference(), record.path("id").longValue()))
                    .sorted(List.of(new SortKey(kind.position(), false), new SortKey(SystemFields.ID, false)))
                    .limit(Selection.MOST)
                    .reading(fields(actor, kind.object()));
            record.putArray(kind.relation().name())
                    .addAll(json.of(actor, kind.object(), pages.page(those).rows(), those.fields()));
        }
        return record;
    }

    /** The kinds of lines somebody may see. */
    List<Catalog.Child> lines(Actor actor, ObjectDefinition object) {
        return catalog.current().lines(object).stream()
                .filter(kind -> access.may(actor, kind.object(), Verb.READ))
                .toList();
    }

    public Resolver resolver(Actor actor) {
        return access.resolver(actor);
    }
}
