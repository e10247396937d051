package hengke.kernel.records;

import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Unreadable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Gives new records the values nobody gave, but for their numbers. */
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

    private static List<Edit> creating(Batch batch) {
        return batch.edits().stream()
                .filter(edit -> edit.action() == Action.CREATE)
                .toList();
    }
}
