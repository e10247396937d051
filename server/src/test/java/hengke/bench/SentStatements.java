package hengke.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;

/** Notes, while it is asked to, what the product sends to the database to answer requests. */
final class SentStatements implements ExecuteListener {
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final ServerTime serverTime;
    private volatile boolean noting;

    SentStatements(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        if (noting && serverTime.here()) {
            statements.add(
                    context.query() == null
                            ? String.valueOf(context.sql())
                            : DSL.using(context.configuration()).renderInlined(context.query()));
        }
    }

    /** The statements, with their values, that some work leads to. */
    List<String> during(Runnable work) {
        statements.clear();
        noting = true;
        work.run();
        noting = false;
        return List.copyOf(statements);
    }
}
