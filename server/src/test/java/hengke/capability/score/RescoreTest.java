package hengke.capability.score;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.testing.LockOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RescoreTest {
    private static final int MANY = 1_200;

    private static ScoreWorld world;
    private static DSLContext database;
    private static ObjectDefinition customer;

    @BeforeAll
    static void start() {
        world = new ScoreWorld();
        database = world.application.database().dsl();
        customer = world.customer();
        // past the product, as records that were there before the rules
        database.execute(
                "insert into customer (name, code, industry, status, version, created_at, created_by, updated_at,"
                        + " updated_by) select '第' || n || '家', 'T' || n, case when n % 2 = 0 then 'manufacturing'"
                        + " else 'retail' end, 'new', 1, now(), 0, now(), 0 from generate_series(1, ?) n",
                MANY);
        world.score("\"keepsEarlier\":true," + ScoreWorld.RULES);
        ScoreWorld.within(() ->
                !database.fetchExists(DSL.selectOne().from("scheduled_tasks").where("task_name = 'rescore'")));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static long levels(String level) {
        return database.fetchSingle("select count(*) from customer where level = ?", level)
                .get(0, Long.class);
    }

    private static long told() {
        return database.fetchSingle(
                        "select count(*) from record_change where object = 'customer' and jsonb_exists(after, 'level')")
                .get(0, Long.class);
    }

    private static void again() {
        database.transaction(transaction -> {
            // nobody else writes meanwhile, nor holds rows that it is about to write
            transaction.dsl().execute("lock table customer in exclusive mode");
            transaction.dsl().execute("update customer set level = null, level_by = null, score = null");
            transaction.dsl().execute("update scoring_state set goal = ''");
        });
    }

    @Test
    void every_record_follows_once_and_its_history_tells() {
        assertThat(levels("B")).isEqualTo(MANY / 2);
        assertThat(levels("C")).isEqualTo(MANY / 2);
        long told = told();
        assertThat(told).isGreaterThanOrEqualTo(MANY);
        database.execute("update scoring_state set goal = ''");
        world.rescore().run();
        assertThat(told()).isEqualTo(told);
        assertThat(database.fetchSingle("select count(*) from operation where status = 'running'")
                        .get(0, Long.class))
                .isZero();
    }

    @Test
    void two_at_once_do_the_work_once() throws Exception {
        again();
        long told = told();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                runs.add(both.submit(() -> world.rescore().run()));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertThat(levels("B")).isEqualTo(MANY / 2);
        assertThat(told() - told).isEqualTo(MANY);
    }

    @Test
    void what_is_broken_off_goes_on_from_there() {
        again();
        assertThat(world.rescore().step(customer)).isTrue();
        assertThat(levels("B") + levels("C")).isEqualTo(Rescore.PART);
        assertThat(world.admin.get("/api/scoring/customer").text("/progress/finished"))
                .isEqualTo("false");
        world.rescore().run();
        assertThat(levels("B") + levels("C")).isEqualTo(MANY);
        assertThat(world.admin.get("/api/scoring/customer").text("/progress/finished"))
                .isEqualTo("true");
        assertThat(database.fetchSingle(
                                "select changed from operation where label like '规则评级%' order by id desc limit 1")
                        .get(0, Long.class))
                .isEqualTo(MANY);
    }

    @Test
    void sql_and_memory_give_the_same_score() {
        Scale scale = world.application.bean(Scales.class).of(customer).orElseThrow();
        database.select().from(scale.judged(row -> row.living())).forEach(judged -> {
            Scoring.Outcome outcome = scale.outcome(judged);
            assertThat((long) outcome.score()).isEqualTo(judged.get("score", Long.class));
            assertThat(outcome.level()).isEqualTo(judged.get("level", String.class));
        });
    }

    @Test
    void scores_are_written_and_forgotten_in_the_order_of_ids() {
        List<Long> ids =
                database.fetch("select id from customer order by id limit 3").getValues(0, Long.class);
        Runnable anew = () -> {
            database.execute("update scoring_state set goal = ''");
            world.rescore().run();
        };
        wrong(ids);
        LockOrder.requireById(database, "customer", ids, anew);
        world.rules("\"active\":false").expect(200);
        anew.run();
        wrong(ids);
        LockOrder.requireById(database, "customer", ids, anew);
        world.score("\"keepsEarlier\":true," + ScoreWorld.RULES);
    }

    private static void wrong(List<Long> ids) {
        database.execute("update customer set score = 9999 where id = any(?)", (Object) ids.toArray(Long[]::new));
    }
}
