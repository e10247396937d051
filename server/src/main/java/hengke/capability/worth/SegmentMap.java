package hengke.capability.worth;

import hengke.kernel.metadata.ObjectDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many customers are in each segment and with each pair of scores, of those somebody sees; one statement. */
@Component
public final class SegmentMap {
    private final DSLContext database;

    SegmentMap(DSLContext database) {
        this.database = database;
    }

    /**
     * Customers alike.
     *
     * @param segment null for those without a deal in the window
     * @param amount null where the reader may not read it
     */
    public record Cell(
            @Nullable String segment,
            @Nullable Integer recency,
            @Nullable Integer frequency,
            long customers,
            @Nullable BigDecimal amount) {}

    /** Empty for who may not read segment and scores. */
    public Optional<List<Cell>> of(ObjectDefinition object, Sight sight) {
        if (!object.has(Valued.class) || !sight.reads(Valued.SEGMENT, Valued.RECENCY, Valued.FREQUENCY)) {
            return Optional.empty();
        }
        Field<String> segment = sight.column(Valued.SEGMENT, SQLDataType.CLOB).as("segment");
        Field<Integer> recency =
                sight.column(Valued.RECENCY, SQLDataType.INTEGER).as("recency");
        Field<Integer> frequency =
                sight.column(Valued.FREQUENCY, SQLDataType.INTEGER).as("frequency");
        Field<BigDecimal> amount = sight.reads(Valued.DEAL_AMOUNT)
                ? DSL.sum(sight.column(Valued.DEAL_AMOUNT, SQLDataType.NUMERIC))
                : DSL.castNull(SQLDataType.NUMERIC);
        return Optional.of(database.select(segment, recency, frequency, DSL.count(), amount)
                .from(sight.row().table())
                .where(sight.rows())
                .groupBy(DSL.field("1"), DSL.field("2"), DSL.field("3"))
                .fetch(found ->
                        new Cell(found.value1(), found.value2(), found.value3(), found.value4(), found.value5())));
    }
}
