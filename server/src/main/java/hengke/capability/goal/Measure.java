package hengke.capability.goal;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something that can be aimed at. A bean of it is all it takes: targets, completion and the card of today follow. */
public interface Measure {
    /** Names it in targets that are stored, for ever. */
    String key();

    Label label();

    Unit unit();

    /** Which records count in this catalog; none when nothing can be aimed at by it now. */
    List<Counted> counted(Catalog catalog);

    /** What is summed up. */
    enum Unit {
        /** Amounts, in the company's currency. */
        MONEY,
        /** Records. */
        COUNT
    }

    /**
     * Records that count for somebody's owners; of an amount the members of the team have their part.
     *
     * @param filter which of them, over values that nobody's point of view changes; null for all
     * @param at the day or moment from which on they count
     * @param amount what they count; null when each counts one
     * @param through the record whose owner and team they count for; null for themselves
     * @param percent so many of a hundred of the amount count; null for all of it
     */
    record Counted(
            String object,
            @Nullable JsonNode filter,
            Field<?> at,
            @Nullable Field<Money> amount,
            @Nullable Field<Long> through,
            @Nullable Field<BigDecimal> percent) {
        public Counted(String object, @Nullable JsonNode filter, Field<?> at, @Nullable Field<Money> amount) {
            this(object, filter, at, amount, null, null);
        }

        public Counted(
                String object,
                @Nullable JsonNode filter,
                Field<?> at,
                @Nullable Field<Money> amount,
                @Nullable Field<Long> through) {
            this(object, filter, at, amount, through, null);
        }
    }

    /** A measure over the records of one object that the product ships; of money where they have an amount. */
    static Measure of(String key, Label label, Counted counted) {
        return new OfObjects(key, label, counted.amount() == null ? Unit.COUNT : Unit.MONEY, List.of(counted));
    }

    /** Always the same, whatever the company has set. */
    record OfObjects(String key, Label label, Unit unit, List<Counted> counted) implements Measure {
        @Override
        public List<Counted> counted(Catalog catalog) {
            return counted;
        }
    }
}
