package hengke.kernel.query;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value must satisfy. On an absent value every check is false; the negative operators are the complement of a
 * check, never one of their own.
 */
public sealed interface Check {

    /** There is a value. */
    record Present() implements Check {}

    /** The value is one of these; nothing when there are none. */
    record OneOf(List<Object> values) implements Check {
        public OneOf {
            values = values.stream().distinct().toList();
        }
    }

    /** The value lies between two bounds, each optional. */
    record Range(@Nullable Bound from, @Nullable Bound to) implements Check {}

    /** One end of a range. */
    record Bound(Comparable<?> value, boolean included) {
        Bound excluded() {
            return new Bound(value, false);
        }

        /** Where everything else begins when this is where a range ends. */
        Bound complement() {
            return new Bound(value, !included);
        }

        @SuppressWarnings("unchecked") // both bounds of a range are of the field's type
        boolean isAfter(Bound other) {
            return ((Comparable<Object>) value).compareTo(other.value) > 0;
        }
    }

    /**
     * The text holds these characters, whatever their case and width.
     *
     * @param folded as {@link CaseAndWidth} leaves it
     * @param atStart only at the beginning
     */
    record Holds(String folded, boolean atStart) implements Check {}

    /** The code begins with this one: a district lies in its city and province. */
    record Within(String prefix) implements Check {
        public Within {
            if (prefix.isEmpty()) {
                throw new IllegalArgumentException("everything begins with nothing");
            }
        }
    }

    /** The part of the day or moment that recurs, in this zone, is one of these numbers. */
    record Recurring(Aggregate.Bucket.Part part, ZoneId zone, Set<Integer> numbers) implements Check {
        public Recurring {
            numbers = Set.copyOf(numbers);
        }
    }

    /**
     * The list has these members.
     *
     * @param all every one of them; otherwise at least one
     */
    record Members(List<Object> values, boolean all) implements Check {
        public Members {
            values = List.copyOf(values);
        }
    }
}
