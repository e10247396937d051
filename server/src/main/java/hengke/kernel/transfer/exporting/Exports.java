package hengke.kernel.transfer.exporting;

import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.transfer.exporting.ExportSource.Sheet;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Exports: admitting them within what one person may take out, and handing out their files. */
public final class Exports {
    private final DSLContext database;
    private final Map<String, ExportSource> sources;
    private final LiveOrganisation organisation;
    private final StoredFiles files;
    private final Clock clock;
    private final Supplier<ExportPolicy> policy;
    private final LongConsumer promise;

    Exports(
            DSLContext database,
            List<ExportSource> sources,
            LiveOrganisation organisation,
            StoredFiles files,
            Clock clock,
            Supplier<ExportPolicy> policy,
            LongConsumer promise) {
        this.database = database;
        this.sources = sources.stream().collect(Collectors.toMap(ExportSource::name, Function.identity()));
        this.organisation = organisation;
        this.files = files;
        this.clock = clock;
        this.policy = policy;
        this.promise = promise;
    }

    /** Promises an export, which then runs in the background; refuses what may not be taken out, or is too much. */
    public ExportJob start(Caller caller, Wish wish) {
        Sheet sheet = source(wish.source()).open(caller.actor(), wish.asked(), wish.language());
        long rows = sheet.count();
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            admit(transaction, caller.actor().user(), rows);
            Operation operation = OperationLog.open(
                    transaction,
                    caller,
                    Operation.Kind.EXPORT,
                    sheet.object(),
                    "导出 " + sheet.title().in(Language.CHINESE),
                    Operation.Status.RUNNING,
                    rows);
            List<String> titles =
                    sheet.columns().stream().map(WrittenColumn::title).toList();
            long id = ExportLog.create(transaction, wish, operation, titles, clock.instant());
            promise.accept(id);
            return ExportLog.find(transaction, id).orElseThrow();
        });
    }

    ExportSource source(String name) {
        return Optional.ofNullable(sources.get(name)).orElseThrow(Refusal.NotFound::new);
    }

    /** Two exports that one person asks for at once are counted one after the other. */
    private void admit(DSLContext transaction, long person, long rows) {
        transaction.fetch("select pg_advisory_xact_lock(731, {0})", DSL.val((int) person));
        if (rows > policy.get().mostRows()) {
            throw tooMany();
        }
        if (rows > left(transaction, person, 0)) {
            throw Refusal.Invalid.at(
                    "filter", Message.of("export.quota", policy.get().rowsPerDay()));
        }
    }

    private long left(DSLContext database, long person, long exceptJob) {
        var zone = organisation.get().company().timeZone();
        Instant midnight =
                LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
        return policy.get().rowsPerDay() - ExportLog.rowsSince(database, person, midnight, exceptJob);
    }

    /** How many rows an export may still come to have, should there be more by now than when it was asked for. */
    long mostRows(ExportJob job) {
        return Math.min(policy.get().mostRows(), left(database, job.operation().actor(), job.id()));
    }

    Refusal tooMany() {
        return Refusal.Invalid.at(
                "filter", Message.of("export.tooMany", policy.get().mostRows()));
    }

    /** The file of one's own export, as long as it is kept and one may still export what is in it. */
    public Optional<StoredFile> file(Caller caller, ExportJob job) {
        Long file = job.file();
        Instant expiry = job.expiresAt();
        if (file == null
                || expiry == null
                || expiry.isBefore(clock.instant())
                || !job.operation().belongsTo(caller.actor())) {
            return Optional.empty();
        }
        source(job.source()).open(caller.actor(), job.asked(), job.language());
        return files.find(file);
    }

    /** Removes the files that have expired; safe to run twice and on several nodes. */
    public int removeExpired() {
        int removed = 0;
        while (true) {
            List<Long> expired = database.transactionResult(configuration -> {
                List<Long> some = ExportLog.expire(configuration.dsl(), clock.instant());
                some.forEach(files::remove);
                return some;
            });
            if (expired.isEmpty()) {
                return removed;
            }
            removed += expired.size();
        }
    }
}
