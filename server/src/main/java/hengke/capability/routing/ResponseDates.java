package hengke.capability.routing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.capability.owner.Owned;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By when answers are due; reckoned anew when the limit or the calendar has changed. */
@Component
final class ResponseDates {
    private static final int PART = 1_000;
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Instant> SINCE =
            field(name(Routed.RESPONSE_SINCE.column()), SQLDataType.INSTANT);
    private static final org.jooq.Field<Instant> DUE =
            field(name(Routed.RESPONSE_DUE_AT.column()), SQLDataType.INSTANT);
    private static final org.jooq.Field<Instant> RESPONDED =
            field(name(Routed.RESPONDED_AT.column()), SQLDataType.INSTANT);

    private final LiveRoutings routings;
    private final WorkingCalendar calendar;
    private final LiveCatalog catalog;
    private final DSLContext database;

    ResponseDates(LiveRoutings routings, WorkingCalendar calendar, LiveCatalog catalog, DSLContext database) {
        this.routings = routings;
        this.calendar = calendar;
        this.catalog = catalog;
        this.database = database;
    }

    @Nullable
    Instant due(Routing routing, Instant since) {
        Integer minutes = routing.answerWithin();
        return minutes == null ? null : calendar.time().add(since, Duration.ofMinutes(minutes));
    }

    /** Writes anew what differs. */
    void refresh() {
        routings.refresh();
        for (ObjectDefinition object : catalog.current().objects()) {
            if (object.has(Routed.class) && object.has(Owned.class)) {
                long after = 0;
                while (after >= 0) {
                    after = part(object, after);
                }
            }
        }
    }

    private long part(ObjectDefinition object, long after) {
        return database.transactionResult(transaction -> {
            Result<Record3<Long, Instant, Instant>> waiting = transaction
                    .dsl()
                    .select(ID, SINCE, DUE)
                    .from(table(name(object.table())))
                    .where(SINCE.isNotNull(), RESPONDED.isNull(), ID.gt(after))
                    .and(field(name("deleted_at")).isNull())
                    .orderBy(ID)
                    .limit(PART)
                    .forNoKeyUpdate()
                    .fetch();
            waiting.forEach(each -> write(transaction.dsl(), object, each));
            return waiting.size() < PART ? -1L : waiting.getLast().value1();
        });
    }

    private void write(DSLContext transaction, ObjectDefinition object, Record3<Long, Instant, Instant> record) {
        Instant due = due(routings.of(object), record.value2());
        if (!Objects.equals(due, record.value3())) {
            transaction
                    .update(table(name(object.table())))
                    .set(DUE, due)
                    .where(ID.eq(record.value1()))
                    .execute();
        }
    }
}
