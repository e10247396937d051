package hengke.kernel.configuration;

import hengke.kernel.configuration.FieldUses.Kind;
import hengke.kernel.configuration.FieldUses.Use;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Difference;
import hengke.kernel.metadata.Difference.What;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what a change of objects and fields would mean for records, views and roles. */
final class ImpactOf {
    private final StoredValues stored;
    private final FieldUses uses;

    ImpactOf(StoredValues stored, FieldUses uses) {
        this.stored = stored;
        this.uses = uses;
    }

    Impact of(Overlay present, Catalog before, Overlay next, Catalog after) {
        List<Impact.Effect> effects = new ArrayList<>();
        List<FieldError> faults = new ArrayList<>();
        for (Difference difference : Difference.between(present, next)) {
            effects.add(new Impact.Effect(difference, notes(difference, before, after)));
            faults.addAll(faults(difference, before, after));
        }
        return new Impact(effects, faults, List.of(), before, after);
    }

    private List<Message> notes(Difference difference, Catalog before, Catalog after) {
        Optional<ObjectDefinition> was = before.find(difference.object());
        Optional<ObjectDefinition> is = after.find(difference.object());
        List<Message> notes = new ArrayList<>();
        if (difference.what() == What.OBJECT_DELETED && was.isPresent()) {
            counted(notes, "catalog.recordsHidden", stored.records(was.get()));
        }
        Optional<Field<?>> left = was.flatMap(object -> object.field(difference.field()));
        Optional<Field<?>> kept = is.flatMap(object -> object.field(difference.field()));
        if (difference.what() == What.FIELD_DELETED && left.isPresent()) {
            counted(notes, "catalog.valuesHidden", stored.with(was.orElseThrow(), left.get()));
            named(notes, uses.of(before, was.orElseThrow(), left.get()));
        }
        boolean newlyRequired = kept.filter(field -> field.traits().is(Trait.REQUIRED))
                        .isPresent()
                && left.filter(field -> field.traits().is(Trait.REQUIRED)).isEmpty();
        if (newlyRequired && was.isPresent()) {
            counted(notes, "catalog.requiredLater", stored.without(was.get(), kept.orElseThrow()));
        }
        return notes;
    }

    private static void counted(List<Message> notes, String message, int count) {
        if (count > 0) {
            notes.add(Message.of(message, count));
        }
    }

    /** Everybody that would be less without it; what could not be without it is refused where it is deleted. */
    private static void named(List<Message> notes, List<Use> uses) {
        for (Kind kind : Kind.values()) {
            List<Use> its = uses.stream().filter(use -> use.kind() == kind).toList();
            if (!kind.holding() && !its.isEmpty()) {
                notes.add(Message.of("catalog.usedBy." + kind.wire(), its.size(), FieldUses.spoken(its)));
            }
        }
    }

    private List<FieldError> faults(Difference difference, Catalog before, Catalog after) {
        Optional<ObjectDefinition> object = before.find(difference.object());
        Optional<Field<?>> was = object.flatMap(its -> its.field(difference.field()));
        Optional<Field<?>> is = after.find(difference.object()).flatMap(its -> its.field(difference.field()));
        String path = difference.object() + "." + difference.field() + ".";
        if (difference.what() == What.FIELD_DELETED && was.isPresent()) {
            return held(path, before, object.orElseThrow(), was.get());
        }
        if (was.isEmpty() || is.isEmpty()) {
            return List.of();
        }
        return new ValueCheck(stored, object.orElseThrow())
                .losses(was.get(), is.get()).stream()
                        .map(error ->
                                new FieldError(path + error.field(), error.code(), error.message(), error.details()))
                        .toList();
    }

    /** What was set up with a field after the draft had let it go. */
    private List<FieldError> held(String path, Catalog before, ObjectDefinition object, Field<?> leaving) {
        List<Use> uses = this.uses.setUp(before, object, leaving);
        return uses.isEmpty()
                ? List.of()
                : List.of(FieldError.of(
                        path + "deleted", Message.of("catalog.fieldInUse", leaving.label(), FieldUses.spoken(uses))));
    }
}
