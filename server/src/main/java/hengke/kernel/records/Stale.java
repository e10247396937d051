package hengke.kernel.records;

import hengke.kernel.history.ChangeLog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody else has changed the record since it was read: the conflict says what it holds now, so that one can merge. */
public final class Stale {
    public static final String CODE = "stale";

    private Stale() {}

    static Refusal conflict(ObjectDefinition object, Edit edit) {
        List<Field<?>> fields = edit.draft().values().keySet().stream()
                .filter(field -> !field.traits().is(Trait.DERIVED))
                .toList();
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("current", ChangeLog.values(edit.before(), fields));
        details.put("version", edit.before().version());
        details.put(
                "changedBy",
                new Refusal.Person(Objects.requireNonNull(edit.before().get(SystemFields.UPDATED_BY))));
        details.put("changedAt", String.valueOf(edit.before().get(SystemFields.UPDATED_AT)));
        return new Refusal.Conflict(CODE, Message.of("records.stale", object.label()), details);
    }
}
