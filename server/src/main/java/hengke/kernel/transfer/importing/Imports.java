package hengke.kernel.transfer.importing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Authority;
import hengke.kernel.access.Verb;
import hengke.kernel.files.StoredFile;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.OperationLog;
import hengke.kernel.transfer.importing.ImportJob.Mode;
import hengke.kernel.transfer.importing.ImportJob.OnDuplicate;
import hengke.kernel.transfer.importing.ImportJob.Status;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Imports: keeping a file, proposing where its columns go, trying and running. */
public final class Imports {
    /** Files up to this many rows are taken in while the caller waits. */
    private static final int AT_ONCE = 500;

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Access access;
    private final StoredSheets sheets;
    private final ImportRun run;
    private final Promise promise;

    Imports(
            DSLContext database,
            LiveCatalog catalog,
            Access access,
            StoredSheets sheets,
            ImportRun run,
            Promise promise) {
        this.database = database;
        this.catalog = catalog;
        this.access = access;
        this.sheets = sheets;
        this.run = run;
        this.promise = promise;
    }

    /** Sees to it that an import is run even if whoever began it is killed. */
    interface Promise {
        void run(ImportJob job, boolean somebodyIsAtIt);
    }

    /** Keeps the file, reads what it is and proposes a matching; nothing is imported yet. */
    public ImportJob open(Caller caller, ObjectDefinition object, InputStream content, String fileName) {
        access.require(caller.actor(), object, Verb.IMPORT);
        StoredFile file = sheets.keep(content, fileName, caller.actor().user());
        Understood understood = understand(caller.actor(), object, file.id(), 0);
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
        List<String> names = new ArrayList<>();
        job.layout().withArray("sheets").forEach(name -> names.add(name.stringValue()));
        int index = names.indexOf(sheet);
        if (index < 0 || job.status() != Status.MAPPING && job.status() != Status.CHECKED) {
            throw Refusal.Invalid.at("sheet", Message.of("import.noSuchSheet", sheet));
        }
        Understood understood = understand(actor, catalog.current().object(job.object()), job.file(), index);
        ImportLog.understand(database, job.id(), understood.layout(), understood.mapping());
        return ImportLog.find(database, job.id()).orElseThrow();
    }

    private Understood understand(Actor actor, ObjectDefinition object, long file, int sheet) {
        List<Target> targets = Target.of(access, catalog.current(), actor, object);
        Map<String, String> memory = ImportMemory.of(database, actor.user(), object.name());
        return sheets.with(file, opened -> Understood.of(opened, sheet, targets, memory));
    }

    /**
     * Begins a trial or a run: of a small file until it is done, of others in the background.
     *
     * @param mapping target names by column number; only those that this person may import into
     */
    public ImportJob start(
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
        ImportJob begun = database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            Long operation =
                    dryRun ? null : operation(transaction, caller, object, job).id();
            Authority authority = caller.actor().authority();
            if (!ImportLog.begin(
                    transaction, job.id(), mapping, mode, keys, onDuplicate, dryRun, authority, operation)) {
                throw new Refusal.Conflict("notReady", Message.of("import.notReady"), Map.of());
            }
            ImportMemory.remember(transaction, caller.actor().user(), object.name(), byTitle(job, mapping));
            ImportJob ready = ImportLog.find(transaction, job.id()).orElseThrow();
            promise.run(ready, small(ready));
            return ready;
        });
        return small(begun) ? run.run(begun.id(), begun.attempt()) : begun;
    }

    private static boolean small(ImportJob job) {
        return job.progress().total() <= AT_ONCE;
    }

    private static Operation operation(DSLContext transaction, Caller caller, ObjectDefinition object, ImportJob job) {
        return OperationLog.open(
                transaction,
                caller,
                Kind.IMPORT,
                object.name(),
                "导入 " + object.label().chinese() + "：" + job.fileName(),
                Operation.Status.RUNNING,
                job.layout().path("rows").asLong());
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
                throw Refusal.Invalid.at(
                        "mapping", Message.of("import.twice", target.field().label()));
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
}
