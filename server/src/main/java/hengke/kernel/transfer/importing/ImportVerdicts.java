package hengke.kernel.transfer.importing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Label;
import hengke.kernel.transfer.importing.ImportJob.RowError;
import hengke.kernel.transfer.importing.ImportJob.RowResult;
import hengke.kernel.transfer.importing.ImportJob.RowVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of what became of each row of an import. */
public final class ImportVerdicts {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final org.jooq.Table<Record> ROWS = table(name("import_row"));
    private static final org.jooq.Field<Long> IMPORT = field(name("import_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Integer> ROW = field(name("row"), SQLDataType.INTEGER);
    private static final org.jooq.Field<String> VERDICT = field(name("verdict"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<JSONB> CONTENT = field(name("content"), SQLDataType.JSONB);
    private static final org.jooq.Field<JSONB> ERRORS = field(name("errors"), SQLDataType.JSONB);

    private ImportVerdicts() {}

    /** Verdicts in row order, of one kind or of all. */
    public static List<RowResult> of(DSLContext database, long id, @Nullable String verdict, int after, int limit) {
        return database.select()
                .from(ROWS)
                .where(IMPORT.eq(id), ROW.gt(after))
                .and(verdict == null ? DSL.noCondition() : VERDICT.eq(verdict))
                .orderBy(ROW)
                .limit(limit)
                .fetch(ImportVerdicts::result);
    }

    static void add(DSLContext transaction, long id, List<RowResult> results) {
        if (results.isEmpty()) {
            return;
        }
        var insert = transaction.insertInto(ROWS).columns(IMPORT, ROW, VERDICT, RECORD, CONTENT, ERRORS);
        for (RowResult result : results) {
            insert = insert.values(
                    id,
                    result.row(),
                    result.verdict().wire(),
                    result.record(),
                    JSONB.valueOf(result.content().toString()),
                    JSONB.valueOf(errors(result).toString()));
        }
        insert.execute();
    }

    /** Before the next attempt. */
    static void forget(DSLContext transaction, long id) {
        transaction.deleteFrom(ROWS).where(IMPORT.eq(id)).execute();
    }

    private static RowResult result(Record found) {
        List<RowError> errors = new ArrayList<>();
        JSON.readTree(found.get(ERRORS).data())
                .forEach(error -> errors.add(new RowError(
                        error.path("field").asString(),
                        new Label(error.path("zh").asString(), error.path("en").asString()))));
        return new RowResult(
                found.get(ROW),
                RowVerdict.valueOf(found.get(VERDICT).toUpperCase(Locale.ROOT)),
                found.get(RECORD),
                (ObjectNode) JSON.readTree(found.get(CONTENT).data()),
                errors);
    }

    private static ArrayNode errors(RowResult result) {
        ArrayNode errors = JSON.createArrayNode();
        result.errors()
                .forEach(error -> errors.addObject()
                        .put("field", error.field())
                        .put("zh", error.message().chinese())
                        .put("en", error.message().english()));
        return errors;
    }
}
