package hengke.kernel.records;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change on its way into the database: what was, what will be, and what is wrong with it. Rules work on these. */
public final class Edit {
    private final Action action;
    private final Draft draft;
    private final Row before;
    private Row after;
    private final List<Refusal.FieldError> errors = new ArrayList<>();
    private @Nullable Refusal refusal;

    Edit(Draft draft, Row before, Row after) {
        this.action = draft.action();
        this.draft = draft;
        this.before = before;
        this.after = after;
    }

    public Action action() {
        return action;
    }

    /** How it takes an earlier change back, if it does. */
    public Draft.@Nullable Back back() {
        return draft.back();
    }

    /** Are lines written with it? */
    public boolean withLines() {
        return draft.lines().stream().anyMatch(lines -> !lines.drafts().isEmpty());
    }

    Draft draft() {
        return draft;
    }

    /** The record as it was; empty for a new one. */
    public Row before() {
        return before;
    }

    /** The record as it will be. */
    public Row after() {
        return after;
    }

    public <T> void set(Field<T> field, @Nullable T value) {
        after = after.with(field, value);
    }

    /** As it is after what followed has changed it again. */
    void reread(Row stored) {
        after = stored;
    }

    void identify(long id, long version) {
        after = after.with(SystemFields.ID, id).with(SystemFields.VERSION, version);
    }

    /** Did this value change? For a new record: is there one? */
    public boolean changes(Field<?> field) {
        return !Objects.equals(before.get(field), after.get(field));
    }

    /** Did whoever changes the record say something about this field? */
    public boolean asked(Field<?> field) {
        return draft.values().containsKey(field);
    }

    /** The fields whose values differ, apart from the kernel's own, what is computed and what only follows. */
    public List<Field<?>> changed(ObjectDefinition object) {
        List<Field<?>> changed = new ArrayList<>();
        for (Field<?> field : object.fields()) {
            boolean follows = field.traits().is(Trait.FOLLOWING) && !asked(field);
            if (!field.traits().is(Trait.SYSTEM) && !follows && field.computation() == null && changes(field)) {
                changed.add(field);
            }
        }
        return changed;
    }

    /** Refuses the change because of one value. */
    public void refuse(Field<?> field, Message message) {
        errors.add(Refusal.FieldError.of(field.name(), message));
    }

    void refuse(Refusal.FieldError error) {
        errors.add(error);
    }

    /** Refuses the change as a whole. */
    public void refuse(Refusal reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }

    public boolean refused() {
        return refusal != null || !errors.isEmpty();
    }

    /** Why it is refused. */
    Refusal reason() {
        return refusal != null ? refusal : new Refusal.Invalid(errors);
    }
}
