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
import hengke.kernel.problem.Refusal;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes one part of an import's rows in, within a transaction. */
final class ImportPart {
    private static final String DUPLICATE = "疑似重复";
    /** Rows whose values are kept for the preview; of others only what is wrong is kept. */
    private static final int PREVIEWED = 50;

    private final ImportJob job;
    private final ObjectDefinition object;
    private final Caller caller;
    private final Writer writer;
    private final Access access;
    private final RowsToDrafts drafts;
    private final KnownRecords known;

    ImportPart(ImportJob job, Catalog catalog, Organisation organisation, Caller caller, Writer writer, Access access) {
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
        this.known = new KnownRecords(
                object,
                job.keys().stream()
                        .map(object::field)
                        .flatMap(Optional::stream)
                        .<Field<?>>map(field -> field)
                        .toList());
    }

    /** What is to be done with a row. */
    private record Step(
            Read read,
            RowVerdict verdict,
            @Nullable Draft draft,
            @Nullable Long existing) {}

    /** Writes these rows and says what became of each. */
    List<RowResult> take(DSLContext transaction, Operation operation, List<SheetRow> rows, boolean first) {
        List<Read> reads = drafts.read(transaction, rows);
        Map<List<Object>, Long> existing = known.named(
                transaction,
                reads,
                access.visibility(caller.actor(), object, Verb.READ).criterion());
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
                writing.stream()
                        .map(step -> Objects.requireNonNull(step.draft()))
                        .toList());
        Map<Step, Verdict> byStep = new HashMap<>();
        for (int i = 0; i < writing.size(); i++) {
            byStep.put(writing.get(i), verdicts.get(i));
        }
        writeLater(transaction, operation, writing, byStep);
        new BroughtChildren(writer, caller, operation).write(transaction, parents(writing, byStep));
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
        List<Object> key = known.key(read);
        Integer before = key == null ? null : seen.putIfAbsent(key, read.row);
        if (before != null) {
            read.errors.add(RowErrors.of("import.sameAsRow", before));
            return new Step(read, RowVerdict.SKIP, null, null);
        }
        Long found = key == null ? null : existing.get(key);
        if (found == null) {
            if (job.mode() == Mode.UPDATE) {
                read.errors.add(RowErrors.of("import.nothingToUpdate"));
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
        boolean unique = known.keys().stream().anyMatch(field -> field.traits().is(Trait.UNIQUE));
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

    /** References among the rows of this part themselves, now that every one of them has its id. */
    private void writeLater(
            DSLContext transaction, Operation operation, List<Step> steps, Map<Step, Verdict> verdicts) {
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
                        step.read().errors.add(RowErrors.at(target.name(), "import.notFound", name));
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
                waiting.get(i).read().errors.addAll(RowErrors.of("", refusal));
            }
        }
    }

    private static List<BroughtChildren.Parent> parents(List<Step> steps, Map<Step, Verdict> verdicts) {
        List<BroughtChildren.Parent> parents = new ArrayList<>();
        for (Step step : steps) {
            if (verdicts.get(step) instanceof Verdict.Written(Row row, boolean _)) {
                parents.add(new BroughtChildren.Parent(step.read(), row.id(), step.verdict() == RowVerdict.UPDATE));
            }
        }
        return parents;
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
                errors.addAll(RowErrors.of("", refusal));
            }
        }
        ObjectNode content = JsonMapper.shared().createObjectNode();
        if (keepValues || outcome == RowVerdict.FAILED) {
            put(content, "", step.read().values);
            for (Map.Entry<Catalog.Child, Map<Field<?>, @Nullable Object>> child :
                    step.read().children.entrySet()) {
                put(content, BroughtChildren.relation(child.getKey()) + ".", child.getValue());
            }
            step.read().asWritten.forEach(content::put);
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

    /** What this part adds to the operation. */
    static void count(DSLContext transaction, Operation operation, List<RowResult> results) {
        long failed = results.stream()
                .filter(each -> each.verdict() == RowVerdict.FAILED)
                .count();
        long changed = results.stream()
                .filter(each -> each.verdict() == RowVerdict.CREATE || each.verdict() == RowVerdict.UPDATE)
                .count();
        OperationLog.advance(transaction, operation.id(), results.size(), changed, failed);
    }
}
