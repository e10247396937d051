package hengke.kernel.merging;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.merging.BestValues.Best;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.RowReader;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes one record out of several: whatever points at one of the others, as the catalog knows it, then points at the one
 * that stays; the others go into the recycle bin and lead on to it.
 */
public final class Merge implements Command {
    public static final String NAME = "merge";
    /** The source of a field's value: field name to record id. */
    private static final Field<JsonNode> TAKE =
            Field.of("take", new JsonType(), "各字段取自哪条记录", "The record from which each value is taken");

    private final LiveCatalog catalog;
    private final Access access;
    private final List<Moving> movings;

    public Merge(LiveCatalog catalog, Access access, List<Moving> movings) {
        this.catalog = catalog;
        this.access = access;
        this.movings = List.copyOf(movings);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label label() {
        return new Label("合并", "Merge");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return mergeable(object);
    }

    /** Records can be the same when something identifies them. */
    public static boolean mergeable(ObjectDefinition object) {
        return !object.with(Trait.IDENTIFYING).isEmpty();
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(into(object), TAKE);
    }

    private static Field<Long> into(ObjectDefinition object) {
        return Field.of("into", new IdType(new IdType.Records(object.name())), "保留的记录", "The record that stays")
                .required();
    }

    /** It says nothing to the record itself, which is the one that goes or the one that stays. */
    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return access.visibility(actor, object, Verb.EDIT).criterion();
    }

    @Override
    public Several several() {
        return Several.TOGETHER;
    }

    @Override
    public List<Verdict> run(Run run) {
        ObjectDefinition object = run.object();
        long into = run.input().need(into(object));
        if (run.records().size() < 2) {
            throw Refusal.Invalid.at("ids", Message.of("merge.several"));
        }
        if (!run.records().contains(into)) {
            throw Refusal.Invalid.at("into", Message.of("merge.intoOneOfThem"));
        }
        hold(run);
        Set<Long> merged = new TreeSet<>(run.records());
        merged.remove(into);
        requireRights(run, merged);
        List<Row> rows = rows(run, into);
        List<Best> best = new BestValues(object, rows, chosen(run)).all();
        new Moves(run, catalog.current(), movings).move(merged, into);
        List<Verdict> verdicts = new ArrayList<>(written(
                run.write(merged.stream().map(id -> Draft.delete(id, null)).toList())));
        Map<Field<?>, @Nullable Object> values = values(run, rows.getFirst(), best, merged);
        verdicts.addAll(written(run.write(List.of(Draft.update(into, null, values)))));
        Merged.keep(run.database(), object, merged, into, run.operation().id());
        Map<Long, Verdict> byId = new LinkedHashMap<>();
        verdicts.forEach(verdict -> byId.put(((Verdict.Written) verdict).row().id(), verdict));
        return run.records().stream().map(byId::get).toList();
    }

    /** Nobody else merges, changes or points at one of them until this is done; one that is gone by now is refused. */
    private static void hold(Run run) {
        org.jooq.Field<Long> id = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
        org.jooq.Field<Boolean> living = DSL.field("deleted_at is null", SQLDataType.BOOLEAN);
        boolean allThere = run
                        .database()
                        .select(id, living)
                        .from(DSL.table(DSL.name(run.object().table())))
                        .where(id.eq(DSL.any(run.records().toArray(Long[]::new))))
                        .orderBy(id)
                        .forUpdate()
                        .fetch()
                        .stream()
                        .filter(found -> found.value2())
                        .count()
                == run.records().size();
        if (!allThere) {
            throw new Refusal.Conflict(
                    "mergedMeanwhile", Message.of("merge.gone", run.object().label()), Map.of());
        }
    }

    private void requireRights(Run run, Set<Long> merged) {
        requireRight(run, Verb.EDIT, Set.copyOf(run.records()));
        requireRight(run, Verb.DELETE, merged);
    }

    private void requireRight(Run run, Verb verb, Set<Long> ids) {
        Set<Long> reached = reached(run.database(), run, verb, ids);
        if (!reached.containsAll(ids)) {
            throw new Refusal.Forbidden(
                    Message.of("records.verb." + verb.wire(), run.object().label()));
        }
    }

    private Set<Long> reached(DSLContext database, Run run, Verb verb, Set<Long> ids) {
        return access.reached(database, run.caller().actor(), run.object(), verb, ids);
    }

    /** The record that stays first. */
    private static List<Row> rows(Run run, long into) {
        List<Long> ids = new ArrayList<>(run.records());
        ids.remove(into);
        ids.addFirst(into);
        return new Pages(run.database())
                .byIds(run.object(), Visibility.EVERYTHING, ids, RowReader.stored(run.object()));
    }

    private Map<String, Long> chosen(Run run) {
        return chosen(
                run.caller().actor(), run.object(), run.records(), run.input().get(TAKE));
    }

    /** What somebody chose, or a refusal where it is not his to choose. */
    Map<String, Long> chosen(Actor actor, ObjectDefinition object, List<Long> records, @Nullable JsonNode take) {
        Map<String, Long> chosen = new LinkedHashMap<>();
        if (take == null) {
            return chosen;
        }
        if (!take.isObject()) {
            throw Refusal.Invalid.at("take", Message.of("merge.take"));
        }
        take.properties().forEach(entry -> {
            String path = "take." + entry.getKey();
            Field<?> field = BestValues.fields(object).stream()
                    .filter(each -> each.name().equals(entry.getKey()))
                    .filter(each -> access.right(actor, object, each) != FieldRight.HIDDEN)
                    .findFirst()
                    .orElseThrow(() -> Refusal.Invalid.at(path, Message.of("records.unknown", entry.getKey())));
            if (access.right(actor, object, field) != FieldRight.EDIT) {
                throw Refusal.Invalid.at(path, Message.of("records.readOnly"));
            }
            if (!entry.getValue().isIntegralNumber()
                    || !records.contains(entry.getValue().longValue())) {
                throw Refusal.Invalid.at(path, Message.of("merge.intoOneOfThem"));
            }
            chosen.put(field.name(), entry.getValue().longValue());
        });
        return chosen;
    }

    /** What changes about the record that stays. */
    private Map<Field<?>, @Nullable Object> values(Run run, Row survivor, List<Best> best, Set<Long> merged) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (Best each : best) {
            Object value = withoutItself(run.object(), each, survivor.id(), merged);
            if (!Objects.equals(value, survivor.get(each.field()))) {
                requireTransfer(run, each.field(), survivor.id());
                values.put(each.field(), value);
            }
        }
        return values;
    }

    /** A record does not point at itself, though it pointed at one that it is now. */
    private static @Nullable Object withoutItself(ObjectDefinition object, Best best, long into, Set<Long> merged) {
        Object value = best.value();
        Field<?> field = best.field();
        if (value == null
                || !(field.type() instanceof IdType(IdType.Records(String target)))
                || !target.equals(object.name())) {
            return value;
        }
        return value.equals(into) || merged.contains((Long) value) ? null : value;
    }

    /** To give it to another owner is more than to edit it. */
    private void requireTransfer(Run run, Field<?> field, long id) {
        if (run.object().has("owned") && field.name().equals("owner")) {
            requireRight(run, Verb.TRANSFER, Set.of(id));
        }
    }

    /** All of it, or nothing. */
    static List<Verdict> written(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                throw refusal;
            }
        }
        return verdicts;
    }
}
