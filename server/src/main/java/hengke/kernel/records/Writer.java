package hengke.kernel.records;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.money.Books;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The one way in which records are written. Every change, single or by the thousand, takes the same path in one
 * transaction: load and lock, access, field rights, values, rules, write, history, search text, event.
 */
public final class Writer {
    /** Two who create the same at once: the second looks again and is then refused properly. */
    private static final int ATTEMPTS = 8;

    private static final List<String> WORTH_ANOTHER_TRY = List.of("23505", "40001", "40P01");

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final WritePath path;

    /** @param apart commits at once and on connections of its own, see {@link Numbering} */
    public Writer(
            DSLContext database,
            DSLContext apart,
            LiveCatalog catalog,
            Rights rights,
            List<Rule> rules,
            Books books,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.path = new WritePath(catalog, rights, rules, books, clock, new Numbering(clock, apart));
    }

    /** A saved record and the operation that can be undone. */
    public record Saved(Row row, Operation operation) {}

    /** One change as an operation of its own; throws when refused. */
    public Saved save(Caller caller, ObjectDefinition object, Draft draft) {
        return inTransaction(transaction -> {
            Operation operation = OperationLog.open(
                    transaction,
                    caller,
                    kind(draft.action()),
                    object.name(),
                    label(object, draft.action()),
                    Status.DONE,
                    1);
            Verdict verdict = path.write(transaction, caller, operation, object, List.of(draft))
                    .getFirst();
            return switch (verdict) {
                case Verdict.Written(Row row, boolean _) -> new Saved(row, operation);
                case Verdict.Refused(Refusal refusal) -> throw refusal;
            };
        });
    }

    /** A part of a larger operation, in one transaction; refused drafts are left out, the others stand. */
    public List<Verdict> write(Caller caller, Operation operation, ObjectDefinition object, List<Draft> drafts) {
        return inTransaction(transaction -> write(transaction, caller, operation, object, drafts));
    }

    /** Several writes of one operation in one transaction, whatever their objects. */
    public <T> T inTransaction(Function<DSLContext, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.transactionResult(configuration -> work.apply(configuration.dsl()));
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !worthAnotherTry(e)) {
                    throw e;
                }
            }
        }
    }

    /** Whoever translates the database's exceptions keeps them as the cause. */
    private static boolean worthAnotherTry(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(each ->
                        each instanceof SQLException refused && WORTH_ANOTHER_TRY.contains(refused.getSQLState()));
    }

    /** Within a transaction that is already open. */
    public List<Verdict> write(
            DSLContext transaction, Caller caller, Operation operation, ObjectDefinition object, List<Draft> drafts) {
        return drafts.stream().allMatch(draft -> draft.lines().isEmpty())
                ? path.write(transaction, caller, operation, object, drafts)
                : drafts.stream()
                        .map(draft -> apart(transaction, caller, operation, object, draft))
                        .toList();
    }

    /** One record with its lines: where a line is refused nothing of it stays. */
    private Verdict apart(
            DSLContext transaction, Caller caller, Operation operation, ObjectDefinition object, Draft draft) {
        try {
            return transaction.transactionResult(nested -> {
                Verdict verdict = path.write(nested.dsl(), caller, operation, object, List.of(draft))
                        .getFirst();
                if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                    throw refusal;
                }
                return verdict;
            });
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal);
        }
    }

    /** What sums up these records is locked before they are, always in this order. */
    void lockParents(DSLContext transaction, ObjectDefinition object, List<Draft> drafts) {
        path.lockParents(transaction, object, drafts);
    }

    public LiveCatalog catalog() {
        return catalog;
    }

    private static Kind kind(Action action) {
        return switch (action) {
            case CREATE -> Kind.CREATE;
            case UPDATE -> Kind.EDIT;
            case DELETE -> Kind.DELETE;
            case RESTORE -> Kind.RESTORE;
        };
    }

    private static String label(ObjectDefinition object, Action action) {
        return Map.of(Action.CREATE, "新建", Action.UPDATE, "修改", Action.DELETE, "删除", Action.RESTORE, "恢复")
                        .get(action)
                + " "
                + object.label().chinese();
    }
}
