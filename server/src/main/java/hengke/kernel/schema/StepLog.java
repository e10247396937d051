package hengke.kernel.schema;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The steps taken, as rows of {@code schema_step}. */
final class StepLog {
    private static final Table<Record> STEPS = table(name("schema_step"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<String> WHAT = field(name("what"), SQLDataType.CLOB);
    private static final Field<String> NODE = field(name("node"), SQLDataType.CLOB);
    private static final Field<String> STATE = field(name("state"), SQLDataType.CLOB);
    private static final Field<String> ERROR = field(name("error"), SQLDataType.CLOB);
    private static final Field<Instant> FINISHED_AT = field(name("finished_at"), SQLDataType.INSTANT);

    private final DSLContext database;

    StepLog(DSLContext database) {
        this.database = database;
    }

    long started(Step step) {
        return Objects.requireNonNull(database.insertInto(STEPS, WHAT, NODE, STATE)
                .values(String.join(";\n", step.statements()), node(), "running")
                .returningResult(ID)
                .fetchSingle()
                .value1());
    }

    void done(long id) {
        finish(id, "done");
    }

    void failed(long id, Exception e) {
        finish(id, "failed");
        database.update(STEPS).set(ERROR, e.getMessage()).where(ID.eq(id)).execute();
    }

    /** Whoever holds the lock knows that no other step is running. */
    void interrupted() {
        database.update(STEPS)
                .set(STATE, "interrupted")
                .set(FINISHED_AT, clock())
                .where(STATE.eq("running"))
                .execute();
    }

    private void finish(long id, String state) {
        database.update(STEPS)
                .set(STATE, state)
                .set(FINISHED_AT, clock())
                .where(ID.eq(id))
                .execute();
    }

    private static Field<Instant> clock() {
        return DSL.field("clock_timestamp()", SQLDataType.INSTANT);
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return String.valueOf(ProcessHandle.current().pid());
        }
    }
}
