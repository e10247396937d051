package hengke.capability.region;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Actor;
import hengke.kernel.access.RegionOwners.Taker;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Rights;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hands records over to whoever looks after their regions. */
@Component
@Order(45)
final class AssignByRegion implements Command {
    private final Takers takers;
    private final Rights rights;

    AssignByRegion(Takers takers, Rights rights) {
        this.takers = takers;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "assignByRegion";
    }

    @Override
    public Label label() {
        return new Label("按区域分配", "Assign by region");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Regional.class) && object.has(Owned.class);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return rights.may(actor, object, Verb.TRANSFER) ? Criterion.present(Regional.of(object)) : Criterion.NEVER;
    }

    @Override
    public List<Verdict> run(Run run) {
        ObjectDefinition object = run.object();
        lock(run);
        Set<Long> reached = rights.reached(run.database(), run.caller().actor(), object, Verb.TRANSFER, run.records());
        Map<Long, Row> rows = new HashMap<>();
        new Pages(run.database())
                .byIds(object, Visibility.EVERYTHING, run.records(), object.fields())
                .forEach(row -> rows.put(row.id(), row));
        Takers.Search search = takers.search(run.database(), object, false);
        Map<Long, Draft> drafts = new LinkedHashMap<>();
        Map<Long, Refusal> refused = new HashMap<>();
        for (long id : run.records()) {
            Row row = rows.get(id);
            if (row == null) {
                refused.put(id, new Refusal.NotFound());
            } else if (!reached.contains(id)) {
                refused.put(id, new Refusal.Forbidden(Message.of("owner.transfer", object.label())));
            } else {
                decide(object, search, row, drafts, refused);
            }
        }
        List<Verdict> written = run.write(List.copyOf(drafts.values()));
        List<Long> ids = List.copyOf(drafts.keySet());
        List<Verdict> verdicts = new ArrayList<>();
        for (long id : run.records()) {
            Refusal why = refused.get(id);
            verdicts.add(why == null ? written.get(ids.indexOf(id)) : new Verdict.Refused(why));
        }
        return verdicts;
    }

    private static void decide(
            ObjectDefinition object,
            Takers.Search search,
            Row row,
            Map<Long, Draft> drafts,
            Map<Long, Refusal> refused) {
        Field<String> region = Regional.of(object);
        if (row.get(region) == null) {
            refused.put(row.id(), Refusal.Invalid.at(region.name(), Message.of("region.none")));
            return;
        }
        Takers.Found found = search.find(row, _ -> true);
        Taker taker = found.taker();
        if (taker == null) {
            Message why = found.full();
            refused.put(
                    row.id(), Refusal.Invalid.at(Owned.OWNER.name(), why == null ? Message.of("region.nobody") : why));
            return;
        }
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(Owned.OWNER, taker.person());
        values.put(Regional.ASSIGNED_REGION, taker.region());
        drafts.put(row.id(), Draft.update(row.id(), null, values));
    }

    /** In the order of their ids, so that two who want the same do not wait for each other. */
    private static void lock(Run run) {
        var id = field(DSL.name("id"), SQLDataType.BIGINT);
        run.database()
                .select(id)
                .from(table(DSL.name(run.object().table())))
                .where(id.eq(DSL.any(new TreeSet<>(run.records()).toArray(Long[]::new))))
                .orderBy(id)
                .forNoKeyUpdate()
                .fetch();
    }
}
