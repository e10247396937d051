package hengke.kernel.transfer.exporting;

import hengke.kernel.access.Actor;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.Authorities;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Operation.Status;
import hengke.kernel.records.OperationLog;
import hengke.kernel.transfer.exporting.ExportSource.Sheet;
import hengke.kernel.transfer.writing.Mark;
import hengke.kernel.transfer.writing.SheetWriter;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of an export by the leave, and with the rights, that who asked for it has now. A killed run is begun
 * anew: a file cannot be gone on with. Of two at it at once the later wins, and the earlier notices and stops.
 */
final class ExportRun {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter IN_A_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final DSLContext database;
    private final Exports exports;
    private final Authorities authorities;
    private final LiveOrganisation organisation;
    private final StoredFiles files;
    private final Apart apart;
    private final Clock clock;
    private final Supplier<ExportPolicy> policy;

    ExportRun(
            DSLContext database,
            Exports exports,
            Authorities authorities,
            LiveOrganisation organisation,
            StoredFiles files,
            Apart apart,
            Clock clock,
            Supplier<ExportPolicy> policy) {
        this.database = database;
        this.exports = exports;
        this.authorities = authorities;
        this.organisation = organisation;
        this.files = files;
        this.apart = apart;
        this.clock = clock;
        this.policy = policy;
    }

    /** Runs something in a transaction of its own while another is open. */
    interface Apart {
        void run(Runnable work);
    }

    void run(long id) {
        int attempt = ExportLog.begin(database, id);
        ExportJob job = ExportLog.find(database, id).orElseThrow();
        if (job.operation().status() != Status.RUNNING) {
            return;
        }
        try {
            Progress progress = new Progress(job, attempt);
            progress.check();
            write(job, attempt, progress);
        } catch (Refusal refusal) {
            end(job, attempt, Status.FAILED, refusal.reason());
        } catch (Cancelled _) {
            end(job, attempt, Status.CANCELLED, null);
        } catch (Overtaken _) {
            // whoever overtook it brings it to its end
        }
    }

    /** Ends what breaks again and again. */
    void giveUp(long id) {
        ExportLog.find(database, id)
                .ifPresent(job -> end(job, job.attempt(), Status.FAILED, Message.of("export.broken")));
    }

    private void write(ExportJob job, int attempt, Progress progress) {
        Actor actor = actor(job);
        LocalDateTime now = LocalDateTime.ofInstant(
                clock.instant(), organisation.get().company().timeZone());
        Sheet sheet = exports.source(job.source()).open(actor, job.asked(), job.language());
        String title = sheet.title().in(job.language());
        files.make(
                title + "-" + now.format(IN_A_NAME) + "." + job.format().wire(),
                stream -> {
                    try (SheetWriter writer = writer(job, sheet, mark(job, actor, now), stream)) {
                        database.transaction(transaction -> sheet.read(transaction.dsl(), part -> {
                            progress.reach(part.size());
                            part.forEach(writer::row);
                        }));
                    }
                },
                file -> {
                    DSLContext transaction = database;
                    if (!mayEnd(job, attempt)) {
                        return false;
                    }
                    OperationLog.reach(transaction, job.operation().id(), progress.rows);
                    ExportLog.arrived(
                            transaction,
                            job.id(),
                            file,
                            progress.rows,
                            clock.instant().plus(policy.get().kept()));
                    OperationLog.finish(transaction, job.operation().id(), Status.DONE, "[]");
                    return true;
                });
    }

    private Actor actor(ExportJob job) {
        return authorities
                .actor(job.operation().authority())
                .orElseThrow(() -> new Refusal.Forbidden(Message.of("export.leaveWithdrawn")));
    }

    private Mark mark(ExportJob job, Actor actor, LocalDateTime now) {
        String when = now.format(MINUTE);
        String line = Message.of("export.mark", actor.name(), when).in(job.language());
        long operation = job.operation().id();
        return new Mark(
                actor.name(),
                Message.of("export.description", line, Long.toString(operation)).in(job.language()),
                "hengke-operation-" + operation,
                policy.get().marked() ? line : null);
    }

    private static SheetWriter writer(ExportJob job, Sheet sheet, Mark mark, OutputStream stream) {
        return switch (job.format()) {
            case XLSX -> SheetWriter.xlsx(stream, sheet.title().in(job.language()), sheet.columns(), mark);
            case CSV -> SheetWriter.csv(stream, sheet.columns(), job.encoding().charset(), mark);
        };
    }

    private void end(ExportJob job, int attempt, Status status, @Nullable Message why) {
        database.transaction(_ -> {
            if (mayEnd(job, attempt)) {
                OperationLog.finish(
                        database, job.operation().id(), status, "[]", why == null ? null : KeptMessage.of(why));
            }
        });
    }

    /** Within the transaction that ends it. */
    private boolean mayEnd(ExportJob job, int attempt) {
        return OperationLog.hold(database, job.operation().id()).isPresent()
                && ExportLog.isAttempt(database, job.id(), attempt);
    }

    /** Somebody asked it to stop. */
    private static final class Cancelled extends RuntimeException {}

    /** Another run of the same export has begun, or it has come to its end. */
    private static final class Overtaken extends RuntimeException {}

    /** How far the run is. Now and then it says so, and looks whether it is still wanted and may still go on. */
    private final class Progress {
        private static final long PAUSE_MILLIS = 400;
        private final ExportJob job;
        private final int attempt;
        private final long most;
        private long rows;
        private long said;

        Progress(ExportJob job, int attempt) {
            this.job = job;
            this.attempt = attempt;
            this.most = exports.mostRows(job);
        }

        void reach(int more) {
            rows += more;
            if (rows > most) {
                throw exports.tooMany();
            }
            if (clock.millis() - said >= PAUSE_MILLIS) {
                apart.run(this::check);
            }
        }

        void check() {
            said = clock.millis();
            long operation = job.operation().id();
            if (OperationLog.cancelAsked(database, operation)) {
                throw new Cancelled();
            }
            boolean running = OperationLog.find(database, operation)
                    .map(Operation::status)
                    .filter(Status.RUNNING::equals)
                    .isPresent();
            if (!running || !ExportLog.isAttempt(database, job.id(), attempt)) {
                throw new Overtaken();
            }
            actor(job);
            OperationLog.reach(database, operation, rows);
        }
    }
}
