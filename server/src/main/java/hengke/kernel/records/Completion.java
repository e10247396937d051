package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Unreadable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;

/** Gives new records the values nobody gave: defaults first, running numbers last. */
final class Completion {
    private final Clock clock;

    Completion(Clock clock) {
        this.clock = clock;
    }

    void complete(Batch batch) {
        for (Field<?> field : batch.object().fields()) {
            DefaultValue value = field.traits().defaultValue();
            if (value != null) {
                creating(batch).stream()
                        .filter(edit -> !edit.draft().values().containsKey(field))
                        .forEach(edit -> complete(batch, edit, field, value));
            }
        }
    }

    @SuppressWarnings("unchecked") // each default is only declared on fields of its kind
    private <T> void complete(Batch batch, Edit edit, Field<T> field, DefaultValue value) {
        switch (value) {
            case DefaultValue.Constant(JsonNode json) -> edit.set(field, read(field.type(), json));
            case DefaultValue.CurrentUser() -> {
                if (!batch.caller().actor().system()) {
                    edit.set((Field<Long>) field, batch.caller().actor().user());
                }
            }
            case DefaultValue.Now() -> {
                if (field.type() instanceof DateType) {
                    edit.set((Field<LocalDate>) field, LocalDate.now(clock));
                } else {
                    edit.set((Field<Object>) field, clock.instant().truncatedTo(ChronoUnit.MICROS));
                }
            }
            case DefaultValue.NextNumber(String _) -> {}
        }
    }

    /** A value of the product's own, as it is kept. */
    static <T> void give(Edit edit, Field<T> field, JsonNode value) {
        try {
            edit.set(field, field.type().readKept(value));
        } catch (Unreadable e) {
            throw new IllegalStateException("not a value of " + field + ": " + value, e);
        }
    }

    private static <T> T read(FieldType<T> type, JsonNode json) {
        try {
            return type.read(json);
        } catch (Unreadable e) {
            throw new IllegalStateException("a default does not fit its field: " + json, e);
        }
    }

    /**
     * Running numbers, taken last because the row that counts them stays locked until the transaction ends. A number
     * somebody has typed by hand is passed over.
     */
    void number(Batch batch) {
        for (Field<?> field : batch.object().fields()) {
            if (field.traits().defaultValue() instanceof DefaultValue.NextNumber(String pattern)) {
                List<Edit> wanting = creating(batch).stream()
                        .filter(edit -> !edit.refused() && edit.after().get(field) == null)
                        .toList();
                if (!wanting.isEmpty()) {
                    number(
                            batch,
                            field,
                            NumberRules.inForce(batch.database(), batch.object(), field, pattern),
                            wanting);
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // NextNumber is only declared on text
    private void number(Batch batch, Field<?> field, NumberRules.InForce rule, List<Edit> wanting) {
        NumberPattern pattern = rule.pattern();
        LocalDate today = LocalDate.ofInstant(clock.instant(), rule.zone());
        Deque<Edit> open = new ArrayDeque<>(wanting);
        while (!open.isEmpty()) {
            List<String> numbers =
                    pattern.next(batch.database(), NumberRules.counted(batch.object(), field), today, open.size());
            Set<String> taken = taken(batch, batch.object(), field, numbers);
            numbers.stream()
                    .filter(number -> !taken.contains(number))
                    .forEach(number -> open.pop().set((Field<String>) field, number));
        }
    }

    private static Set<String> taken(Batch batch, ObjectDefinition object, Field<?> field, List<String> numbers) {
        org.jooq.Field<String> column = field(name(field.column()), String.class);
        return batch.database()
                .select(column)
                .from(table(name(object.table())))
                .where(column.eq(DSL.any(numbers.toArray(String[]::new))))
                .fetchSet(column);
    }

    private static List<Edit> creating(Batch batch) {
        return batch.edits().stream()
                .filter(edit -> edit.action() == Action.CREATE)
                .toList();
    }
}
