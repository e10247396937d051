package hengke.receivables;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import hengke.kernel.transfer.reading.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what came by a bank's statement, each entry once, as one operation that can be undone. */
@Component
public final class BankStatements {
    private static final int PART = 500;

    private final BankEntry entry;
    private final Writer writer;
    private final LiveCatalog live;
    private final Access access;

    BankStatements(BankEntry entry, Writer writer, LiveCatalog live, Access access) {
        this.entry = entry;
        this.writer = writer;
        this.live = live;
        this.access = access;
    }

    /**
     * What became of a statement.
     *
     * @param known entries that were there already
     * @param outgoing rows of money that went out
     * @param operation null where nothing is new
     */
    public record Taken(
            int created,
            int known,
            int outgoing,
            List<Faulty> faulty,
            @Nullable Operation operation) {}

    /** A row that could not be taken. */
    public record Faulty(int row, Message reason) {}

    public Taken take(Caller caller, InputStream content, String fileName) {
        ObjectDefinition entries = live.current().object(entry.name());
        access.require(caller.actor(), entries, Verb.CREATE);
        access.require(caller.actor(), entries, Verb.IMPORT);
        BankStatement statement = read(content, fileName);
        // What the bank wrote is kept by the product: nobody types it.
        Caller keeper = new Caller(caller.actor(), caller.through(), true);
        return writer.inTransaction(transaction -> write(transaction, keeper, entries, statement, fileName));
    }

    private static BankStatement read(InputStream content, String fileName) {
        try {
            Path local = Files.createTempFile("statement", ".sheet");
            try {
                Files.copy(content, local, StandardCopyOption.REPLACE_EXISTING);
                try (SheetFile file = SheetFile.open(local, fileName)) {
                    return BankStatement.read(file);
                }
            } finally {
                Files.deleteIfExists(local);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taken write(
            DSLContext transaction, Caller keeper, ObjectDefinition entries, BankStatement statement, String fileName) {
        // Of statements that are taken in at once each sees what the other has brought.
        transaction.fetch("select pg_advisory_xact_lock(790, 0)");
        Map<String, BankStatement.Line> fresh = new LinkedHashMap<>();
        statement.lines().forEach(line -> fresh.putIfAbsent(line.mark(), line));
        known(transaction, entries, fresh.keySet()).forEach(fresh::remove);
        List<Faulty> faulty = new ArrayList<>(statement.faulty().stream()
                .map(each -> new Faulty(each.row(), each.reason()))
                .toList());
        int all = statement.lines().size();
        if (fresh.isEmpty()) {
            return new Taken(0, all, statement.outgoing(), faulty, null);
        }
        Operation operation = OperationLog.open(
                transaction,
                keeper,
                Operation.Kind.IMPORT,
                entries.name(),
                fileName,
                Operation.Status.DONE,
                fresh.size());
        List<BankStatement.Line> lines = List.copyOf(fresh.values());
        int created = 0;
        for (int from = 0; from < lines.size(); from += PART) {
            List<Draft> drafts = lines.subList(from, Math.min(from + PART, lines.size())).stream()
                    .map(this::draft)
                    .toList();
            for (Verdict verdict : writer.write(transaction, keeper, operation, entries, drafts)) {
                if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                    throw refusal;
                }
                created++;
            }
        }
        return new Taken(created, all - created, statement.outgoing(), faulty, operation);
    }

    private Set<String> known(DSLContext transaction, ObjectDefinition entries, Set<String> marks) {
        var mark = field(name(entry.mark.column()), SQLDataType.CLOB);
        return transaction
                .select(mark)
                .from(table(name(entries.table())))
                .where(mark.eq(DSL.any(marks.toArray(String[]::new))))
                .and(field(name("deleted_at")).isNull())
                .fetchSet(mark);
    }

    private Draft draft(BankStatement.Line line) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(entry.day, line.day());
        values.put(entry.amount, Money.asked(line.amount(), line.currency()));
        values.put(entry.payer, line.payer());
        values.put(entry.payerAccount, line.account());
        values.put(entry.remark, line.remark());
        values.put(entry.reference, line.reference());
        values.put(entry.mark, line.mark());
        values.put(entry.raw, line.raw());
        return Draft.create(values);
    }
}
