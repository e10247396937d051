package hengke.kernel.schema;

import hengke.kernel.metadata.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Brings the tables to what a catalog says. One node at a time does it, the others wait and find nothing left to do;
 * after a kill at any point the next call goes on where the last one stopped.
 */
public final class SchemaSync {
    private final DataSource dataSource;
    private final Patience patience;
    private final StepListener listener;

    /** What came of it. */
    public sealed interface Outcome permits Done, Obstructed {}

    /**
     * The database is as the catalog says.
     *
     * @param steps what had to be done, in words
     */
    public record Done(List<String> steps) implements Outcome {}

    /** Nothing was changed, because of these. */
    public record Obstructed(List<Obstacle> obstacles) implements Outcome {}

    public SchemaSync(DataSource dataSource) {
        this(dataSource, Patience.USUAL, StepListener.NONE);
    }

    SchemaSync(DataSource dataSource, Patience patience, StepListener listener) {
        this.dataSource = dataSource;
        this.patience = patience;
        this.listener = listener;
    }

    /** Reads how the tables are, and does what is missing. */
    public Outcome bringTo(Catalog catalog) {
        Layout layout = Layout.of(catalog);
        try (Connection connection = dataSource.getConnection()) {
            DSLContext database = DSL.using(connection, SQLDialect.POSTGRES);
            Plan plan = Plan.from(Introspection.read(database), layout);
            if (plan.steps().isEmpty() && plan.obstacles().isEmpty()) {
                return new Done(List.of());
            }
            try (var _ = SchemaLock.take(database)) {
                return run(database, Plan.from(Introspection.read(database), layout));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The schema cannot be brought to the catalog", e);
        }
    }

    /** Removes what is still there of what was given up for good. */
    void remove(Removal removal) {
        try (Connection connection = dataSource.getConnection()) {
            DSLContext database = DSL.using(connection, SQLDialect.POSTGRES);
            if (!removal.steps(Introspection.read(database)).isEmpty()) {
                try (var _ = SchemaLock.take(database)) {
                    run(database, new Plan(removal.steps(Introspection.read(database)), List.of()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What was given up cannot be removed", e);
        }
    }

    private Outcome run(DSLContext database, Plan plan) {
        if (!plan.obstacles().isEmpty()) {
            return new Obstructed(plan.obstacles());
        }
        StepRun run = new StepRun(database, patience, listener);
        run.noteInterrupted();
        for (Step step : plan.steps()) {
            if (run.perform(step) instanceof StepRun.Refused(Obstacle obstacle)) {
                return new Obstructed(List.of(obstacle));
            }
        }
        return new Done(plan.steps().stream().map(Step::title).toList());
    }
}
