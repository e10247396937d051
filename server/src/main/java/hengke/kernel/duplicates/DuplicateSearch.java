package hengke.kernel.duplicates;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.duplicates.Sightings.How;
import hengke.kernel.duplicates.Sightings.Sighted;
import hengke.kernel.duplicates.Sightings.Sign;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.text.value.CompanyName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks for records that may be the same as a draft, by the fields that identify: by value, names also by likeness and by
 * what they were before. A number or an address is looked for in every object that is identified by one. That a record
 * exists which somebody may not see is told for equal values only, and nothing else of it.
 */
public final class DuplicateSearch {
    private static final int SHOWN = 10;

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Access access;

    DuplicateSearch(DSLContext database, LiveCatalog catalog, Access access) {
        this.database = database;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * What somebody is writing.
     *
     * @param self the record being edited, which is never its own duplicate
     * @param values by identifying field
     * @param parents the records it lives within, by the reference
     */
    public record Draft(
            ObjectDefinition object, @Nullable Long self, Map<Field<?>, String> values, Map<Field<?>, Long> parents) {}

    /**
     * A record that may be the same.
     *
     * @param record its id, of no concern to who may not see it
     * @param seen what the asker may see of it; null for nothing
     * @param score 1 for equal values, less for names that are merely alike
     * @param fields those in which it is found to be the same
     * @param former only by a name that it no longer has
     */
    public record Candidate(
            ObjectDefinition object,
            long record,
            @Nullable Seen seen,
            double score,
            List<Field<?>> fields,
            boolean former) {}

    /**
     * What is shown of a record.
     *
     * @param parents the records it lives within, by the reference
     */
    public record Seen(@Nullable String label, Map<Field<?>, Long> parents) {}

    /** The fields by which this person may look for records of the object. */
    public List<Field<?>> fields(Actor actor, ObjectDefinition object) {
        return object.with(Trait.IDENTIFYING).stream()
                .filter(each -> access.right(actor, object, each).atLeast(FieldRight.READ))
                .toList();
    }

    /** Candidates of the same object, likeliest first. */
    public List<Candidate> find(Actor actor, Draft draft) {
        return found(actor, draft.object(), draft.values()).stream()
                .filter(candidate -> draft.self() == null || draft.self() != candidate.record())
                .limit(SHOWN)
                .toList();
    }

    /** Records of other objects with the same number or address; not those that the draft belongs to or that belong to it. */
    public List<Candidate> elsewhere(Actor actor, Draft draft) {
        List<Candidate> elsewhere = new ArrayList<>();
        if (draft.values().keySet().stream().noneMatch(DuplicateSearch::reaches)) {
            return elsewhere;
        }
        for (ObjectDefinition other : catalog.current().objects()) {
            Map<Field<?>, String> values = other.name().equals(draft.object().name())
                    ? Map.of()
                    : corresponding(draft.values(), fields(actor, other));
            if (!values.isEmpty()) {
                found(actor, other, values).stream()
                        .filter(candidate -> !related(draft, candidate))
                        .limit(SHOWN)
                        .forEach(elsewhere::add);
            }
        }
        return elsewhere;
    }

    /** A number means the same wherever it stands, and so does an address. */
    private static Map<Field<?>, String> corresponding(Map<Field<?>, String> values, List<Field<?>> fields) {
        Map<Field<?>, String> corresponding = new LinkedHashMap<>();
        values.forEach((field, value) -> fields.stream()
                .filter(other -> reaches(field) && form(field) == form(other))
                .forEach(other -> corresponding.put(other, value)));
        return corresponding;
    }

    private static boolean reaches(Field<?> field) {
        return form(field) == TextualType.Form.PHONE || form(field) == TextualType.Form.EMAIL;
    }

    private static TextualType.@Nullable Form form(Field<?> field) {
        return field.type() instanceof TextualType(TextualType.Form form, int _) ? form : null;
    }

    private static boolean related(Draft draft, Candidate candidate) {
        boolean above = draft.parents().entrySet().stream()
                .anyMatch(parent ->
                        pointsAt(parent.getKey(), candidate.object()) && parent.getValue() == candidate.record());
        Long self = draft.self();
        boolean below = self != null
                && candidate.seen() != null
                && candidate.seen().parents().entrySet().stream()
                        .anyMatch(
                                parent -> pointsAt(parent.getKey(), draft.object()) && self.equals(parent.getValue()));
        return above || below;
    }

    private static boolean pointsAt(Field<?> reference, ObjectDefinition object) {
        return reference.type() instanceof IdType(IdType.Records(String name)) && name.equals(object.name());
    }

    private List<Candidate> found(Actor actor, ObjectDefinition object, Map<Field<?>, String> values) {
        List<Field<?>> parents = object.parents().stream()
                .filter(field -> field.type() instanceof IdType)
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.READ))
                .toList();
        Sightings sightings = new Sightings(database, access, actor, object);
        values.forEach(sightings::lookFor);
        Map<Field<?>, CompanyName> names = new HashMap<>();
        values.forEach((field, value) -> {
            if (Sightings.named(field)) {
                names.put(field, CompanyName.of(value));
            }
        });
        boolean titled = access.right(actor, object, object.title()).atLeast(FieldRight.READ);
        return sightings
                .found(Stream.concat(Stream.of(object.title()), parents.stream())
                        .toList())
                .stream()
                .flatMap(sighted -> judged(object, sighted, names, parents, titled).stream())
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .thenComparing(candidate -> candidate.fields().size())
                        .reversed())
                .toList();
    }

    /** What is kept from the asker tells no more than a record the asker does not see. */
    private static Optional<Candidate> judged(
            ObjectDefinition object,
            Sighted sighted,
            Map<Field<?>, CompanyName> names,
            List<Field<?>> parents,
            boolean titled) {
        double score = 0;
        boolean former = true;
        Set<Field<?>> fields = new LinkedHashSet<>();
        for (Sign sign : sighted.signs()) {
            double likeness = sign.how() == How.ALIKE ? likeness(sign, sighted, names) : 1;
            if (likeness >= CompanyName.LIKELY) {
                score = Math.max(score, likeness);
                former &= sign.how() == How.FORMER;
                fields.add(sign.field());
            }
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        List<Field<?>> told = fields.stream()
                .filter(field -> !sighted.kept().contains(field.name()))
                .toList();
        boolean seen = sighted.seen() && !told.isEmpty();
        return Optional.of(new Candidate(
                object,
                sighted.row().id(),
                seen ? seen(object, sighted, parents, titled) : null,
                score,
                seen ? told : List.copyOf(fields),
                former));
    }

    private static Seen seen(ObjectDefinition object, Sighted sighted, List<Field<?>> parents, boolean titled) {
        Map<Field<?>, Long> shown = new LinkedHashMap<>();
        parents.stream().filter(field -> !sighted.kept().contains(field.name())).forEach(field -> {
            if (sighted.row().get(field) instanceof Long id) {
                shown.put(field, id);
            }
        });
        Object title = sighted.row().get(object.title());
        boolean told = titled && !sighted.kept().contains(object.title().name());
        return new Seen(told && title != null ? title.toString() : null, shown);
    }

    private static double likeness(Sign sign, Sighted sighted, Map<Field<?>, CompanyName> names) {
        CompanyName name = names.get(sign.field());
        return name == null || sighted.kept().contains(sign.field().name())
                ? 0
                : name.likeness(CompanyName.of(String.valueOf(sighted.row().get(sign.field()))));
    }
}
