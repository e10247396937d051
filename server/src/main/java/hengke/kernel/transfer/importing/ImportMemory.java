package hengke.kernel.transfer.importing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** How people matched the titles of columns before. */
final class ImportMemory {
    private static final org.jooq.Table<Record> MEMORY = table(name("import_memory"));
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> TITLE = field(name("title"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> TARGET = field(name("target"), SQLDataType.CLOB);

    private ImportMemory() {}

    /** How this person matched titles of this object before. */
    static Map<String, String> of(DSLContext database, long actor, String object) {
        return database.select(TITLE, TARGET)
                .from(MEMORY)
                .where(ACTOR.eq(actor), OBJECT.eq(object))
                .fetchMap(TITLE, TARGET);
    }

    static void remember(DSLContext database, long actor, String object, Map<String, String> targets) {
        targets.forEach((title, target) -> database.insertInto(MEMORY)
                .columns(ACTOR, OBJECT, TITLE, TARGET)
                .values(actor, object, title, target)
                .onConflict(ACTOR, OBJECT, TITLE)
                .doUpdate()
                .set(TARGET, target)
                .execute());
    }
}
