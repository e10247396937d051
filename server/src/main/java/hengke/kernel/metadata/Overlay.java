package hengke.kernel.metadata;

import hengke.kernel.metadata.Catalog.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a company has changed about the shipped objects: laid over the code, never a copy of it, so that an upgrade of
 * the code reaches everybody.
 *
 * @param version grows with every change
 * @param objects what is other about each object, by its name
 * @param own objects that the company has added, deleted ones too
 * @param retired own fields that were deleted
 */
public record Overlay(
        long version, Map<String, ObjectOverlay> objects, List<OwnObject> own, List<RetiredField> retired) {
    public static final Overlay NONE = new Overlay(1, Map.of(), List.of(), List.of());
    /** How the names of a company's own fields, and of their columns, begin. */
    public static final String OWN = "c_";

    public Overlay {
        Map<String, ObjectOverlay> changed = new LinkedHashMap<>(objects);
        changed.values().removeIf(ObjectOverlay.NONE::equals);
        objects = Map.copyOf(changed);
        own = List.copyOf(own);
        retired = List.copyOf(retired);
    }

    public ObjectOverlay of(String object) {
        return objects.getOrDefault(object, ObjectOverlay.NONE);
    }

    public Overlay with(String object, ObjectOverlay other) {
        Map<String, ObjectOverlay> changed = new LinkedHashMap<>(objects);
        changed.put(object, other);
        return new Overlay(version, changed, own, retired);
    }

    public Overlay atVersion(long other) {
        return new Overlay(other, objects, own, retired);
    }

    /** The own object of this name, deleted or not. */
    public Optional<OwnObject> own(String object) {
        return own.stream().filter(each -> each.name().equals(object)).findFirst();
    }

    /** With an own object that is new, or in the place of the one of the same name. */
    public Overlay with(OwnObject object) {
        List<OwnObject> all = new ArrayList<>(own);
        int place = own(object.name()).map(all::indexOf).orElse(all.size());
        if (place < all.size()) {
            all.set(place, object);
        } else {
            all.add(object);
        }
        return new Overlay(version, objects, all, retired);
    }

    /** The deleted own field of this name, whether or not its values are still there. */
    public Optional<RetiredField> retired(String object, String field) {
        return retired.stream().filter(each -> each.is(object, field)).findFirst();
    }

    /** With an own field deleted: nobody sees it any more, its values stay. */
    public Overlay retire(RetiredField field) {
        List<RetiredField> more = new ArrayList<>(retired);
        more.add(field.with(of(field.object()).transitions().get(field.field().name())));
        Overlay without =
                with(field.object(), of(field.object()).without(field.field().name()));
        return without.withRetired(more);
    }

    /** With a deleted own field back in its object. */
    public Overlay restore(RetiredField field) {
        List<RetiredField> fewer = new ArrayList<>(retired);
        fewer.removeIf(each -> each.is(field.object(), field.field().name()));
        ObjectOverlay object = of(field.object()).adding(field.field());
        Transitions rules = field.transitions();
        Overlay back = with(
                field.object(),
                rules == null ? object : object.moving(field.field().name(), rules));
        return back.withRetired(fewer);
    }

    /** With other words about deleted fields. */
    public Overlay withRetired(List<RetiredField> others) {
        return new Overlay(version, objects, own, others);
    }

    ObjectDefinition over(ObjectDefinition shipped, List<Fault> faults) {
        ObjectOverlay changes = of(shipped.name());
        List<Field<?>> fields = new ArrayList<>();
        shipped.fields().forEach(field -> fields.add(changes.over(field)));
        for (Field<?> own : changes.added()) {
            if (!own.name().startsWith(OWN)) {
                faults.add(new Fault(shipped.name(), own.name(), "an own field's name begins with " + OWN));
            }
            fields.add(fields.size() - SystemFields.ALL.size(), own);
        }
        ObjectDefinition laid = shipped.withFields(fields)
                .withTransitions(changes.transitions())
                .withForms(changes.forms());
        return changes.names() == null ? laid : laid.withNames(changes.names());
    }
}
