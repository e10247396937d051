package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldChange;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.ObjectOverlay;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.RetiredField;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of objects as administrators add, change, delete and restore them. */
public final class OwnFields {
    private final Place changes;
    private final StoredValues stored;
    private final FieldUses uses;
    private final Clock clock;

    /** What came of it; the notes say what it means for records that are there. */
    public record Made(Catalog catalog, Field<?> field, List<Message> notes) {}

    OwnFields(Place changes, StoredValues stored, FieldUses uses, Clock clock) {
        this.changes = changes;
        this.stored = stored;
        this.uses = uses;
        this.clock = clock;
    }

    /** The same in another place, such as a draft. */
    public OwnFields in(Place place) {
        return new OwnFields(place, stored, uses, clock);
    }

    /**
     * Adds an own field.
     *
     * @param seen the version of the catalog that the administrator looked at; null when that does not matter
     */
    public Made add(Actor by, @Nullable Long seen, String objectName, Field<?> wished) {
        Catalog catalog = changes.make(by, seen, (overlay, before) -> {
            ObjectDefinition object = before.object(objectName);
            refuse(new FieldCheck(before, object, overlay).added(wished));
            return overlay.with(objectName, overlay.of(objectName).adding(wished));
        });
        ObjectDefinition object = catalog.object(objectName);
        List<Message> notes =
                new ValueCheck(stored, object).notes(wished, wished.traits().is(Trait.REQUIRED));
        return new Made(catalog, object.field(wished.name()).orElseThrow(), notes);
    }

    /** Changes an own field, or what a company may say of a shipped one. */
    public Made change(Actor by, @Nullable Long seen, String objectName, Field<?> wished) {
        List<Message> notes = new ArrayList<>();
        Catalog catalog = changes.make(by, seen, (overlay, before) -> {
            ObjectDefinition object = before.object(objectName);
            Field<?> present = object.field(wished.name()).orElseThrow(Refusal.NotFound::new);
            ValueCheck values = new ValueCheck(stored, object);
            List<FieldError> errors = new ArrayList<>(new FieldCheck(before, object, overlay).changed(wished));
            errors.addAll(MoveRules.missingOptions(object, wished));
            errors.addAll(FormDesign.missingOptions(before, object, wished));
            errors.addAll(values.losses(present, wished));
            refuse(errors);
            notes.clear();
            notes.addAll(values.notes(
                    present,
                    wished.traits().is(Trait.REQUIRED) && !present.traits().is(Trait.REQUIRED)));
            return overlay.with(objectName, changed(overlay.of(objectName), before.base(object), present, wished));
        });
        return new Made(catalog, catalog.object(objectName).field(wished.name()).orElseThrow(), notes);
    }

    private static ObjectOverlay changed(
            ObjectOverlay overlay, ObjectDefinition base, Field<?> present, Field<?> wished) {
        if (overlay.own(wished.name()).isPresent()) {
            return overlay.replacing(wished);
        }
        Field<?> shipped = base.field(wished.name()).orElseThrow(Refusal.NotFound::new);
        refuse(ShippedCheck.errors(shipped, present, wished));
        return overlay.changing(wished.name(), FieldChange.between(shipped, wished));
    }

    /** Deletes an own field: nobody sees it from now on, and for 30 days it can be restored with all its values. */
    public Catalog retire(Actor by, @Nullable Long seen, String objectName, String fieldName) {
        return changes.make(by, seen, (overlay, before) -> {
            Field<?> present = before.object(objectName).field(fieldName).orElseThrow(Refusal.NotFound::new);
            Field<?> own = overlay.of(objectName)
                    .own(present.name())
                    .orElseThrow(() -> new Refusal.Conflict("shipped", Message.of("catalog.shippedStays"), Map.of()));
            uses.refuseWhileHeld(before, before.object(objectName), own);
            FormDesign.refuseWhenUsed(before.object(objectName), own);
            return overlay.retire(new RetiredField(
                    objectName, own, clock.instant().truncatedTo(ChronoUnit.MILLIS), by.user(), false));
        });
    }

    /** Takes a deleted field back. */
    public Made restore(Actor by, @Nullable Long seen, String objectName, String fieldName) {
        Catalog catalog = changes.make(by, seen, (overlay, before) -> {
            ObjectDefinition object = before.object(objectName);
            RetiredField retired = overlay.retired(objectName, fieldName).orElseThrow(Refusal.NotFound::new);
            if (retired.dropped()) {
                throw new Refusal.Conflict("gone", Message.of("catalog.valuesGone"), Map.of());
            }
            Overlay without = overlay.withRetired(List.of());
            refuse(new FieldCheck(before, object, without).added(retired.field()));
            return overlay.restore(retired.with(MoveRules.stillPossible(object, retired.transitions())));
        });
        return new Made(catalog, catalog.object(objectName).field(fieldName).orElseThrow(), List.of());
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
