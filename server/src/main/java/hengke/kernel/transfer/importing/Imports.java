package hengke.kernel.transfer.importing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Writer;
import hengke.kernel.transfer.importing.ImportJob.Mode;
import hengke.kernel.transfer.importing.ImportJob.OnDuplicate;
import hengke.kernel.transfer.importing.ImportJob.RowResult;
import hengke.kernel.transfer.importing.ImportJob.Status;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetLayout;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.kernel.transfer.reading.SheetTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports: understanding a file, proposing where its columns go, trying and running. A run goes part by part; a part's
 * records, verdicts and progress are one transaction, so a kill neither loses nor doubles a row.
 */
public final class Imports {
    private static final int PART = 500;
    private static final int SAMPLES = 5;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Supplier<Organisation> organisation;
    private final Access access;
    private final Writer writer;
    private final StoredFiles files;

    public Imports(
            DSLContext database,
            LiveCatalog catalog,
            Supplier<Organisation> organisation,
            Access access,
            Writer writer,
            StoredFiles files) {
        this.database = database;
        this.catalog = catalog;
        this.organisation = organisation;
        this.access = access;
        this.writer = writer;
        this.files = files;
    }

    /** Keeps the file, reads what it is and proposes a matching; nothing is imported yet. */
    public ImportJob open(Caller caller, ObjectDefinition object, InputStream content, String fileName) {
        access.require(caller.actor(), object, Verb.IMPORT);
        StoredFile file = files.add(content, fileName, caller.actor().user());
        Understood understood = understand(caller.actor(), object, file, 0);
        List<String> keys = object.with(Trait.TITLE).stream()
                .filter(field -> field.traits().is(Trait.UNIQUE))
                .map(field -> field.name())
                .toList();
        return ImportLog.create(
                database,
                object.name(),
                caller.actor().user(),
                caller.through(),
                file.id(),
                file.name(),
                file.size(),
                understood.layout(),
                understood.mapping(),
                keys);
    }

    /** The same file from another of its sheets. */
    public ImportJob chooseSheet(Actor actor, ImportJob job, String sheet) {
        List<String> sheets = new ArrayList<>();
        job.layout().withArray("sheets").forEach(name -> sheets.add(name.stringValue()));
        int index = sheets.indexOf(sheet);
        if (index < 0 || job.status() != Status.MAPPING && job.status() != Status.CHECKED) {
            throw Refusal.Invalid.at("sheet", Message.of("import.noSuchSheet", sheet));
        }
        StoredFile file = files.find(job.file()).orElseThrow(Refusal.NotFound::new);
        Understood understood = understand(actor, catalog.current().object(job.object()), file, index);
        ImportLog.understand(database, job.id(), understood.layout(), understood.mapping());
        return ImportLog.find(database, job.id()).orElseThrow();
    }

    private record Understood(ObjectNode layout, Map<Integer, String> mapping) {}

    private Understood understand(Actor actor, ObjectDefinition object, StoredFile stored, int sheet) {
        return withFile(stored, opened -> {
            SheetTable table = opened.table(sheet);
            List<SheetRow> rows = new ArrayList<>();
            int count = 0;
            try (RowStream stream = table.rows()) {
                while (stream.hasNext()) {
                    SheetRow row = stream.next();
                    count++;
                    if (rows.size() < SAMPLES) {
                        rows.add(row);
                    }
                }
            }
            List<Matching.Column> columns = table.layout().columns().stream()
                    .map(column -> new Matching.Column(
                            column.index() + 1,
                            column.title().isEmpty() ? column.letters() : column.title(),
                            rows.stream().map(row -> row.cell(column.index()).text().strip()).toList()))
                    .toList();
            List<Matching.Proposal> proposals = Matching.propose(
                    columns,
                    Target.of(access, catalog.current(), actor, object),
                    ImportLog.memory(database, actor.user(), object.name()));
            ObjectNode layout = JSON.createObjectNode()
                    .put("format", opened.format().name().toLowerCase(Locale.ROOT))
                    .put("encoding", opened.encoding().orElse(null))
                    .put("delimiter", opened.delimiter().map(String::valueOf).orElse(null))
                    .put("sheet", opened.sheets().get(sheet))
                    .put("sheetIndex", sheet)
                    .put("headerRow", table.layout().headerRow())
                    .put("rows", count);
            ArrayNode sheets = layout.putArray("sheets");
            opened.sheets().forEach(sheets::add);
            ArrayNode shown = layout.putArray("columns");
            Map<Integer, String> mapping = new TreeMap<>();
            for (int i = 0; i < columns.size(); i++) {
                Matching.Column column = columns.get(i);
                Matching.Proposal proposal = proposals.get(i);
                Target target = proposal.target();
                ArrayNode samples = shown.addObject()
                        .put("index", column.index())
                        .put("title", column.title())
                        .put("target", target == null ? null : target.name())
                        .put("confidence", proposal.confidence().name().toLowerCase(Locale.ROOT))
                        .putArray("samples");
                column.samples().forEach(samples::add);
                if (target != null) {
                    mapping.put(column.index(), target.name());
                }
            }
            return new Understood(layout, mapping);
        });
    }

    /**
     * Begins a trial or a run; {@link #run} then does the work.
     *
     * @param mapping target names by column number; only those that this person may import into
     */
    public ImportJob begin(
            Caller caller,
            ImportJob job,
            Map<Integer, String> mapping,
            Mode mode,
            List<String> keys,
            OnDuplicate onDuplicate,
            boolean dryRun) {
        ObjectDefinition object = catalog.current().object(job.object());
        access.require(caller.actor(), object, Verb.IMPORT);
        check(caller.actor(), object, mapping, mode, keys);
        return writer.inTransaction(transaction -> {
            Operation operation = dryRun
                    ? null
                    : OperationLog.open(
                            transaction,
                            caller,
                            Kind.IMPORT,
                            object.name(),
                            "导入 " + object.label().chinese() + "：" + job.fileName(),
                            Operation.Status.RUNNING,
                            job.layout().path("rows").asLong());
            boolean began = ImportLog.begin(
                    transaction, job.id(), mapping, mode, keys, onDuplicate, dryRun, operation == null ? null : operation.id());
            if (!began) {
                throw new Refusal.Conflict("notReady", Message.of("import.notReady"), Map.of());
            }
            ImportLog.remember(transaction, caller.actor().user(), object.name(), byTitle(job, mapping));
            return ImportLog.find(transaction, job.id()).orElseThrow();
        });
    }

    private void check(
            Actor actor, ObjectDefinition object, Map<Integer, String> mapping, Mode mode, List<String> keys) {
        Map<String, Target> targets = new HashMap<>();
        Target.of(access, catalog.current(), actor, object).forEach(target -> targets.put(target.name(), target));
        for (String name : mapping.values()) {
            Target target = targets.get(name);
            if (target == null) {
                throw Refusal.Invalid.at("mapping", Message.of("records.unknown", name));
            }
            long uses = mapping.values().stream().filter(name::equals).count();
            if (uses > 1 && !Matching.spreads(target.field())) {
                throw Refusal.Invalid.at("mapping", Message.of("import.twice", target.field().label()));
            }
        }
        if (mapping.isEmpty()) {
            throw Refusal.Invalid.at("mapping", Message.of("import.nothingMapped"));
        }
        for (String key : keys) {
            if (!mapping.containsValue(key)) {
                throw Refusal.Invalid.at("key", Message.of("import.keyNotMapped", key));
            }
        }
        if (mode != Mode.INSERT && keys.isEmpty()) {
            throw Refusal.Invalid.at("key", Message.of("import.keyMissing"));
        }
        if (mode == Mode.INSERT) {
            object.fields().stream()
                    .filter(Matching::required)
                    .filter(field -> !mapping.containsValue(field.name()))
                    .findFirst()
                    .ifPresent(field -> {
                        throw Refusal.Invalid.at("mapping", Message.of("import.requiredNotMapped", field.label()));
                    });
        }
    }

    private static Map<String, String> byTitle(ImportJob job, Map<Integer, String> mapping) {
        Map<String, String> targets = new HashMap<>();
        job.layout().withArray("columns").forEach(column -> {
            String target = mapping.get(column.path("index").asInt());
            String title = Matching.key(column.path("title").asString());
            if (target != null && !title.isEmpty()) {
                targets.put(title, target);
            }
        });
        return targets;
    }

    /** Does what is still to be done of a begun import; after a kill it goes on behind the last row with a verdict. */
    public ImportJob run(long id, LongFunction<Actor> actors) {
        ImportJob job = ImportLog.find(database, id).orElseThrow();
        if (!job.status().working()) {
            return job;
        }
        Status end;
        String message = null;
        try {
            end = withFile(files.find(job.file()).orElseThrow(Refusal.NotFound::new), file -> {
                return rows(job, file, actors);
            });
        } catch (Refusal refusal) {
            end = Status.FAILED;
            message = refusal.reason().in(Language.CHINESE);
        }
        finish(job, end, message);
        return ImportLog.find(database, id).orElseThrow();
    }

    private Status rows(ImportJob job, SheetFile file, LongFunction<Actor> actors) {
        SheetTable table = file.table(job.sheet());
        int last = Math.max(job.lastRow(), table.layout().headerRow());
        boolean first = job.lastRow() == 0;
        try (RowStream stream = table.rowsAfter(last)) {
            List<SheetRow> part = new ArrayList<>();
            while (stream.hasNext()) {
                part.add(stream.next());
                if (part.size() == PART || !stream.hasNext()) {
                    if (ImportLog.cancelAsked(database, job.id()) || operationCancelled(job)) {
                        return Status.CANCELLED;
                    }
                    take(job, part, actors, first);
                    part.clear();
                    first = false;
                }
            }
        }
        return job.dryRun() ? Status.CHECKED : Status.DONE;
    }

    private boolean operationCancelled(ImportJob job) {
        Long operation = job.operation();
        return operation != null && OperationLog.cancelAsked(database, operation);
    }

    private void take(ImportJob job, List<SheetRow> part, LongFunction<Actor> actors, boolean first) {
        Caller caller = Caller.of(actors.apply(job.actor()), "import");
        int last = part.getLast().number();
        if (!job.dryRun()) {
            writer.inTransaction(transaction -> {
                Operation operation =
                        OperationLog.find(transaction, Objects.requireNonNull(job.operation())).orElseThrow();
                ImportRun run = new ImportRun(job, catalog.current(), organisation.get(), caller, writer, access);
                List<RowResult> results = run.take(transaction, operation, part, first);
                ImportRun.count(transaction, operation, results);
                ImportLog.advance(transaction, job.id(), last, results);
                return results.size();
            });
        } else {
            List<RowResult> results = tried(job, part, caller, first);
            writer.inTransaction(transaction -> {
                ImportLog.advance(transaction, job.id(), last, results);
                return results.size();
            });
        }
    }

    /** The outcome of a transaction that is then taken back. */
    private static final class Trial extends RuntimeException {
        final transient List<RowResult> results;

        Trial(List<RowResult> results) {
            super("trial", null, false, false);
            this.results = results;
        }
    }

    private List<RowResult> tried(ImportJob job, List<SheetRow> part, Caller caller, boolean first) {
        try {
            return writer.inTransaction(transaction -> {
                Operation operation = OperationLog.open(
                        transaction, caller, Kind.IMPORT, job.object(), "", Operation.Status.RUNNING, part.size());
                ImportRun run = new ImportRun(job, catalog.current(), organisation.get(), caller, writer, access);
                throw new Trial(run.take(transaction, operation, part, first));
            });
        } catch (RuntimeException e) {
            if (e instanceof Trial trial) {
                return trial.results;
            }
            if (e.getCause() instanceof Trial trial) {
                return trial.results;
            }
            throw e;
        }
    }

    private void finish(ImportJob job, Status end, @Nullable String message) {
        writer.inTransaction(transaction -> {
            ImportLog.finish(transaction, job.id(), end, message);
            Long operation = job.operation();
            if (operation != null) {
                OperationLog.finish(
                        transaction,
                        operation,
                        switch (end) {
                            case CANCELLED -> Operation.Status.CANCELLED;
                            case FAILED -> Operation.Status.FAILED;
                            default -> Operation.Status.DONE;
                        },
                        "[]");
            }
            return end;
        });
    }

    /** What is done with an opened file. */
    interface Work<T> {
        T on(SheetFile file);
    }

    /** Opens a stored file on the local disk, whatever it is stored in. */
    <T> T withFile(StoredFile stored, Work<T> work) {
        try {
            Path local = Files.createTempFile("import", ".sheet");
            try {
                try (InputStream content = files.open(stored)) {
                    Files.copy(content, local, StandardCopyOption.REPLACE_EXISTING);
                }
                try (SheetFile file = SheetFile.open(local, stored.name())) {
                    return work.on(file);
                }
            } finally {
                Files.deleteIfExists(local);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
