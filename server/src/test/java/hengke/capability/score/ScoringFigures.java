package hengke.capability.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long scoring takes, beside the same by hand: {@code -Dhengke.figures=100000 -Dtest=ScoringFigures}. */
@EnabledIfSystemProperty(named = "hengke.figures", matches = "\\d+")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoringFigures {
    private static final int ROUNDS = 5;
    private static final String RULES = """
            "rules":[
             {"name":"规模","filter":{"field":"employees","op":"ge","value":200},"points":20,"group":"规模"},
             {"name":"营业额","filter":{"field":"revenue","op":"ge","value":"50000000"},"points":20,"group":"规模"},
             {"name":"行业","filter":{"or":[{"field":"industry","op":"under","value":"manufacturing"},
              {"field":"industry","op":"under","value":"it"}]},"points":10},
             {"name":"成交","filter":{"field":"status","op":"eq","value":"won"},"points":25},
             {"name":"跟进","filter":{"field":"lastContactAt","op":"during","value":{"last":30,"unit":"day"}},"points":15,"group":"互动"},
             {"name":"决策人","filter":{"exists":"contacts","where":{"field":"role","op":"eq","value":"decider"}},"points":15,"group":"互动"},
             {"name":"推荐","filter":{"field":"source","op":"eq","value":"referral"},"points":10},
             {"name":"流失","filter":{"field":"status","op":"eq","value":"lost"},"points":-40}],
            "groups":[{"name":"规模","cap":30},{"name":"互动","cap":25}],
            "bands":[{"from":60,"level":"A"},{"from":35,"level":"B"},{"from":10,"level":"C"},{"from":-100,"level":"D"}]""";
    private static final String BY_HAND = """
            update customer c set score = s.score
            from (select id,
                    least(30, (case when employees >= 200 then 20 else 0 end)
                            + (case when revenue >= 50000000 then 20 else 0 end))
                    + case when industry like 'manufacturing%%' or industry like 'it%%' then 10 else 0 end
                    + case when status = 'won' then 25 else 0 end
                    + least(25, (case when last_contact_at >= now() - interval '30 days' then 15 else 0 end)
                            + (case when exists (select from contact p where p.customer = c.id and p.role = 'decider'
                                and p.deleted_at is null) then 15 else 0 end))
                    + case when source = 'referral' then 10 else 0 end
                    - case when status = 'lost' then 40 else 0 end as score
                  from customer c where deleted_at is null) s
            where c.id = s.id and c.score is distinct from s.score""";

    @Test
    void scoring_all_customers_and_saving_one() {
        int many = Integer.getInteger("hengke.figures", 100_000);
        try (ScoreWorld world = new ScoreWorld()) {
            DSLContext database = world.application.database().dsl();
            fill(database, many);
            long first = took(() -> world.score("\"keepsEarlier\":true," + RULES));
            System.out.printf("levels for %,d customers, history and all: %,d ms%n", many, first);
            List<Long> product = new ArrayList<>();
            List<Long> hand = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                database.execute("update customer set score = null");
                database.execute("update scoring_state set goal = ''");
                database.execute("vacuum analyze customer");
                product.add(took(() -> world.rescore().run()));
                database.execute("update customer set score = null");
                database.execute("vacuum analyze customer");
                hand.add(took(() -> database.execute(BY_HAND)));
            }
            database.execute("update scoring_state set goal = ''");
            long idle = took(() -> world.rescore().run());
            Collections.sort(product);
            Collections.sort(hand);
            System.out.printf(
                    "scores alone: %,d ms, by hand %,d ms, ratio %.2f; a night in which nothing changes: %,d ms%n",
                    product.get(ROUNDS / 2),
                    hand.get(ROUNDS / 2),
                    (double) product.get(ROUNDS / 2) / hand.get(ROUNDS / 2),
                    idle);
            AtomicInteger sent = new AtomicInteger();
            world.application
                    .bean(DSLContext.class)
                    .configuration()
                    .set(new DefaultExecuteListenerProvider(new ExecuteListener() {
                        @Override
                        public void executeStart(ExecuteContext context) {
                            // not what runs in the background meanwhile
                            if (StackWalker.getInstance()
                                    .walk(frames -> frames.anyMatch(
                                            frame -> frame.getClassName().endsWith(".RecordsController")))) {
                                sent.incrementAndGet();
                            }
                        }
                    }));
            figures(world, sent, "with 8 rules");
            world.rules("\"active\":false").expect(200);
            world.rescore().run();
            figures(world, sent, "without rules");
        }
    }

    private static void figures(ScoreWorld world, AtomicInteger sent, String rules) {
        long id = world.customer("");
        sent.set(0);
        world.customer("\"industry\":\"manufacturing\"");
        int create = sent.getAndSet(0);
        long version = world.seen(id).get("version").asLong();
        sent.set(0);
        world.admin
                .patch(
                        "/api/records/customer/" + id,
                        "{\"website\":\"https://example.com\",\"version\":" + version + "}")
                .expect(200);
        int change = sent.getAndSet(0);
        System.out.printf("%s: to create one %d statements, to change one %d%n", rules, create, change);
        assertThat(create).isPositive();
    }

    private static void fill(DSLContext database, int many) {
        database.execute(
                "insert into customer (name, code, industry, status, source, employees, revenue,"
                        + " revenue_amount, revenue_currency, last_contact_at, version, created_at, created_by, updated_at, updated_by)"
                        + " select '第' || n || '家', 'T' || n, (array['manufacturing','retail','it','finance'])[n % 4 + 1],"
                        + " (array['new','won','lost','following','paused'])[n % 5 + 1],"
                        + " (array['referral','website','event'])[n % 3 + 1], n % 900, (n % 97) * 1000000.0, (n % 97) * 1000000.0, 'CNY',"
                        + " now() - make_interval(days => n % 120), 1, now(), 0, now(), 0 from generate_series(1, ?) n",
                many);
        database.execute("insert into contact (name, customer, role, version, created_at, created_by, updated_at,"
                + " updated_by) select '王芳', id, (array['decider','user','finance'])[id % 3 + 1], 1, now(), 0, now(),"
                + " 0 from customer, generate_series(1, 2)");
        database.execute("vacuum analyze");
    }

    private static long took(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
