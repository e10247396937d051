package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records, in which order, how many, and what of them.
 *
 * @param narrowing a condition that only SQL can answer, given by search
 * @param hint a condition that follows from the criterion and has an index where the criterion has none
 * @param after the cursor of the page before; null for the first page
 * @param fields the fields to read; id and version always are
 * @param deleted the recycle bin instead of the living records
 * @param marks conditions of which each row tells whether they hold of it
 */
public record Selection(
        ObjectDefinition object,
        Visibility visibility,
        Criterion criterion,
        @Nullable Narrowing narrowing,
        @Nullable Narrowing hint,
        List<SortKey> sort,
        int limit,
        @Nullable String after,
        Counting counting,
        List<Field<?>> fields,
        boolean deleted,
        Map<String, Criterion> marks) {
    public static final int MOST = 500;
    private static final int USUAL = 50;

    /** How carefully to count what matches. */
    public enum Counting {
        NONE,
        /** Stops at {@value Pages#CAP}. */
        CAPPED,
        EXACT
    }

    /** A further condition on the rows of the object asked about. */
    @FunctionalInterface
    public interface Narrowing {
        org.jooq.Condition on(Alias row);
    }

    public Selection {
        if (limit < 1 || limit > MOST) {
            throw Refusal.Invalid.at("limit", Message.of("query.limit", MOST));
        }
        sort = List.copyOf(sort);
        fields = List.copyOf(fields);
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    /** The newest records somebody may see, with all fields. */
    public static Selection of(ObjectDefinition object, Visibility visibility) {
        return new Selection(
                object,
                visibility,
                Criterion.ALWAYS,
                null,
                null,
                List.of(),
                USUAL,
                null,
                Counting.NONE,
                object.fields(),
                false,
                Map.of());
    }

    /** Only those that also meet this. */
    public Selection where(Criterion more) {
        return new Selection(
                object,
                visibility,
                Criterion.all(criterion, more),
                narrowing,
                hint,
                sort,
                limit,
                after,
                counting,
                fields,
                deleted,
                marks);
    }

    public Selection narrowed(@Nullable Narrowing condition) {
        return new Selection(
                object, visibility, criterion, condition, hint, sort, limit, after, counting, fields, deleted, marks);
    }

    public Selection helpedBy(Narrowing known) {
        return new Selection(
                object, visibility, criterion, narrowing, known, sort, limit, after, counting, fields, deleted, marks);
    }

    public Selection sorted(List<SortKey> keys) {
        return new Selection(
                object, visibility, criterion, narrowing, hint, keys, limit, after, counting, fields, deleted, marks);
    }

    public Selection limit(int most) {
        return new Selection(
                object, visibility, criterion, narrowing, hint, sort, most, after, counting, fields, deleted, marks);
    }

    public Selection after(@Nullable String cursor) {
        return new Selection(
                object, visibility, criterion, narrowing, hint, sort, limit, cursor, counting, fields, deleted, marks);
    }

    public Selection counting(Counting how) {
        return new Selection(
                object, visibility, criterion, narrowing, hint, sort, limit, after, how, fields, deleted, marks);
    }

    public Selection reading(List<Field<?>> wanted) {
        return new Selection(
                object, visibility, criterion, narrowing, hint, sort, limit, after, counting, wanted, deleted, marks);
    }

    public Selection inRecycleBin(boolean bin) {
        return new Selection(
                object, visibility, criterion, narrowing, hint, sort, limit, after, counting, fields, bin, marks);
    }

    /** Every row tells which of these hold of it. */
    public Selection marking(Map<String, Criterion> conditions) {
        return new Selection(
                object,
                visibility,
                criterion,
                narrowing,
                hint,
                sort,
                limit,
                after,
                counting,
                fields,
                deleted,
                conditions);
    }
}
