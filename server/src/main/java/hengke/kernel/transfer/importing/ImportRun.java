package hengke.kernel.transfer.importing;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.Authorities;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Writer;
import hengke.kernel.transfer.importing.ImportJob.RowResult;
import hengke.kernel.transfer.importing.ImportJob.Status;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.kernel.transfer.reading.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes a begun import in part by part; a part's records, verdicts and progress are one transaction, so that a kill
 * neither loses nor doubles a row. Two at it at once take turns, and the later finds the part taken.
 */
final class ImportRun {
    private static final int PART = 500;

    private final DSLContext database;
    private final Writer writer;
    private final StoredSheets sheets;
    private final ImportParts parts;
    private final Authorities authorities;

    ImportRun(DSLContext database, Writer writer, StoredSheets sheets, ImportParts parts, Authorities authorities) {
        this.database = database;
        this.writer = writer;
        this.sheets = sheets;
        this.parts = parts;
        this.authorities = authorities;
    }

    /** Does what is still to be done of an attempt; after a kill it goes on behind the last row with a verdict. */
    ImportJob run(long id, int attempt) {
        ImportJob job = ImportLog.find(database, id).orElseThrow();
        if (job.attempt() != attempt || !job.status().working()) {
            return job;
        }
        try {
            finish(job, sheets.with(job.file(), file -> rows(job, file)), null);
        } catch (Refusal refusal) {
            finish(job, Status.FAILED, KeptMessage.of(refusal.reason()));
        }
        return ImportLog.find(database, id).orElseThrow();
    }

    /** Ends what breaks again and again. */
    void giveUp(long id, int attempt) {
        ImportLog.find(database, id)
                .filter(job -> job.attempt() == attempt)
                .ifPresent(job -> finish(job, Status.FAILED, KeptMessage.of(Message.of("records.broken"))));
    }

    private Status rows(ImportJob job, SheetFile file) {
        SheetTable table = file.table(job.sheet());
        boolean first = job.lastRow() == 0;
        try (RowStream stream =
                table.rowsAfter(Math.max(job.lastRow(), table.layout().headerRow()))) {
            List<SheetRow> part = new ArrayList<>();
            while (stream.hasNext()) {
                part.add(stream.next());
                if (part.size() == PART || !stream.hasNext()) {
                    if (cancelled(job)) {
                        return Status.CANCELLED;
                    }
                    take(job, List.copyOf(part), first);
                    part.clear();
                    first = false;
                }
            }
        }
        return job.dryRun() ? Status.CHECKED : Status.DONE;
    }

    private boolean cancelled(ImportJob job) {
        Long operation = job.operation();
        return ImportLog.cancelAsked(database, job.id())
                || operation != null && OperationLog.cancelAsked(database, operation);
    }

    private void take(ImportJob job, List<SheetRow> rows, boolean first) {
        Actor actor = authorities
                .actor(job.authority())
                .orElseThrow(() -> new Refusal.Forbidden(Message.of("records.leaveWithdrawn")));
        Caller caller = Caller.of(actor, "import");
        List<RowResult> tried = job.dryRun() ? tried(job, rows, caller, first) : List.of();
        writer.inTransaction(transaction -> {
            Optional<Integer> last = ImportLog.hold(transaction, job);
            List<SheetRow> left = last.isEmpty()
                    ? List.of()
                    : rows.stream().filter(row -> row.number() > last.get()).toList();
            if (!left.isEmpty()) {
                List<RowResult> results = job.dryRun()
                        ? tried.stream()
                                .filter(result -> result.row() > last.get())
                                .toList()
                        : taken(transaction, job, left, caller, first);
                ImportLog.advance(transaction, job.id(), left.getLast().number(), results);
            }
            return left;
        });
    }

    private List<RowResult> taken(
            DSLContext transaction, ImportJob job, List<SheetRow> rows, Caller caller, boolean first) {
        Operation operation = OperationLog.find(transaction, Objects.requireNonNull(job.operation()))
                .orElseThrow();
        List<RowResult> results = parts.of(job, caller).take(transaction, operation, rows, first);
        ImportPart.count(transaction, operation, results);
        return results;
    }

    /** The outcome of a transaction that is then taken back. */
    private static final class Trial extends RuntimeException {
        final transient List<RowResult> results;

        Trial(List<RowResult> results) {
            super("trial", null, false, false);
            this.results = results;
        }
    }

    private List<RowResult> tried(ImportJob job, List<SheetRow> rows, Caller caller, boolean first) {
        try {
            return writer.inTransaction(transaction -> {
                Operation operation = OperationLog.open(
                        transaction, caller, Kind.IMPORT, job.object(), "", Operation.Status.RUNNING, rows.size());
                throw new Trial(parts.of(job, caller).take(transaction, operation, rows, first));
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
            if (ImportLog.hold(transaction, job).isEmpty()) {
                return end;
            }
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
                        "[]",
                        message);
            }
            return end;
        });
    }
}
