package hengke.capability.prediction;

import hengke.capability.activity.Activity;
import hengke.capability.activity.Followed;
import hengke.kernel.learning.Column;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How often somebody was in touch by then, and how long ago; what colleagues say to each other does not count. */
@Component
@Order(30)
final class FollowUpClues implements Clues {
    private static final Clue MANY =
            new Clue(Column.amount("_followUps"), new Label("跟进次数", "Follow-ups"), null, Clue.Unit.PLAIN, true);
    private static final Clue IDLE = new Clue(
            Column.amount("_idle"), new Label("距上次跟进天数", "Days since the last follow-up"), null, Clue.Unit.DAYS, true);

    private final Activity activity;
    private final LiveCatalog catalog;

    FollowUpClues(Activity activity, LiveCatalog catalog) {
        this.activity = activity;
        this.catalog = catalog;
    }

    @Override
    public List<Clue> of(ObjectDefinition object) {
        return object.has(Followed.class) ? List.of(MANY, IDLE) : List.of();
    }

    @Override
    public void tell(DSLContext database, ObjectDefinition object, List<Moment> moments) {
        if (!object.has(Followed.class) || moments.isEmpty()) {
            return;
        }
        Map<Long, Moment> byId = new HashMap<>();
        moments.forEach(moment -> {
            byId.put(moment.id(), moment);
            moment.known().put(MANY.name(), 0L);
        });
        Table<?> asked = DSL.table(
                        "unnest({0}, {1})",
                        DSL.val(moments.stream().map(Moment::id).toArray(Long[]::new)),
                        DSL.val(moments.stream().map(Moment::at).toArray(Instant[]::new)))
                .as("asked", "asked_id", "asked_at");
        Field<Long> id = DSL.field(DSL.name("asked_id"), SQLDataType.BIGINT);
        Alias row = Alias.of(catalog.current().object(activity.name()));
        Field<Instant> at = row.column(activity.at).coerce(SQLDataType.INSTANT);
        database.select(id, DSL.count(), DSL.max(at))
                .from(asked)
                .join(row.table())
                .on(row.column(activity.about).coerce(SQLDataType.BIGINT).eq(id))
                .where(row.columns(activity.about)
                        .get(1)
                        .coerce(SQLDataType.CLOB)
                        .eq(DSL.inline(object.name())))
                .and(row.living())
                .and(row.column(activity.kind).coerce(SQLDataType.CLOB).ne(Activity.NOTE))
                .and(at.le(DSL.field(DSL.name("asked_at"), SQLDataType.INSTANT)))
                .groupBy(id)
                .forEach(found -> {
                    Moment moment = byId.get(found.value1());
                    if (moment != null) {
                        moment.known().put(MANY.name(), found.value2());
                        moment.known().put(IDLE.name(), ChronoUnit.DAYS.between(found.value3(), moment.at()));
                    }
                });
    }
}
