package hengke.kernel.merging;

import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.TextListType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the surviving record holds after a merge. Where nobody chose otherwise: the fullest name; else its own value where
 * it has one, or that of the record changed last; several values are united; of moments the product keeps itself the
 * latest counts.
 */
public final class BestValues {
    private final ObjectDefinition object;
    private final List<Row> rows;
    private final Map<String, Long> chosen;
    private final Map<String, String> companions;

    /** A field after the merge. */
    public record Best(
            Field<?> field,
            @Nullable Object value,
            @Nullable Long from,
            boolean united,
            boolean differ) {}

    /**
     * @param rows the surviving record first
     * @param chosen by field name, the record whose value somebody chose
     */
    public BestValues(ObjectDefinition object, List<Row> rows, Map<String, Long> chosen) {
        this.object = object;
        this.rows = Stream.concat(
                        rows.stream().limit(1),
                        rows.stream()
                                .skip(1)
                                .sorted(Comparator.comparing((Row row) -> row.need(SystemFields.UPDATED_AT))
                                        .reversed()))
                .toList();
        this.chosen = Map.copyOf(chosen);
        this.companions = companions(object);
    }

    /** The fields that hold something to choose from. */
    public static List<Field<?>> fields(ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> !field.traits().is(Trait.SYSTEM) && field.computation() == null)
                .toList();
    }

    /** Every field after the merge, in the order of the form. */
    public List<Best> all() {
        Map<String, Best> all = new LinkedHashMap<>();
        fields(object).forEach(field -> all.put(field.name(), best(field)));
        companions.forEach((name, status) -> {
            Best leading = all.get(status);
            Best own = all.get(name);
            if (leading != null && own != null && leading.from() != null && !chosen.containsKey(name)) {
                all.put(name, of(own.field(), row(leading.from()), own.differ()));
            }
        });
        return List.copyOf(all.values());
    }

    private Best best(Field<?> field) {
        boolean differ = rows.stream()
                        .map(row -> row.get(field))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
        Long asked = chosen.get(field.name());
        if (asked != null) {
            return of(field, row(asked), differ);
        }
        if (isSeveral(field)) {
            return new Best(field, union(field), null, differ, false);
        }
        Row first = rows.getFirst();
        if (field.traits().is(Trait.DERIVED)) {
            Row latest = rows.stream()
                    .filter(row -> row.get(field) instanceof Instant)
                    .max(Comparator.comparing(row -> (Instant) Objects.requireNonNull(row.get(field))))
                    .orElse(first);
            return of(field, latest, false);
        }
        if (field.traits().is(Trait.TITLE) && first.get(field) instanceof String) {
            return of(field, fullest(field), differ);
        }
        return of(
                field,
                rows.stream().filter(row -> row.get(field) != null).findFirst().orElse(first),
                differ && !numbered(field));
    }

    /** Of names the one that says most: with its place and its legal form. */
    private Row fullest(Field<?> field) {
        Row fullest = rows.getFirst();
        for (Row row : rows) {
            if (row.get(field) instanceof String name
                    && name.length() > String.valueOf(fullest.get(field)).length()) {
                fullest = row;
            }
        }
        return fullest;
    }

    private static Best of(Field<?> field, Row row, boolean differ) {
        return new Best(field, row.get(field), row.id(), false, differ);
    }

    private Row row(long id) {
        return rows.stream().filter(row -> row.id() == id).findFirst().orElseThrow();
    }

    /** Tags, choices, files: of these nothing has to give way. */
    public static boolean isSeveral(Field<?> field) {
        return field.type() instanceof TextListType || field.type() instanceof IdListType;
    }

    private @Nullable Object union(Field<?> field) {
        Set<Object> all = new LinkedHashSet<>();
        rows.forEach(row -> {
            if (row.get(field) instanceof List<?> members) {
                all.addAll(members);
            }
        });
        return all.isEmpty() ? null : new ArrayList<>(all);
    }

    /** Everybody has a number of its own; that they differ says nothing. */
    private static boolean numbered(Field<?> field) {
        return field.traits().defaultValue() instanceof DefaultValue.NextNumber;
    }

    /** What a status asks for goes with the status: no reason of loss on a record that is not lost. */
    private static Map<String, String> companions(ObjectDefinition object) {
        Map<String, String> companions = new LinkedHashMap<>();
        object.transitions()
                .forEach((status, rules) -> rules.moves().stream()
                        .map(Transitions.Move::required)
                        .flatMap(List::stream)
                        .forEach(name -> companions.putIfAbsent(name, status)));
        return companions;
    }
}
