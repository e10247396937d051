package hengke.kernel.access;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Visibility.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Why somebody may and may not do what with an object or one record of it, from the same reasons that decide it. */
public final class Explanation {
    private final Access access;
    private final DSLContext database;
    private final Actor actor;
    private final ObjectDefinition object;
    private final @Nullable Long id;

    /** @param id the record; without one, what may be done with any */
    Explanation(Access access, DSLContext database, Actor actor, ObjectDefinition object, @Nullable Long id) {
        this.access = access;
        this.database = database;
        this.actor = actor;
        this.object = object;
        this.id = id;
    }

    /** What was found about a verb: the reasons for it, or why there is none. */
    public record OfVerb(Verb verb, boolean allowed, List<Message> reasons) {}

    /** What was found about a field. */
    public record OfField(Field<?> field, FieldRight right, Message reason) {}

    public List<OfVerb> verbs() {
        return Arrays.stream(Verb.values()).map(this::of).toList();
    }

    public List<OfField> fields() {
        return object.fields().stream().map(this::of).toList();
    }

    private OfVerb of(Verb verb) {
        List<Reason> reasons = access.reasons(actor).of(object, verb);
        List<Message> holding = reasons.stream()
                .filter(reason -> id == null
                        || !Access.satisfying(database, object, reason.criterion(), Set.of(id))
                                .isEmpty())
                .map(Reason::name)
                .toList();
        if (!holding.isEmpty()) {
            return new OfVerb(verb, true, holding);
        }
        if (id == null && access.may(actor, object, verb)) {
            return new OfVerb(verb, true, List.of(Message.of("access.within")));
        }
        String refused = access.may(actor, object, verb) ? "access.outOfScope" : "access.noGrant";
        return new OfVerb(verb, false, List.of(Message.of(refused)));
    }

    private OfField of(Field<?> field) {
        return new OfField(field, access.right(actor, object, field), reason(field));
    }

    private Message reason(Field<?> field) {
        Standing standing = access.standing(actor);
        if (standing.everything(TokenScope.READ)) {
            return Message.of("access.administrator");
        }
        FieldRight right = access.right(actor, object, field);
        return standing.readers(object).stream()
                .filter(role -> role.mentions(object.name(), field.name()))
                .filter(role -> role.right(object.name(), field.name()) == right)
                .findFirst()
                .map(role -> Message.of("access.fieldByRole", role.name()))
                .orElseGet(() -> Message.of(
                        right == FieldRight.HIDDEN
                                ? "access.noGrant"
                                : right == FieldRight.EDIT ? "access.fieldUsual" : "access.fieldDerived"));
    }
}
