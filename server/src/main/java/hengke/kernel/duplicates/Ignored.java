package hengke.kernel.duplicates;

import hengke.kernel.duplicates.Grouping.Pair;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Pairs that somebody has found to be two different things. */
final class Ignored {
    private Ignored() {}

    /** Those of which both records are among these. */
    static Set<Pair> among(DSLContext database, ObjectDefinition object, Collection<Long> ids) {
        return new HashSet<>(database.fetch(
                        """
                        select one_id, other_id from duplicate_ignored
                        where object = {0} and one_id = any({1}) and other_id = any({1})""", DSL.val(object.name()), DSL.val(ids.toArray(Long[]::new), SQLDataType.BIGINT.array()))
                .map(row -> new Pair(row.get(0, Long.class), row.get(1, Long.class))));
    }

    static void add(DSLContext database, ObjectDefinition object, List<Long> ids, long by) {
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                Pair pair = Pair.of(ids.get(i), ids.get(j));
                database.execute("""
                        insert into duplicate_ignored (object, one_id, other_id, by_id)
                        values ({0}, {1}, {2}, {3}) on conflict do nothing""", DSL.val(object.name()), DSL.val(pair.one()), DSL.val(pair.other()), DSL.val(by));
            }
        }
    }

    static void remove(DSLContext database, ObjectDefinition object, List<Long> ids) {
        database.execute(
                "delete from duplicate_ignored where object = {0} and one_id = any({1}) and other_id = any({1})",
                DSL.val(object.name()), DSL.val(ids.toArray(Long[]::new), SQLDataType.BIGINT.array()));
    }
}
