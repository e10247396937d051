package hengke.kernel.access;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Visibility.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Why somebody may and may not do what with an object or one record of it, from the same reasons that decide it. */
public final class Explanation {
    private static final List<Message> NO_GRANT = List.of(Message.of("access.noGrant"));

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

    /** What was found about what is neither a verb nor a field: a command, or an act that follows from other rights. */
    public record OfAct(String name, boolean allowed, List<Message> reasons) {}

    public List<OfVerb> verbs() {
        return Arrays.stream(Verb.values()).map(this::of).toList();
    }

    public List<OfField> fields() {
        return object.fields().stream().map(this::of).toList();
    }

    /** What the product itself lets people do with records besides the verbs. */
    public List<OfAct> acts() {
        List<OfAct> acts = new ArrayList<>();
        if (access.shareable(object)) {
            acts.add(like("share", Verb.EDIT));
        }
        List<Field<?>> masked = object.fields().stream()
                .filter(field -> access.right(actor, object, field) == FieldRight.MASKED)
                .<Field<?>>map(field -> field)
                .toList();
        if (!masked.isEmpty()) {
            List<Message> shown = masked.stream()
                    .filter(field -> access.reveals(actor, object, field))
                    .map(field -> Message.of("access.reveals", field.label()))
                    .toList();
            acts.add(new OfAct("reveal", !shown.isEmpty(), shown.isEmpty() ? NO_GRANT : shown));
        }
        acts.add(like("restore", Verb.DELETE));
        boolean administrator = access.administrator(actor);
        acts.add(new OfAct(
                "purge",
                administrator,
                List.of(Message.of(administrator ? "access.administrator" : "access.administratorsOnly"))));
        return acts;
    }

    private OfAct like(String name, Verb verb) {
        OfVerb found = of(verb);
        return new OfAct(name, found.allowed(), found.reasons());
    }

    /**
     * Why a command may and may not be used.
     *
     * @param offered what has to hold of a record for it to make sense
     */
    public OfAct command(String name, Criterion offered) {
        OfVerb read = of(Verb.READ);
        if (!read.allowed()) {
            return new OfAct(name, false, read.reasons());
        }
        if (!access.mayRun(actor, object, name)) {
            return new OfAct(name, false, NO_GRANT);
        }
        boolean sensible = id == null
                || !Access.satisfying(database, object, offered, Set.of(id)).isEmpty();
        return sensible
                ? new OfAct(name, true, access.standing(actor).commandsFrom(object, name))
                : new OfAct(name, false, List.of(Message.of("access.commandNotNow")));
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
        Optional<Limit> limit = limit(verb);
        if (limit.isPresent()) {
            return new OfVerb(verb, false, List.of(limit.get().rule()));
        }
        Following following = access.following(object);
        if (id != null && access.may(actor, object, verb) && !following.carries(verb)) {
            return new OfVerb(
                    verb,
                    false,
                    List.of(
                            Message.of("access.outOfScope"),
                            Message.of("access.following." + following.name().toLowerCase(Locale.ROOT))));
        }
        String refused = access.may(actor, object, verb) ? "access.outOfScope" : "access.noGrant";
        return new OfVerb(verb, false, List.of(Message.of(refused)));
    }

    /** What this record fails, although a right reaches it. */
    private Optional<Limit> limit(Verb verb) {
        Long record = id;
        return record == null || !access.may(actor, object, verb)
                ? Optional.empty()
                : access.limits(actor, object, verb).stream()
                        .filter(limit -> Access.satisfying(database, object, limit.within(), Set.of(record))
                                .isEmpty())
                        .findFirst();
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
