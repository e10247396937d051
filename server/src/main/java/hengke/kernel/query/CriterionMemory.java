package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.query.Aggregate.Bucket.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A criterion asked of a row in memory; it answers as {@link CriterionSql} does. */
public final class CriterionMemory {
    private final ObjectDefinition object;
    private final Neighbours neighbours;

    public CriterionMemory(ObjectDefinition object, Neighbours neighbours) {
        this.object = object;
        this.neighbours = neighbours;
    }

    public boolean holds(Criterion criterion, Row row) {
        return switch (criterion) {
            case Criterion.Always _ -> true;
            case Criterion.Never _ -> false;
            case Criterion.And(List<Criterion> terms) -> terms.stream().allMatch(term -> holds(term, row));
            case Criterion.Or(List<Criterion> terms) -> terms.stream().anyMatch(term -> holds(term, row));
            case Criterion.Not(Criterion term) -> !holds(term, row);
            case Criterion.Test(Field<?> field, Check check) -> satisfies(check, row.get(field));
            case Criterion.Through through -> through(through, row);
            case Criterion.Exists(var child, Criterion where) ->
                neighbours.children(object, row.id(), child).stream()
                        .anyMatch(new CriterionMemory(child.object(), neighbours).holding(where));
            case Criterion.Under under -> under(under, row);
            case Criterion.Known(Fact fact) -> fact.holds(row);
        };
    }

    /** Does it hold by the row's own values, whatever other records say? If not, it may hold all the same. */
    public static boolean evident(Criterion criterion, Row row) {
        return switch (criterion) {
            case Criterion.Always _ -> true;
            case Criterion.And(List<Criterion> terms) -> terms.stream().allMatch(term -> evident(term, row));
            case Criterion.Or(List<Criterion> terms) -> terms.stream().anyMatch(term -> evident(term, row));
            case Criterion.Test(Field<?> field, Check check) -> satisfies(check, row.get(field));
            case Criterion.Never _,
                    Criterion.Not _,
                    Criterion.Through _,
                    Criterion.Exists _,
                    Criterion.Under _,
                    Criterion.Known _ -> false;
        };
    }

    private Predicate<Row> holding(Criterion criterion) {
        return row -> holds(criterion, row);
    }

    private boolean through(Criterion.Through through, Row row) {
        ObjectDefinition target = through.target();
        List<Long> ids = switch (row.get(through.reference())) {
            case Long id -> List.of(id);
            case Link link -> link.object().equals(target.name()) ? List.of(link.id()) : List.of();
            case List<?> list -> list.stream().map(Long.class::cast).toList();
            case null, default -> List.of();
        };
        return ids.stream()
                .flatMap(id -> neighbours.find(target, id).stream())
                .anyMatch(new CriterionMemory(target, neighbours).holding(through.where()));
    }

    /** Upwards until the top is met, nothing more is above, or a circle closes. */
    private boolean under(Criterion.Under under, Row row) {
        Set<Long> passed = new HashSet<>();
        Row at = row;
        while (at.get(under.reference()) instanceof Long above && passed.add(above)) {
            Optional<Row> found = neighbours.find(under.object(), above);
            if (found.isEmpty() || !holds(under.where(), found.get())) {
                return false;
            }
            if (above == under.top()) {
                return true;
            }
            at = found.get();
        }
        return false;
    }

    private static boolean satisfies(Check check, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return false;
        }
        return switch (check) {
            case Check.Present _ -> true;
            case Check.OneOf(List<Object> values) ->
                values.stream().anyMatch(wanted -> same(comparable(value), wanted));
            case Check.Range(Check.Bound from, Check.Bound to) ->
                (from == null || isAfter(comparable(value), from)) && (to == null || isBefore(comparable(value), to));
            case Check.Holds holds -> text(value) instanceof String text && CaseAndWidth.holds(text, holds);
            case Check.Within(String prefix) -> value instanceof String code && code.startsWith(prefix);
            case Check.Recurring(Part part, ZoneId zone, Set<Integer> numbers) ->
                numbers.contains(part.of(
                        value instanceof LocalDate day
                                ? day.atStartOfDay()
                                : LocalDateTime.ofInstant((Instant) value, zone)));
            case Check.Members(List<Object> values, boolean all) ->
                value instanceof Collection<?> members
                        && (all ? members.containsAll(values) : values.stream().anyMatch(members::contains));
        };
    }

    /** Money is compared by its amount in the company's currency. */
    private static Object comparable(Object value) {
        return value instanceof Money money ? money.worth() : value;
    }

    private static @Nullable String text(Object value) {
        return value instanceof Address address ? address.street() : value.toString();
    }

    private static boolean same(Object value, Object wanted) {
        return value instanceof Comparable<?> ? compare(value, wanted) == 0 : value.equals(wanted);
    }

    private static boolean isAfter(Object value, Check.Bound from) {
        int order = compare(value, from.value());
        return order > 0 || order == 0 && from.included();
    }

    private static boolean isBefore(Object value, Check.Bound to) {
        int order = compare(value, to.value());
        return order < 0 || order == 0 && to.included();
    }

    @SuppressWarnings("unchecked") // a check's values are of the field's type
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
