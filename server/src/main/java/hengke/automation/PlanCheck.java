package hengke.automation;

import hengke.capability.flow.TreeCheck;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.calendar.Rhythm;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Happenings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with a plan, each at its place: {@code trigger.field}, {@code nodes[1].ways[0].nodes[2].values.level}. It
 * is judged with the eyes of whoever the automation acts as.
 */
@Component
public final class PlanCheck {
    private static final int MOST_DAYS = 3_660;
    private static final Set<String> WAYS_IN = Set.of("web", "intake", "api", "import");

    private final Access access;
    private final StepCheck steps;
    private final List<Happenings> happenings;

    PlanCheck(Access access, StepCheck steps, List<Happenings> happenings) {
        this.access = access;
        this.happenings = happenings;
        this.steps = steps;
    }

    /** Throws what is wrong. */
    public void require(Actor actor, ObjectDefinition object, Plan plan) {
        List<FieldError> errors = new ArrayList<>();
        if (!access.may(actor, object, Verb.READ)) {
            errors.add(FieldError.of("acting", Message.of("automation.actingBlind", object.label())));
        }
        TreeCheck<Step> tree = new TreeCheck<>(filter -> access.resolve(actor, object, filter), errors);
        trigger(actor, object, plan, errors);
        if (plan.when() != null) {
            tree.condition("when", plan.when());
        }
        if (plan.nodes().isEmpty()) {
            errors.add(FieldError.of("nodes", Message.of("automation.noNodes")));
        }
        StepCheck.One one = steps.of(actor, object, tree, errors);
        tree.nodes("nodes", plan.nodes(), (at, step, _) -> one.step(at + ".", step));
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    /** What can happen to records of an object. */
    public List<Happenings.Happening> happenings(ObjectDefinition object) {
        return happenings.stream()
                .filter(each -> each.concern(object))
                .flatMap(each -> each.all().stream())
                .toList();
    }

    private void trigger(Actor actor, ObjectDefinition object, Plan plan, List<FieldError> errors) {
        switch (plan.trigger()) {
            case Trigger.Created(List<String> through) -> {
                if (!WAYS_IN.containsAll(through)) {
                    errors.add(FieldError.of("trigger.through", Message.of("automation.wayIn", WAYS_IN)));
                }
            }
            case Trigger.Changed(List<String> fields) ->
                fields.forEach(name -> field(actor, object, "trigger.fields", name, errors));
            case Trigger.Became became -> {
                Field<?> field = field(actor, object, "trigger.field", became.field(), errors);
                if (became.values().isEmpty()) {
                    errors.add(FieldError.of("trigger.values", Message.of("automation.noValues")));
                }
                if (field != null) {
                    became.values().forEach(value -> readable(field, value, errors));
                }
            }
            case Trigger.Event(List<String> events) -> {
                if (events.isEmpty()) {
                    errors.add(FieldError.of("trigger.events", Message.of("automation.noEvents")));
                }
                List<String> known = happenings(object).stream()
                        .map(Happenings.Happening::name)
                        .toList();
                events.stream()
                        .filter(event -> !known.contains(event))
                        .forEach(event ->
                                errors.add(FieldError.of("trigger.events", Message.of("automation.noEvent", event))));
            }
            case Trigger.Day day -> {
                Field<?> field = field(actor, object, "trigger.field", day.field(), errors);
                if (field != null && !dated(field)) {
                    errors.add(FieldError.of("trigger.field", Message.of("automation.notDated", field.label())));
                }
                if (Math.abs(day.days()) > MOST_DAYS) {
                    errors.add(FieldError.of("trigger.days", Message.of("automation.days", MOST_DAYS)));
                }
            }
            case Trigger.Called called -> {
                Field<?> field = field(actor, object, "trigger.field", called.field(), errors);
                if (field != null && !(field.type() instanceof TextualType || field.type() instanceof IntegerType)) {
                    errors.add(FieldError.of("trigger.field", Message.of("automation.notFindable", field.label())));
                }
                if (!pointer(called.pointer())) {
                    errors.add(FieldError.of("trigger.pointer", Message.of("automation.pointer")));
                }
            }
            case Trigger.Button _ -> {}
            case Trigger.Schedule schedule -> {
                if (schedule.every() == Rhythm.Every.WEEK && schedule.weekdays().isEmpty()) {
                    errors.add(FieldError.of("trigger.weekdays", Message.of("automation.noWeekdays")));
                }
                if (schedule.every() == Rhythm.Every.MONTH && (schedule.day() < 1 || schedule.day() > 31)) {
                    errors.add(FieldError.of("trigger.day", Message.of("automation.dayOfMonth")));
                }
                if (plan.when() == null) {
                    errors.add(FieldError.of("when", Message.of("automation.scheduleNeedsFilter")));
                }
            }
        }
    }

    /** Is it a place in JSON, as RFC 6901 writes it? */
    static boolean pointer(String text) {
        return text.matches("(/([^~/]|~[01]){0,100}){1,20}");
    }

    /** Is it a field that tells a day? */
    static boolean dated(Field<?> field) {
        return field.computation() == null
                && (field.type() instanceof DateType || field.type() instanceof DateTimeType);
    }

    private @Nullable Field<?> field(
            Actor actor, ObjectDefinition object, String at, String name, List<FieldError> errors) {
        Field<?> field = object.field(name).orElse(null);
        if (field == null || !access.readsThroughout(actor, object, field)) {
            errors.add(FieldError.of(at, Message.of("automation.noField", name)));
            return null;
        }
        return field;
    }

    private static void readable(Field<?> field, JsonNode value, List<FieldError> errors) {
        try {
            field.type().read(value);
        } catch (Unreadable unreadable) {
            errors.add(FieldError.of("trigger.values", unreadable.reason()));
        }
    }
}
