package hengke.kernel.metadata;

import hengke.kernel.metadata.formula.Checked;
import hengke.kernel.metadata.formula.Checker;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every business object of this installation at one moment: an immutable value. A change makes a new catalog with a
 * higher version.
 */
public final class Catalog {
    private final long version;
    private final Map<String, ObjectDefinition> objects;
    private final Map<String, ObjectDefinition> bases;
    private final Map<String, List<Child>> children;
    private final Map<String, List<SummedUp>> rollUps;

    /** Objects whose records live within, or point at, records of another. */
    public record Child(ObjectDefinition object, Field<?> reference) {
        /** True when the child lives within: it is seen, deleted and restored with its parent. */
        public boolean within() {
            return reference.traits().parent() != null;
        }

        /** Are they written and read together with the record they belong to? */
        public boolean lines() {
            Relation relation = reference.traits().parent();
            return relation != null && relation.position() != null;
        }

        /** The field that keeps the order of lines. */
        @SuppressWarnings("unchecked") // declared as such
        public Field<Long> position() {
            return (Field<Long>)
                    object.field(Objects.requireNonNull(relation().position())).orElseThrow();
        }

        /** Under which name they are listed on the record. */
        public Relation relation() {
            return Objects.requireNonNull(reference.traits().parent());
        }
    }

    /** Either the catalog or everything that is wrong with it. */
    public sealed interface Result permits Valid, Faulty {}

    public record Valid(Catalog catalog) implements Result {}

    public record Faulty(List<Fault> faults) implements Result {}

    /** One thing that is wrong, in a developer's or administrator's words. */
    public record Fault(String object, String field, String message) {
        @Override
        public String toString() {
            return object + "." + field + ": " + message;
        }
    }

    private Catalog(
            long version,
            Map<String, ObjectDefinition> objects,
            Map<String, ObjectDefinition> bases,
            Map<String, List<SummedUp>> rollUps) {
        this.version = version;
        this.objects = objects;
        this.bases = bases;
        this.children = childrenOf(objects);
        this.rollUps = rollUps;
    }

    /** Lays the overlay over the shipped objects and checks the whole. */
    public static Result build(List<BusinessObject> shipped, Overlay overlay) {
        Map<String, ObjectDefinition> objects = new LinkedHashMap<>();
        Map<String, ObjectDefinition> bases = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (ObjectDefinition base : Renaming.followed(definitions(shipped, overlay, faults), overlay)) {
            bases.put(base.name(), base);
            ObjectDefinition definition = overlay.over(base, faults);
            if (objects.put(definition.name(), definition) != null) {
                faults.add(new Fault(definition.name(), "", "two objects have this name"));
            }
        }
        faults.addAll(CatalogCheck.faults(objects));
        Map<String, ObjectDefinition> understood = CatalogFormulas.understood(objects, faults);
        Map<String, List<SummedUp>> rollUps = RollUps.of(understood, faults);
        return faults.isEmpty()
                ? new Valid(new Catalog(overlay.version(), understood, bases, rollUps))
                : new Faulty(faults);
    }

    private static List<ObjectDefinition> definitions(
            List<BusinessObject> shipped, Overlay overlay, List<Fault> faults) {
        List<ObjectDefinition> all = new ArrayList<>();
        shipped.forEach(object -> all.add(object.definition()));
        Map<String, Capability> offered = new LinkedHashMap<>();
        offered(all).forEach(capability -> offered.put(capability.name(), capability));
        overlay.own().stream().filter(OwnObject::living).forEach(own -> all.add(own.definition(offered, faults)));
        return all;
    }

    /** The capabilities that an own object may be given: those of shipped objects. */
    public List<Capability> offered() {
        return offered(bases.values());
    }

    private static List<Capability> offered(Collection<ObjectDefinition> objects) {
        return objects.stream()
                .flatMap(object -> object.capabilities().stream())
                .filter(Capability::offered)
                .distinct()
                .toList();
    }

    /** The catalog of shipped code alone; faults are a developer's mistake and loud. */
    public static Catalog of(BusinessObject... shipped) {
        return switch (build(List.of(shipped), Overlay.NONE)) {
            case Valid(Catalog catalog) -> catalog;
            case Faulty(List<Fault> faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    public long version() {
        return version;
    }

    public List<ObjectDefinition> objects() {
        return List.copyOf(objects.values());
    }

    public Optional<ObjectDefinition> find(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    /** The object of this name; for a name from outside that does not exist: not found. */
    public ObjectDefinition object(String name) {
        return find(name).orElseThrow(Refusal.NotFound::new);
    }

    /** The object as it is without what the company has changed about it. */
    public ObjectDefinition base(ObjectDefinition object) {
        return Optional.ofNullable(bases.get(object.name())).orElse(object);
    }

    /** The references that point at records of this object, and from where. */
    public List<Child> children(ObjectDefinition parent) {
        return children.getOrDefault(parent.name(), List.of());
    }

    /** What is written and read together with records of this object. */
    public List<Child> lines(ObjectDefinition parent) {
        return children(parent).stream().filter(Child::lines).toList();
    }

    /**
     * Reads a formula for a field of an object.
     *
     * @param self the field, where it is there already
     */
    public Checked check(ObjectDefinition object, String source, @Nullable Field<?> self) {
        return Checker.check(source, object, new CatalogKnown(this, object, self));
    }

    /** What is summed up of the records of this object elsewhere. */
    public List<SummedUp> rollUps(ObjectDefinition child) {
        return rollUps.getOrDefault(child.name(), List.of());
    }

    /** The objects a reference or link may point at. */
    public List<ObjectDefinition> targets(Field<?> field) {
        return objects.values().stream()
                .filter(object -> ObjectDefinition.pointsAt(field, object))
                .toList();
    }

    private static Map<String, List<Child>> childrenOf(Map<String, ObjectDefinition> objects) {
        Map<String, List<Child>> children = new LinkedHashMap<>();
        for (ObjectDefinition object : objects.values()) {
            for (Field<?> field : object.fields()) {
                for (ObjectDefinition target : objects.values()) {
                    if (ObjectDefinition.pointsAt(field, target)) {
                        children.computeIfAbsent(target.name(), _ -> new ArrayList<>())
                                .add(new Child(object, field));
                    }
                }
            }
        }
        return children;
    }
}
