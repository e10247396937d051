package hengke.capability.score;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import hengke.capability.score.Looks.Hop;
import hengke.capability.score.Looks.Look;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.records.RecordChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Hears of changes of records that rules of scoring look at, and notes down whose score they may change. What the rules
 * themselves change leads no further: else two records that look at each other's level might never come to rest.
 */
@Component
final class ScoreWatch implements Subscriber<RecordChanged> {
    private static final org.jooq.Field<Long> ID = field(DSL.name("id"), SQLDataType.BIGINT);

    private final Scales scales;
    private final LiveCatalog catalog;
    private final Background background;

    ScoreWatch(Scales scales, LiveCatalog catalog, Background background) {
        this.scales = scales;
        this.catalog = catalog;
        this.background = background;
    }

    @Override
    public String name() {
        return "score-watch";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
        Map<String, List<Event<? extends RecordChanged>>> byObject = new LinkedHashMap<>();
        deliveries.stream()
                .map(Delivery::event)
                .filter(event -> event.object() != null && event.record() != null && !byRules(event.payload()))
                .forEach(event -> byObject.computeIfAbsent(event.object(), _ -> new ArrayList<>())
                        .add(event));
        Catalog now = catalog.current();
        boolean any = false;
        for (ObjectDefinition object : now.objects()) {
            Scale scale = scales.of(object).orElse(null);
            for (Look look : scale == null ? List.<Look>of() : Looks.of(now, scale)) {
                List<Event<? extends RecordChanged>> heard = byObject
                        .getOrDefault(look.at().name(), List.of())
                        .stream()
                        .filter(event -> concerns(look, event.payload()))
                        .toList();
                any |= !heard.isEmpty() && note(transaction, object, look, heard) > 0;
            }
        }
        if (any) {
            // a new one each time: one that runs already may have looked before
            long last = deliveries.getLast().id();
            background.promise(ScoreClock.DUE, Long.toString(last), Duration.ZERO);
        }
    }

    private static boolean byRules(RecordChanged change) {
        return change.actor() == 0 && change.fields().contains(Scored.LEVEL_BY.name());
    }

    private static boolean concerns(Look look, RecordChanged change) {
        return !change.action().equals("update") || !Collections.disjoint(look.fields(), change.fields());
    }

    private static int note(
            DSLContext transaction, ObjectDefinition object, Look look, List<Event<? extends RecordChanged>> heard) {
        Set<Long> ids = new LinkedHashSet<>();
        heard.forEach(event -> ids.add(event.record()));
        Select<Record1<Long>> found = unnest(ids);
        for (Hop hop : look.way().reversed()) {
            found = back(hop, found);
            if (hop == look.way().getLast()) {
                Set<Long> former = former(transaction, hop, heard);
                found = former.isEmpty() ? found : found.union(unnest(former));
            }
        }
        org.jooq.Field<Long> record = field(DSL.name("record_id"), SQLDataType.BIGINT);
        return transaction
                .insertInto(table(DSL.name("scoring_due")))
                .columns(field(DSL.name("object"), SQLDataType.CLOB), record)
                .select(DSL.selectDistinct(DSL.val(object.name()), field(DSL.name("t", "x"), SQLDataType.BIGINT))
                        .from(found.asTable("t", "x"))
                        .where(field(DSL.name("t", "x")).isNotNull()))
                .onConflictDoNothing()
                .execute();
    }

    private static Select<Record1<Long>> unnest(Set<Long> ids) {
        return DSL.select(field(
                "unnest({0})", SQLDataType.BIGINT, DSL.val(ids.toArray(Long[]::new), SQLDataType.BIGINT.array())));
    }

    /** From the records at the end of a step to those it starts from. */
    private static Select<Record1<Long>> back(Hop hop, Select<Record1<Long>> ends) {
        Field<?> reference = hop.reference();
        org.jooq.Field<Long> to = pointer(reference);
        boolean many = reference.type() instanceof IdListType;
        return switch (hop) {
            case Hop.Up(ObjectDefinition from, var _, ObjectDefinition target) ->
                DSL.select(ID)
                        .from(table(DSL.name(from.table())))
                        .where(
                                many
                                        ? DSL.condition("{0} && array({1})", field(DSL.name(reference.column())), ends)
                                        : to.in(ends))
                        .and(names(reference, target));
            case Hop.Down(ObjectDefinition parent, var _, ObjectDefinition child) ->
                DSL.select(many ? field("unnest({0})", SQLDataType.BIGINT, field(DSL.name(reference.column()))) : to)
                        .from(table(DSL.name(child.table())))
                        .where(ID.in(ends))
                        .and(names(reference, parent));
        };
    }

    private static org.jooq.Field<Long> pointer(Field<?> reference) {
        String column = reference.column() + (reference.type() instanceof LinkType ? "_id" : "");
        return field(DSL.name(column), SQLDataType.BIGINT);
    }

    private static org.jooq.Condition names(Field<?> reference, ObjectDefinition target) {
        return reference.type() instanceof LinkType
                ? field(DSL.name(reference.column() + "_object"), SQLDataType.CLOB)
                        .eq(target.name())
                : DSL.noCondition();
    }

    /** Those that the records pointed at before they were moved elsewhere. */
    private static Set<Long> former(DSLContext transaction, Hop hop, List<Event<? extends RecordChanged>> heard) {
        String reference = hop.reference().name();
        Set<Long> operations = new LinkedHashSet<>();
        Set<Long> records = new LinkedHashSet<>();
        for (Event<? extends RecordChanged> event : heard) {
            RecordChanged change = event.payload();
            boolean moved = change.action().equals("update") && change.fields().contains(reference);
            if (hop instanceof Hop.Down && moved && event.operation() != null) {
                operations.add(event.operation());
                records.add(event.record());
            }
        }
        if (records.isEmpty()) {
            return Set.of();
        }
        Set<Long> former = new LinkedHashSet<>();
        transaction
                .fetch(
                        """
                        select case jsonb_typeof(was) when 'object' then was ->> 'id' else was #>> '{}' end as id
                        from record_change, lateral (select before -> {0} as was) b
                        where object = {1} and record_id = any({2}) and operation_id = any({3})
                            and jsonb_typeof(was) in ('number', 'object')
                            and (jsonb_typeof(was) = 'number' or was ->> 'object' = {4})
                        """,
                        DSL.val(reference),
                        DSL.val(hop.to().name()),
                        DSL.val(records.toArray(Long[]::new)),
                        DSL.val(operations.toArray(Long[]::new)),
                        DSL.val(hop.from().name()))
                .forEach(row -> former.add(Long.valueOf(row.get("id", String.class))));
        return former;
    }
}
