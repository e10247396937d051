package hengke.kernel.duplicates;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What somebody has found not to be the same, newest first: pairs of which both records may be seen. */
public final class IgnoredPairs {
    private final DSLContext database;
    private final Access access;

    IgnoredPairs(DSLContext database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** Two records that are not the same, who has said so, and when. */
    public record Pair(long one, long other, long by, Instant at) {
        /** Where a list goes on after this pair. */
        public String cursor() {
            return at + "/" + one + "/" + other;
        }
    }

    public List<Pair> page(Actor actor, ObjectDefinition object, @Nullable String after, int limit) {
        return database.fetch(
                        """
                        select i.one_id, i.other_id, i.by_id, i.at from duplicate_ignored i
                        where i.object = {0} and {1} and {2} and {3}
                        order by i.at desc, i.one_id, i.other_id limit {4}""",
                        DSL.val(object.name()),
                        after(after),
                        seen(actor, object, "i.one_id"),
                        seen(actor, object, "i.other_id"),
                        DSL.inline(limit))
                .map(row -> new Pair(
                        row.get("one_id", Long.class),
                        row.get("other_id", Long.class),
                        row.get("by_id", Long.class),
                        row.get("at", Instant.class)));
    }

    private Condition seen(Actor actor, ObjectDefinition object, String id) {
        Alias row = Alias.of(object);
        return DSL.exists(DSL.selectOne()
                .from(row.table())
                .where(row.id().eq(DSL.field(id, Long.class)))
                .and(row.living())
                .and(CriterionSql.of(access.visibility(actor, object, Verb.READ).criterion(), row)));
    }

    private static Condition after(@Nullable String cursor) {
        if (cursor == null) {
            return DSL.trueCondition();
        }
        String[] parts = cursor.split("/", 3);
        try {
            return DSL.condition(
                    "(i.at < {0} or i.at = {0} and (i.one_id, i.other_id) > ({1}, {2}))",
                    DSL.val(Instant.parse(parts[0])),
                    DSL.val(Long.parseLong(parts[1])),
                    DSL.val(Long.parseLong(parts[2])));
        } catch (RuntimeException e) {
            throw new Refusal.NotFound();
        }
    }
}
