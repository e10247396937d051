package hengke.kernel.records;

import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.money.Books;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionMemory;
import hengke.kernel.query.Neighbours;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The steps of a write, in their order, for a set of drafts of one object. */
final class WritePath {
    /** Rules that write what follows may themselves have followers; deeper than this is a loop. */
    private static final int DEEPEST = 8;

    private final LiveCatalog live;
    private final Rights rights;
    private final List<Rule> rules;
    private final Clock clock;
    private final Completion completion;
    private final FormCheck forms;
    private final Numbering numbering;
    private final ReferenceCheck references;
    private final UniqueCheck uniques;
    private final RollUpKeeping rollUps;
    private final Reckoning reckoning;
    private final Map<ObjectDefinition, RowTable> tables = new IdentityHashMap<>();

    WritePath(LiveCatalog live, Rights rights, List<Rule> rules, Books books, Clock clock, Numbering numbering) {
        this.live = live;
        this.rights = rights;
        this.rules = List.copyOf(rules);
        this.clock = clock;
        this.completion = new Completion(clock);
        this.forms = new FormCheck(live, rights);
        this.numbering = numbering;
        this.references = new ReferenceCheck(live, rights);
        this.uniques = new UniqueCheck(rights);
        this.rollUps = new RollUpKeeping(live, new RollUpFilters(live, clock), books);
        this.reckoning = new Reckoning(books, clock);
        live.onSwap(_ -> forgetTables());
    }

    List<Verdict> write(
            DSLContext database, Caller caller, Operation operation, ObjectDefinition object, List<Draft> drafts) {
        return write(database, caller, operation, object, drafts, 0);
    }

    private List<Verdict> write(
            DSLContext database,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            List<Draft> drafts,
            int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("rules follow each other without end on " + object.name());
        }
        RollUpKeeping.Locked locked = rollUps.lockParents(database, object, drafts);
        AtomicBoolean followed = new AtomicBoolean();
        Batch batch = new Batch(
                object, caller, operation, load(database, caller, object, drafts), database, (other, more) -> {
                    followed.set(true);
                    follow(database, caller, operation, other, more, depth + 1);
                });
        completion.complete(batch);
        reckoning.reckon(batch);
        List<Rule> concerned =
                rules.stream().filter(rule -> rule.concerns(object)).toList();
        concerned.forEach(rule -> rule.before(batch));
        forms.check(batch);
        references.check(batch);
        ParentCheck.check(live.current(), batch);
        uniques.check(batch);
        store(batch, numbering.number(batch), concerned);
        rollUps.follow(batch, locked);
        Cascade.follow(live.current(), batch);
        if (LineKeeping.asked(batch)) {
            followed.set(true);
            new LineKeeping(batch, (lines, more) -> write(database, caller, operation, lines, more, depth + 1)).keep();
        }
        concerned.forEach(rule -> rule.after(batch));
        if (followed.get()) {
            RollUpKeeping.readAgain(batch, table(object));
        }
        return batch.edits().stream().map(edit -> verdict(object, edit)).toList();
    }

    /** What a rule writes is the product's own doing; if even that is refused, the whole write is. */
    private void follow(
            DSLContext database,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            List<Draft> drafts,
            int depth) {
        for (Verdict verdict : write(database, caller.asProduct(), operation, object, drafts, depth)) {
            if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                throw refusal;
            }
        }
    }

    private List<Edit> load(DSLContext database, Caller caller, ObjectDefinition object, List<Draft> drafts) {
        Set<Long> ids = new HashSet<>();
        drafts.stream().map(Draft::id).filter(Objects::nonNull).forEach(ids::add);
        Map<Long, RowTable.Stored> stored =
                ids.isEmpty() ? Map.of() : table(object).lock(database, ids);
        Map<Verb, Set<Long>> reached = new LinkedHashMap<>();
        List<Edit> edits = new ArrayList<>();
        for (Draft draft : drafts) {
            Edit edit = begin(draft, stored);
            edits.add(edit);
            if (!edit.refused() && !caller.unlimited()) {
                checkVerb(database, caller, object, edit, stored, reached);
                checkFields(caller, object, edit);
            }
            checkVersion(object, edit);
        }
        return edits;
    }

    private static Edit begin(Draft draft, Map<Long, RowTable.Stored> stored) {
        if (draft.action() == Action.CREATE) {
            return new Edit(draft, Row.EMPTY, created(draft));
        }
        RowTable.Stored found = stored.get(draft.id());
        if (found == null || found.deleted() != (draft.action() == Action.RESTORE)) {
            Edit missing = new Edit(draft, Row.EMPTY, Row.EMPTY);
            missing.refuse(new Refusal.NotFound());
            return missing;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(found.row().values());
        values.putAll(byName(draft.values()));
        return new Edit(draft, found.row(), Row.of(values));
    }

    /** What a new record holds before anything is completed. */
    static Row created(Draft draft) {
        return Row.of(byName(draft.values()));
    }

    private static Map<String, @Nullable Object> byName(Map<Field<?>, @Nullable Object> values) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        values.forEach((field, value) -> named.put(field.name(), value));
        return named;
    }

    /** Invisible looks like absent; visible but out of the verb's reach is forbidden. */
    private void checkVerb(
            DSLContext database,
            Caller caller,
            ObjectDefinition object,
            Edit edit,
            Map<Long, RowTable.Stored> stored,
            Map<Verb, Set<Long>> reached) {
        Verb verb = edit.action().verb();
        Long id = edit.draft().id();
        if (!rights.may(caller.actor(), object, verb) && id == null) {
            edit.refuse(new Refusal.Forbidden(Message.of("records.verb." + verb.wire(), object.label())));
        } else if (id != null
                && !reach(database, caller, object, verb, stored, reached).contains(id)) {
            boolean visible =
                    reach(database, caller, object, Verb.READ, stored, reached).contains(id);
            edit.refuse(
                    visible
                            ? rights.limited(caller.actor(), object, verb, edit.before())
                                    .orElseGet(() -> new Refusal.Forbidden(
                                            Message.of("records.verb." + verb.wire(), object.label())))
                            : new Refusal.NotFound());
        }
    }

    private Set<Long> reach(
            DSLContext database,
            Caller caller,
            ObjectDefinition object,
            Verb verb,
            Map<Long, RowTable.Stored> stored,
            Map<Verb, Set<Long>> reached) {
        return reached.computeIfAbsent(verb, each -> {
            List<Row> rows = stored.values().stream().map(RowTable.Stored::row).toList();
            return reached(database, caller, object, each, rows);
        });
    }

    /** The database is asked only about records whose own values do not tell. */
    private Set<Long> reached(DSLContext database, Caller caller, ObjectDefinition object, Verb verb, List<Row> rows) {
        Set<Long> reached = new HashSet<>();
        Set<Long> doubtful = new HashSet<>();
        for (Row row : rows) {
            boolean evident = rights.evidentlyReaches(caller.actor(), object, verb, row);
            (evident ? reached : doubtful).add(row.id());
        }
        if (!doubtful.isEmpty()) {
            reached.addAll(rights.reached(database, caller.actor(), object, verb, doubtful));
        }
        return reached;
    }

    private void checkFields(Caller caller, ObjectDefinition object, Edit edit) {
        for (Field<?> field : edit.draft().values().keySet()) {
            if (field.traits().is(Trait.DERIVED)) {
                edit.refuse(field, Message.of("records.derived"));
                continue;
            }
            Criterion covers = rights.covers(caller.actor(), object, field);
            if (new CriterionMemory(object, Neighbours.NONE).holds(covers, edit.before())) {
                edit.refuse(field, Message.of("records.covered"));
                continue;
            }
            switch (rights.right(caller.actor(), object, field)) {
                case HIDDEN -> edit.refuse(field, Message.of("records.unknown", field.name()));
                case MASKED, READ -> edit.refuse(field, Message.of("records.readOnly"));
                case EDIT -> {}
            }
        }
    }

    private void checkVersion(ObjectDefinition object, Edit edit) {
        Long seen = edit.draft().version();
        if (!edit.refused() && seen != null && seen != edit.before().version()) {
            edit.refuse(Stale.conflict(object, edit));
        }
    }

    private void store(Batch batch, Numbering.Taken numbers, List<Rule> concerned) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        insert(batch, numbers, now);
        update(batch, now);
        List<Edit> written = batch.open().stream()
                .filter(edit -> significant(batch.object(), edit))
                .toList();
        Journal.keep(batch, written, now);
        if (!written.isEmpty()) {
            concerned.forEach(rule -> Journal.follow(batch, rule.derive(batch, written), now));
        }
    }

    private void insert(Batch batch, Numbering.Taken numbers, Instant now) {
        List<Edit> created = batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE)
                .toList();
        if (created.isEmpty()) {
            return;
        }
        rollUps.begin(batch, created);
        RowTable table = table(batch.object());
        List<Long> ids = table.newIds(batch.database(), created.size());
        for (int i = 0; i < created.size(); i++) {
            created.get(i).identify(ids.get(i), 1);
            created.get(i).set(SystemFields.CREATED_AT, now);
            created.get(i).set(SystemFields.CREATED_BY, batch.caller().actor().user());
            touch(batch, created.get(i), now);
        }
        table.insert(batch.database(), created.stream().map(Edit::after).toList());
        if (!batch.caller().unlimited()) {
            checkScope(batch, table, created);
            table.update(batch.database(), Numbering.closeGaps(batch, numbers));
        }
    }

    /** Nobody creates a record outside the reach of his right to create: such rows are taken out again at once. */
    private void checkScope(Batch batch, RowTable table, List<Edit> created) {
        List<Row> rows = created.stream().map(Edit::after).toList();
        Set<Long> allowed = reached(batch.database(), batch.caller(), batch.object(), Verb.CREATE, rows);
        List<Edit> outside = created.stream()
                .filter(edit -> !allowed.contains(edit.after().id()))
                .toList();
        table.erase(
                batch.database(),
                outside.stream().map(edit -> edit.after().id()).toList());
        outside.forEach(edit -> edit.refuse(new Refusal.Forbidden(
                Message.of("records.createOutside", batch.object().label()))));
    }

    private void update(Batch batch, Instant now) {
        Map<Row, Set<Field<?>>> updates = new IdentityHashMap<>();
        List<Row> binned = new ArrayList<>();
        List<Row> restored = new ArrayList<>();
        for (Edit edit : batch.open()) {
            if (edit.action() == Action.CREATE || !significant(batch.object(), edit)) {
                continue;
            }
            edit.identify(edit.before().id(), edit.before().version() + 1);
            touch(batch, edit, now);
            switch (edit.action()) {
                case UPDATE -> updates.put(edit.after(), Set.copyOf(edit.changed(batch.object())));
                case DELETE -> binned.add(edit.after());
                case RESTORE -> restored.add(edit.after());
                case CREATE -> {}
            }
        }
        RowTable table = table(batch.object());
        table.update(batch.database(), updates);
        table.bin(batch.database(), binned, now);
        table.bin(batch.database(), restored, null);
    }

    private static void touch(Batch batch, Edit edit, Instant now) {
        edit.set(SystemFields.UPDATED_AT, now);
        edit.set(SystemFields.UPDATED_BY, batch.caller().actor().user());
    }

    /** An update that changes nothing leaves no trace; one of lines is one of their record too. */
    private static boolean significant(ObjectDefinition object, Edit edit) {
        return edit.action() != Action.UPDATE
                || !edit.draft().lines().isEmpty()
                || !edit.changed(object).isEmpty();
    }

    private static Verdict verdict(ObjectDefinition object, Edit edit) {
        return edit.refused()
                ? new Verdict.Refused(edit.reason())
                : new Verdict.Written(edit.after(), significant(object, edit));
    }

    /** For who locks records before they are written. */
    void lockParents(DSLContext database, ObjectDefinition object, List<Draft> drafts) {
        rollUps.lockParents(database, object, drafts);
    }

    private synchronized void forgetTables() {
        tables.clear();
    }

    private synchronized RowTable table(ObjectDefinition object) {
        return tables.computeIfAbsent(object, RowTable::new);
    }
}
