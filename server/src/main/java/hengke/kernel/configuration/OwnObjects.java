package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Names;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.OwnObject.Retirement;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects that a company adds: added, changed, deleted and restored by administrators; and the names of all. */
public final class OwnObjects {
    private static final Pattern FORM = Pattern.compile("x-[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;
    private static final int MOST = 200;
    /** The table of search texts beside an object's own would have the same name. */
    private static final String RESERVED = "-search";

    private final Place changes;
    private final Clock clock;

    OwnObjects(Place changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** The same in another place, such as a draft. */
    public OwnObjects in(Place place) {
        return new OwnObjects(place, clock);
    }

    /**
     * Adds an object with its first fields.
     *
     * @param seen the version of the catalog that the administrator looked at; null when that does not matter
     */
    public Catalog add(Actor by, @Nullable Long seen, OwnObject wished, List<Field<?>> fields) {
        return changes.make(by, seen, (overlay, before) -> {
            List<FieldError> errors = new ArrayList<>(nameErrors(wished.name(), overlay, before));
            errors.addAll(errors(wished, before));
            refuse(errors);
            Overlay next = overlay.with(wished);
            for (int i = 0; i < fields.size(); i++) {
                next = withField(next, wished, fields.get(i), "fields[" + i + "].");
            }
            return next;
        });
    }

    private Overlay withField(Overlay overlay, OwnObject object, Field<?> field, String path) {
        Catalog so = changes.at(overlay);
        refuse(new FieldCheck(so, so.object(object.name()), overlay)
                .added(field).stream()
                        .map(error ->
                                new FieldError(path + error.field(), error.code(), error.message(), error.details()))
                        .toList());
        return overlay.with(object.name(), overlay.of(object.name()).adding(field));
    }

    /** Changes what it is called, where it stands and what it can do. */
    public Catalog change(Actor by, @Nullable Long seen, OwnObject wished) {
        return changes.make(by, seen, (overlay, before) -> {
            if (overlay.own(wished.name()).filter(OwnObject::living).isEmpty()) {
                throw new Refusal.NotFound();
            }
            refuse(errors(wished, before));
            return overlay.with(wished);
        });
    }

    /** Calls an object that comes with the product otherwise, or again by the name it came with. */
    public Catalog rename(Actor by, @Nullable Long seen, String name, @Nullable Names names) {
        return changes.make(by, seen, (overlay, before) -> {
            Names usual = shipped(before, name);
            refuse(labelErrors(name, (names == null ? usual : names).one(), before));
            return overlay.with(name, overlay.of(name).named(usual.equals(names) ? null : names));
        });
    }

    /** What an object that comes with the product is called there. */
    public static Names shipped(Catalog catalog, String name) {
        ObjectDefinition base = catalog.base(catalog.object(name));
        return new Names(base.label(), base.plural());
    }

    /** Deletes an object: nobody sees it from now on, and for 30 days it can be restored with all its records. */
    public Catalog retire(Actor by, @Nullable Long seen, String name) {
        return changes.make(by, seen, (overlay, before) -> {
            ObjectDefinition object = before.object(name);
            OwnObject own = overlay.own(name)
                    .orElseThrow(
                            () -> new Refusal.Conflict("shipped", Message.of("catalog.shippedObjectStays"), Map.of()));
            String pointing = pointing(before, object);
            if (!pointing.isEmpty()) {
                throw new Refusal.Conflict("inUse", Message.of("catalog.objectPointedAt", pointing), Map.of());
            }
            return overlay.with(
                    own.retired(new Retirement(clock.instant().truncatedTo(ChronoUnit.MILLIS), by.user(), false)));
        });
    }

    /** The fields of other objects that point at this one, in words. */
    private static String pointing(Catalog catalog, ObjectDefinition object) {
        return catalog.objects().stream()
                .filter(other -> !other.name().equals(object.name()))
                .flatMap(other -> other.fields().stream()
                        .filter(field -> FieldCheck.target(field)
                                .filter(object.name()::equals)
                                .isPresent())
                        .map(field ->
                                other.label().chinese() + "." + field.label().chinese()))
                .collect(Collectors.joining("、"));
    }

    /** Takes a deleted object back. */
    public Catalog restore(Actor by, @Nullable Long seen, String name) {
        return changes.make(by, seen, (overlay, before) -> {
            OwnObject own = overlay.own(name).filter(object -> !object.living()).orElseThrow(Refusal.NotFound::new);
            if (own.retired() != null && own.retired().dropped()) {
                throw new Refusal.Conflict("gone", Message.of("catalog.recordsGone"), Map.of());
            }
            OwnObject back = own.retired(null);
            refuse(errors(back, before));
            return overlay.with(back);
        });
    }

    private static List<FieldError> nameErrors(String name, Overlay overlay, Catalog catalog) {
        if (!FORM.matcher(name).matches() || name.length() > LONGEST || name.endsWith(RESERVED)) {
            return List.of(FieldError.of("name", Message.of("catalog.objectNameForm")));
        }
        if (catalog.find(name).isPresent() || overlay.own(name).isPresent()) {
            return List.of(FieldError.of("name", Message.of("catalog.objectNameTaken", name)));
        }
        return overlay.own().size() < MOST
                ? List.of()
                : List.of(FieldError.of("name", Message.of("catalog.tooManyObjects", MOST)));
    }

    private static List<FieldError> errors(OwnObject object, Catalog catalog) {
        List<FieldError> errors = new ArrayList<>(labelErrors(object.name(), object.label(), catalog));
        Set<String> offered = catalog.offered().stream().map(Capability::name).collect(Collectors.toSet());
        if (!offered.containsAll(object.capabilities())) {
            errors.add(
                    FieldError.of("capabilities", Message.of("catalog.unknownCapability", String.join(", ", offered))));
        }
        return errors;
    }

    private static List<FieldError> labelErrors(String name, Label label, Catalog catalog) {
        List<FieldError> errors = new ArrayList<>();
        if (label.chinese().isBlank()) {
            errors.add(FieldError.of("label", Message.of("catalog.noLabel")));
        }
        boolean taken = catalog.objects().stream()
                .anyMatch(other ->
                        !other.name().equals(name) && other.label().chinese().equals(label.chinese()));
        if (taken) {
            errors.add(FieldError.of("label", Message.of("catalog.objectLabelTaken", label)));
        }
        return errors;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
