package hengke.kernel.transfer.importing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import hengke.kernel.transfer.importing.ImportJob.Mode;
import hengke.kernel.transfer.importing.ImportJob.OnDuplicate;
import hengke.kernel.transfer.importing.ImportJob.RowError;
import hengke.kernel.transfer.importing.ImportJob.RowResult;
import hengke.kernel.transfer.importing.ImportJob.RowVerdict;
import hengke.kernel.transfer.importing.RowsToDrafts.Read;
import hengke.kernel.transfer.reading.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes one part of an import's rows in, within a transaction. */
final class ImportRun {
    private static final String DUPLICATE = "疑似重复";
    /** Rows whose values are kept for the preview; of others only what is wrong is kept. */
    private static final int PREVIEWED = 50;

    private final ImportJob job;
    private final ObjectDefinition object;
    private final Caller caller;
    private final Writer writer;
    private final Access access;
    private final RowsToDrafts drafts;
    private final List<Field<?>> keys;

    ImportRun(ImportJob job, Catalog catalog, Organisation organisation, Caller caller, Writer writer, Access access) {
        this.job = job;
        this.object = catalog.object(job.object());
        this.caller = caller;
        this.writer = writer;
        this.access = access;
        this.drafts = new RowsToDrafts(
                access,
                catalog,
                organisation,
                caller.actor(),
                object,
                Target.of(access, catalog, caller.actor(), object),
                job.mapping());
        this.keys = job.keys().stream()
                .map(object::field)
                .flatMap(Optional::stream)
                .<Field<?>>map(field -> field)
                .toList();
    }

    /** What is to be done with a row. */
    private record Step(Read read, RowVerdict verdict, @Nullable Draft draft, @Nullable Long existing) {}

    /** Writes these rows and says what became of each. */
    List<RowResult> take(DSLContext transaction, Operation operation, List<SheetRow> rows, boolean first) {
        List<Read> reads = drafts.read(transaction, rows);
        Map<List<Object>, Long> existing = existing(transaction, reads);
        Map<List<Object>, Integer> seen = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Read read : reads) {
            steps.add(step(read, existing, seen));
        }
        List<Step> writing = steps.stream().filter(step -> step.draft() != null).toList();
        List<Verdict> verdicts = writer.write(
                transaction,
                caller,
                operation,
                object,
                writing.stream().map(step -> Objects.requireNonNull(step.draft())).toList());
        Map<Step, Verdict> byStep = new HashMap<>();
        for (int i = 0; i < writing.size(); i++) {
            byStep.put(writing.get(i), verdicts.get(i));
        }
        writeLater(transaction, operation, writing, byStep);
        writeChildren(transaction, operation, writing, byStep);
        List<RowResult> results = new ArrayList<>();
        for (Step step : steps) {
            results.add(result(step, byStep.get(step), first && results.size() < PREVIEWED));
        }
        return results;
    }

    private Step step(Read read, Map<List<Object>, Long> existing, Map<List<Object>, Integer> seen) {
        if (!read.errors.isEmpty()) {
            return new Step(read, RowVerdict.FAILED, null, null);
        }
        List<Object> key = key(read);
        Integer before = key == null ? null : seen.putIfAbsent(key, read.row);
        if (before != null) {
            read.errors.add(new RowError("", say("import.sameAsRow", before)));
            return new Step(read, RowVerdict.SKIP, null, null);
        }
        Long found = key == null ? null : existing.get(key);
        if (found == null) {
            if (job.mode() == Mode.UPDATE) {
                read.errors.add(new RowError("", say("import.nothingToUpdate")));
                return new Step(read, RowVerdict.FAILED, null, null);
            }
            return new Step(read, RowVerdict.CREATE, Draft.create(read.values), null);
        }
        if (job.mode() == Mode.INSERT && job.onDuplicate() == OnDuplicate.SKIP) {
            return new Step(read, RowVerdict.SKIP, null, found);
        }
        if (job.mode() == Mode.INSERT && job.onDuplicate() == OnDuplicate.MARK) {
            return marked(read, found);
        }
        return new Step(read, RowVerdict.UPDATE, Draft.update(found, null, read.values), found);
    }

    /** A record of its own that carries the duplicate tag; where that cannot be, the row is only named. */
    private Step marked(Read read, long found) {
        boolean unique = keys.stream().anyMatch(field -> field.traits().is(Trait.UNIQUE));
        Optional<Field<?>> tags = object.fields().stream()
                .filter(field -> field.type() instanceof TextListType(TextListType.Tags()))
                .findFirst();
        if (unique || tags.isEmpty()) {
            return new Step(read, RowVerdict.MARK, null, found);
        }
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>(read.values);
        List<String> all = new ArrayList<>();
        if (values.get(tags.get()) instanceof List<?> own) {
            own.forEach(tag -> all.add(String.valueOf(tag)));
        }
        all.add(DUPLICATE);
        values.put(tags.get(), List.copyOf(all));
        return new Step(read, RowVerdict.MARK, Draft.create(values), found);
    }

    private @Nullable List<Object> key(Read read) {
        List<Object> key = new ArrayList<>();
        for (Field<?> field : keys) {
            Object value = read.values.get(field);
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key.isEmpty() ? null : key;
    }

    /** The visible records that these rows' keys name, asked for at once by the first key field. */
    private Map<List<Object>, Long> existing(DSLContext transaction, List<Read> reads) {
        Map<List<Object>, Long> existing = new HashMap<>();
        List<List<Object>> wanted =
                reads.stream().map(this::key).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        if (wanted.isEmpty()) {
            return existing;
        }
        Alias row = Alias.of(object);
        List<org.jooq.Field<?>> columns = keys.stream().<org.jooq.Field<?>>map(row::column).toList();
        List<org.jooq.SelectField<?>> selected = new ArrayList<>(columns);
        selected.add(row.id());
        org.jooq.Field<Object> first = columns.getFirst().coerce(Object.class);
        org.jooq.Field<?> typed = columns.getFirst();
        transaction
                .select(selected)
                .from(row.table())
                .where(DSL.condition(
                        "{0} = any({1})",
                        first,
                        DSL.val(
                                wanted.stream().map(List::getFirst).distinct().toArray(),
                                typed.getDataType().getArrayDataType())))
                .and(row.living())
                .and(CriterionSql.of(access.visibility(caller.actor(), object, Verb.READ).criterion(), row))
                .orderBy(row.id())
                .forEach(found -> {
                    List<Object> key = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        key.add(String.valueOf(found.get(i)));
                    }
                    existing.putIfAbsent(key, found.get(columns.size(), Long.class));
                });
        Map<List<Object>, Long> typedKeys = new HashMap<>();
        for (List<Object> key : wanted) {
            Long id = existing.get(key.stream().<Object>map(String::valueOf).toList());
            if (id != null) {
                typedKeys.put(key, id);
            }
        }
        return typedKeys;
    }

    /** References among the rows of this part themselves, now that every one of them has its id. */
    private void writeLater(DSLContext transaction, Operation operation, List<Step> steps, Map<Step, Verdict> verdicts) {
        Map<Object, Long> written = new HashMap<>();
        for (Step step : steps) {
            Object title = step.read().values.get(object.title());
            if (title != null && verdicts.get(step) instanceof Verdict.Written(Row row, boolean _)) {
                written.put(title, row.id());
            }
        }
        List<Step> waiting = new ArrayList<>();
        List<Draft> changes = new ArrayList<>();
        for (Step step : steps) {
            if (!step.read().later.isEmpty() && verdicts.get(step) instanceof Verdict.Written(Row row, boolean _)) {
                Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
                step.read().later.forEach((target, name) -> {
                    Long id = written.get(name);
                    if (id == null) {
                        step.read().errors.add(new RowError(target.name(), say("import.notFound", name)));
                    } else {
                        values.put(target.field(), id);
                    }
                });
                waiting.add(step);
                changes.add(Draft.update(row.id(), null, values));
            }
        }
        List<Verdict> outcomes = writer.write(transaction, caller, operation, object, changes);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Verdict.Refused(Refusal refusal)) {
                waiting.get(i).read().errors.addAll(errors("", refusal));
            }
        }
    }

    /** The children that rows bring along: found again by title under the same parent, else new. */
    private void writeChildren(
            DSLContext transaction, Operation operation, List<Step> steps, Map<Step, Verdict> verdicts) {
        Map<Catalog.Child, List<Step>> byChild = new LinkedHashMap<>();
        for (Step step : steps) {
            if (verdicts.get(step) instanceof Verdict.Written) {
                step.read().children.keySet().forEach(child ->
                        byChild.computeIfAbsent(child, _ -> new ArrayList<>()).add(step));
            }
        }
        byChild.forEach((child, its) -> writeChildren(transaction, operation, child, its, verdicts));
    }

    private void writeChildren(
            DSLContext transaction,
            Operation operation,
            Catalog.Child child,
            List<Step> steps,
            Map<Step, Verdict> verdicts) {
        Field<?> title = child.object().title();
        Map<List<Object>, Long> known = siblings(transaction, child, steps, verdicts);
        List<Draft> all = new ArrayList<>();
        for (Step step : steps) {
            long parent = written(verdicts, step);
            Map<Field<?>, @Nullable Object> values =
                    new LinkedHashMap<>(Objects.requireNonNull(step.read().children.get(child)));
            Object name = values.get(title);
            Long sibling = name == null ? null : known.get(List.of(parent, name));
            values.put(child.reference(), parent);
            all.add(sibling == null ? Draft.create(values) : Draft.update(sibling, null, values));
        }
        List<Verdict> written = writer.write(transaction, caller, operation, child.object(), all);
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i) instanceof Verdict.Refused(Refusal refusal)) {
                String relation = Objects.requireNonNull(child.reference().traits().parent()).name();
                steps.get(i).read().errors.addAll(errors(relation + ".", refusal));
            }
        }
    }

    private static long written(Map<Step, Verdict> verdicts, Step step) {
        return verdicts.get(step) instanceof Verdict.Written(Row row, boolean _) ? row.id() : 0;
    }

    private Map<List<Object>, Long> siblings(
            DSLContext transaction, Catalog.Child child, List<Step> steps, Map<Step, Verdict> verdicts) {
        Long[] parents = steps.stream()
                .filter(step -> step.verdict() == RowVerdict.UPDATE)
                .map(step -> written(verdicts, step))
                .toArray(Long[]::new);
        Map<List<Object>, Long> known = new HashMap<>();
        if (parents.length > 0) {
            Alias row = Alias.of(child.object());
            org.jooq.Field<Long> parent = row.column(child.reference()).coerce(Long.class);
            org.jooq.Field<String> title = row.column(child.object().title()).coerce(String.class);
            transaction
                    .select(parent, title, row.id())
                    .from(row.table())
                    .where(parent.eq(DSL.any(parents)))
                    .and(row.living())
                    .forEach(found -> known.putIfAbsent(List.of(found.value1(), found.value2()), found.value3()));
        }
        return known;
    }

    private RowResult result(Step step, @Nullable Verdict verdict, boolean keepValues) {
        List<RowError> errors = new ArrayList<>(step.read().errors);
        RowVerdict outcome = step.verdict();
        Long record = step.existing();
        switch (verdict) {
            case null -> {}
            case Verdict.Written(Row row, boolean _) -> record = row.id();
            case Verdict.Refused(Refusal refusal) -> {
                outcome = RowVerdict.FAILED;
                errors.addAll(errors("", refusal));
            }
        }
        ObjectNode content = JsonMapper.shared().createObjectNode();
        if (keepValues || outcome == RowVerdict.FAILED) {
            put(content, "", step.read().values);
            for (Map.Entry<Catalog.Child, Map<Field<?>, @Nullable Object>> child : step.read().children.entrySet()) {
                String relation = Objects.requireNonNull(child.getKey().reference().traits().parent()).name();
                put(content, relation + ".", child.getValue());
            }
        }
        return new RowResult(step.read().row, outcome, record, content, errors);
    }

    private static void put(ObjectNode content, String prefix, Map<Field<?>, @Nullable Object> values) {
        values.forEach((field, value) -> {
            if (value != null) {
                write(content, prefix, field, value);
            }
        });
    }

    @SuppressWarnings("unchecked") // the values were read by the same field's kind
    private static <T> void write(ObjectNode content, String prefix, Field<T> field, Object value) {
        content.set(prefix + field.name(), field.type().write((T) value));
    }

    private static List<RowError> errors(String prefix, Refusal refusal) {
        return refusal instanceof Refusal.Invalid invalid
                ? invalid.errors().stream()
                        .map(error -> new RowError(
                                prefix + error.field(), error.message().in(Language.CHINESE)))
                        .toList()
                : List.of(new RowError("", refusal.reason().in(Language.CHINESE)));
    }

    private static String say(String key, Object... arguments) {
        return Message.of(key, arguments).in(Language.CHINESE);
    }

    /** What this part adds to the operation. */
    static void count(DSLContext transaction, Operation operation, List<RowResult> results) {
        long failed = results.stream().filter(each -> each.verdict() == RowVerdict.FAILED).count();
        long changed = results.stream()
                .filter(each -> each.verdict() == RowVerdict.CREATE || each.verdict() == RowVerdict.UPDATE)
                .count();
        OperationLog.advance(transaction, operation.id(), results.size(), changed, failed);
    }
}
