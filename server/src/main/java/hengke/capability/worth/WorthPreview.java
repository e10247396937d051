package hengke.capability.worth;

import hengke.kernel.metadata.ObjectDefinition;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How customers would fall into segments under a definition that does not hold yet; nothing is written. */
@Component
public final class WorthPreview {
    private final Revaluation revaluation;
    private final DSLContext database;

    WorthPreview(Revaluation revaluation, DSLContext database) {
        this.revaluation = revaluation;
        this.database = database;
    }

    /** How many customers and for how much. */
    public record Share(long customers, BigDecimal amount) {}

    /** @param segments those with customers */
    public record Preview(Cuts cuts, Map<Segment, Share> segments) {}

    public Preview of(ObjectDefinition object, WorthDefinition definition) {
        Cuts cuts = revaluation.cut(database, object, definition);
        Field<String> segment = Scores.of(definition, cuts).segment().as("segment");
        Table<?> scored = DSL.select(segment, Figures.AMOUNT)
                .from(Figures.scored(revaluation.purchases(object, definition, cuts.day()), cuts.day(), cuts.since()))
                .join(Revaluation.living(object))
                .on(DSL.field(DSL.name("c", "id"), Long.class).eq(Figures.CUSTOMER))
                .asTable("s");
        Field<String> key = DSL.field(DSL.name("s", "segment"), String.class);
        Field<BigDecimal> amount = DSL.field(DSL.name("s", "amount"), BigDecimal.class);
        Map<Segment, Share> segments = new EnumMap<>(Segment.class);
        database.select(key, DSL.count(), DSL.sum(amount))
                .from(scored)
                .groupBy(key)
                .forEach(found -> Segment.of(found.value1())
                        .ifPresent(each -> segments.put(each, new Share(found.value2(), found.value3()))));
        return new Preview(cuts, segments);
    }
}
