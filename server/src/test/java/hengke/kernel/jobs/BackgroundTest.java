package hengke.kernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import hengke.testing.TestDatabase;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** What is promised several times before it is done is done once, and never missed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackgroundTest {
    private static final TaskDescriptor<Void> RUN = TaskDescriptor.of("a-run-over-everything");
    private static final Duration LATER = Duration.ofHours(1);
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE.dataSource()));
    private final Background background = background();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void nothing_waits() {
        DATABASE.dsl().execute("delete from scheduled_tasks");
    }

    @Test
    void one_that_waits_answers_for_several_changes() {
        transactions.executeWithoutResult(_ -> {
            background.promiseOnce(RUN, LATER);
            background.promiseOnce(RUN, LATER);
        });
        transactions.executeWithoutResult(_ -> background.promiseOnce(RUN, LATER));
        assertThat(runs()).isOne();
    }

    @Test
    void one_that_has_begun_is_not_enough() {
        background.promiseOnce(RUN, LATER);
        DATABASE.dsl().execute("update scheduled_tasks set picked = true");
        background.promiseOnce(RUN, LATER);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void a_change_that_is_taken_back_promises_nothing() {
        transactions.executeWithoutResult(change -> {
            background.promiseOnce(RUN, LATER);
            change.setRollbackOnly();
        });
        assertThat(runs()).isZero();
    }

    @Test
    void it_does_not_begin_before_the_change_is_there() {
        background.promiseOnce(RUN, LATER);
        transactions.executeWithoutResult(_ -> {
            background.promiseOnce(RUN, LATER);
            assertThat(DATABASE.dsl().fetch("select 1 from scheduled_tasks for update skip locked"))
                    .isEmpty();
        });
        assertThat(DATABASE.dsl().fetch("select 1 from scheduled_tasks for update skip locked"))
                .hasSize(1);
    }

    private static int runs() {
        return DATABASE.dsl().fetchCount(DSL.table("scheduled_tasks"));
    }

    private static Background background() {
        TransactionAwareDataSourceProxy source = new TransactionAwareDataSourceProxy(DATABASE.dataSource());
        DSLContext within = DSL.using(source, SQLDialect.POSTGRES);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("scheduler", Scheduler.create(source).build());
        return new Background(beans.getBeanProvider(Scheduler.class), within);
    }
}
