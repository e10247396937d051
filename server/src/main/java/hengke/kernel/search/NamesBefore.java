package hengke.kernel.search;

import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.schema.SearchTable;
import hengke.kernel.text.SearchQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The names records had before, and those of records that were merged into them. They are few, and looked through beside
 * the index: within it every save of such a record would have to look for them.
 */
final class NamesBefore {
    private static final int MOST = 200;

    private NamesBefore() {}

    /** The records that were called so, each with such a name; none of an object whose records no name identifies. */
    static Map<Long, String> of(DSLContext database, ObjectDefinition object, SearchQuery query) {
        if (query.isEmpty() || !object.title().traits().is(Trait.IDENTIFYING)) {
            return Map.of();
        }
        Map<Long, String> names = new LinkedHashMap<>();
        if (!anyCalled(database, object, query)) {
            return names;
        }
        database.fetch(
                        """
                        with recursive called (id, name) as (
                            select record_id, written from former_name where object = {0} and name like all ({1})
                            union
                            select m.into_id, gone.title from merged_record m
                                join {2} s on s.record_id = m.record_id
                                join (select id, {4} as title from {3} where deleted_at is not null) gone
                                    on gone.id = m.record_id
                            where m.object = {0} and s.title like all ({1})
                            union
                            select m.into_id, called.name from called
                                join merged_record m on m.object = {0} and m.record_id = called.id
                                join {3} gone on gone.id = m.record_id and gone.deleted_at is not null)
                        select id, name from called order by id desc limit {5}""",
                        DSL.val(object.name()),
                        DSL.val(patterns(query), SQLDataType.CLOB.array()),
                        DSL.table(DSL.name(SearchTable.name(object))),
                        DSL.table(DSL.name(object.table())),
                        DSL.field(DSL.name(object.title().column())),
                        DSL.val(MOST))
                .forEach(found -> names.putIfAbsent(found.get(0, Long.class), found.get(1, String.class)));
        return names;
    }

    /** Nearly always there is none, and to plan the way to the records that are left takes longer than to look here. */
    private static boolean anyCalled(DSLContext database, ObjectDefinition object, SearchQuery query) {
        return database.fetchSingle(
                        """
                        select exists (select from former_name where object = {0} and name like all ({1}))
                            or exists (select from merged_record m join {2} s on s.record_id = m.record_id
                                       where m.object = {0} and s.title like all ({1}))""",
                        DSL.val(object.name()),
                        DSL.val(patterns(query), SQLDataType.CLOB.array()),
                        DSL.table(DSL.name(SearchTable.name(object))))
                .get(0, boolean.class);
    }

    /** A needle that begins with a line end stands at the beginning. */
    private static String[] patterns(SearchQuery query) {
        return query.needles().stream()
                .map(needle -> needle.startsWith("\n")
                        ? RecordSearch.escaped(needle.strip()) + "%"
                        : "%" + RecordSearch.escaped(needle) + "%")
                .toArray(String[]::new);
    }
}
