package hengke.kernel.duplicates;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.duplicates.Grouping.Pair;
import hengke.kernel.duplicates.Grouping.Scored;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.Pages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The groups found last, as somebody may see them: of a group only the visible records, of the others their number. */
public final class DuplicateGroups {
    private static final int COUNTED = 1_000;

    private final DSLContext database;
    private final Access access;
    private final Pages pages;

    DuplicateGroups(DSLContext database, Access access, Pages pages) {
        this.database = database;
        this.access = access;
        this.pages = pages;
    }

    /**
     * A group.
     *
     * @param score of its least alike pair, from 0 to 1
     * @param whole each record is like every other, and like none of another group
     * @param records those that may be seen
     * @param unseen how many more there are
     * @param reasons by field, how much it speaks for the group at most
     */
    public record Found(
            long id, double score, boolean whole, List<Long> records, int unseen, Map<Field<?>, Double> reasons) {
        /** Where a list goes on after this group. */
        public String cursor() {
            return score + ":" + id;
        }
    }

    /** Groups of which at least two records may be seen, likeliest first. */
    public List<Found> page(Actor actor, ObjectDefinition object, double least, @Nullable String after, int limit) {
        List<Found> found = database.fetch(
                        """
                        select g.id, g.score, g.whole, array({0}) as seen, cardinality(array({1})) as living
                        from duplicate_group g join duplicate_scan s on s.object = g.object and s.shown_round = g.round
                        where g.object = {2} and g.score >= {3} and {4} and (select count(*) from ({5}) two) = 2
                        order by g.score desc, g.id limit {6}""",
                        members(actor, object, null),
                        members(null, object, null),
                        DSL.val(object.name()),
                        DSL.val(least),
                        after(after),
                        members(actor, object, 2),
                        DSL.inline(limit))
                .map(row -> found(row));
        return withReasons(actor, object, found);
    }

    /** How many there are to see; counts no further than {@value COUNTED}. */
    public int count(Actor actor, ObjectDefinition object) {
        return database.fetch("""
                        select count(*) from (
                            select 1 from duplicate_group g
                            join duplicate_scan s on s.object = g.object and s.shown_round = g.round
                            where g.object = {0} and (select count(*) from ({1}) two) = 2 limit {2}) counted""", DSL.val(object.name()), members(actor, object, 2), DSL.inline(COUNTED))
                .getFirst()
                .get(0, Integer.class);
    }

    private org.jooq.Select<?> members(@Nullable Actor actor, ObjectDefinition object, @Nullable Integer limit) {
        Alias row = Alias.of(object);
        Condition seen = actor == null
                ? DSL.trueCondition()
                : CriterionSql.of(access.visibility(actor, object, Verb.READ).criterion(), row);
        var members = DSL.select(row.id())
                .from("duplicate_member m")
                .join(row.table())
                .on("m.record_id = {0}", row.id())
                .where("m.group_id = g.id")
                .and(row.living())
                .and(seen)
                .orderBy(row.id());
        return limit == null ? members : members.limit(DSL.inline(limit));
    }

    private static Condition after(@Nullable String cursor) {
        if (cursor == null) {
            return DSL.trueCondition();
        }
        String[] parts = cursor.split(":", 2);
        try {
            return DSL.condition(
                    "(g.score < {0} or g.score = {0} and g.id > {1})",
                    DSL.val(Double.parseDouble(parts[0])), DSL.val(Long.parseLong(parts[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal.NotFound();
        }
    }

    private static Found found(Record row) {
        List<Long> seen = Arrays.asList(row.get("seen", Long[].class));
        return new Found(
                row.get("id", Long.class),
                row.get("score", Double.class),
                row.get("whole", Boolean.class),
                seen,
                row.get("living", Integer.class) - seen.size(),
                Map.of());
    }

    /** Only by fields that this person may read, and between records that this person may see. */
    private List<Found> withReasons(Actor actor, ObjectDefinition object, List<Found> groups) {
        Set<Long> ids = new HashSet<>();
        groups.forEach(group -> ids.addAll(group.records()));
        Map<Pair, JSONB> reasons = new LinkedHashMap<>();
        pairs(object, ids).forEach(row -> reasons.put(pair(row), row.get("reasons", JSONB.class)));
        return groups.stream()
                .map(group -> new Found(
                        group.id(),
                        group.score(),
                        group.whole(),
                        group.records(),
                        group.unseen(),
                        strongest(actor, object, group.records(), reasons)))
                .toList();
    }

    private Map<Field<?>, Double> strongest(
            Actor actor, ObjectDefinition object, List<Long> records, Map<Pair, JSONB> reasons) {
        Map<Field<?>, Double> strongest = new LinkedHashMap<>();
        reasons.forEach((pair, json) -> {
            if (records.contains(pair.one()) && records.contains(pair.other())) {
                JsonMapper.shared()
                        .readTree(json.data())
                        .forEach(reason -> object.field(reason.get("field").asString())
                                .filter(field ->
                                        access.right(actor, object, field).atLeast(FieldRight.READ))
                                .ifPresent(field -> strongest.merge(
                                        field, reason.get("weight").asDouble(), Math::max)));
            }
        });
        return strongest;
    }

    /** Notes that these are not the same, and never shows them as such again. */
    public void ignore(Actor actor, ObjectDefinition object, List<Long> ids) {
        requireSeen(actor, object, ids);
        database.transaction(configuration -> {
            DSLContext transaction = configuration.dsl();
            Ignored.add(transaction, object, ids, actor.user());
            regroup(transaction, object, ids);
        });
    }

    /** Takes that back: the next search may find them again. */
    public void ignoreNoMore(Actor actor, ObjectDefinition object, List<Long> ids) {
        requireSeen(actor, object, ids);
        Ignored.remove(database, object, ids);
    }

    private void requireSeen(Actor actor, ObjectDefinition object, List<Long> ids) {
        Set<Long> seen = pages.visible(object, access.visibility(actor, object, Verb.READ), ids);
        if (!seen.containsAll(ids)) {
            throw new Refusal.NotFound();
        }
    }

    /** What is left of the groups these records are in, without the pairs they make with each other. */
    private void regroup(DSLContext transaction, ObjectDefinition object, Collection<Long> ids) {
        transaction.execute(
                "delete from duplicate_pair where object = {0} and one_id = any({1}) and other_id = any({1})",
                DSL.val(object.name()), array(ids));
        for (Record group : transaction.fetch("""
                delete from duplicate_group g using duplicate_scan s
                where g.object = {0} and s.object = g.object and s.shown_round = g.round and g.id in (
                    select group_id from duplicate_member where record_id = any({1})
                    group by group_id having count(*) > 1)
                returning g.round, array(select record_id from duplicate_member m where m.group_id = g.id) as every""", DSL.val(object.name()), array(ids))) {
            List<Scored> left = pairs(transaction, object, Arrays.asList(group.get("every", Long[].class))).stream()
                    .map(row -> new Scored(pair(row), row.get("score", Double.class)))
                    .toList();
            Grouping.of(left)
                    .forEach(made -> DuplicateScan.keep(transaction, object, group.get("round", Long.class), made));
        }
    }

    private List<Record> pairs(ObjectDefinition object, Collection<Long> ids) {
        return pairs(database, object, ids);
    }

    private static List<Record> pairs(DSLContext database, ObjectDefinition object, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : new ArrayList<>(database.fetch("""
                        select p.* from duplicate_pair p
                        join duplicate_scan s on s.object = p.object and s.shown_round = p.round
                        where p.object = {0} and p.one_id = any({1}) and p.other_id = any({1})""", DSL.val(object.name()), array(ids)));
    }

    private static Pair pair(Record row) {
        return new Pair(row.get("one_id", Long.class), row.get("other_id", Long.class));
    }

    private static org.jooq.Field<Long[]> array(Collection<Long> ids) {
        return DSL.val(ids.toArray(Long[]::new), SQLDataType.BIGINT.array());
    }
}
