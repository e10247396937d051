package hengke.bench;

import com.zaxxer.hikari.HikariDataSource;
import hengke.Hengke;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.identity.ApiTokens;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.records.RecordChanged;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * {@code ./hengke bench news}: how long news are on their way. 500 people have a page open and are told 50 notices a
 * second; then a thousand records are changed every second, and a subscriber of the outbox hears of each.
 */
final class NewsDelay {
    private static final int PAGES = 500;
    private static final int NOTICES_A_SECOND = 50;
    private static final int CHANGES_A_SECOND = 1_000;
    private static final int TOGETHER = 500;
    private static final int SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private NewsDelay() {}

    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        Order order = Order.of(arguments);
        Delays heard = new Delays();
        try (var application = new SpringApplicationBuilder(Hengke.class)
                .logStartupInfo(false)
                .initializers(
                        context -> context.getBeanFactory().registerSingleton("outboxDelay", new HearsChanges(heard)))
                .run("--server.port=0", "--hengke.data=" + order.data())) {
            DSLContext database = application.getBean(DSLContext.class);
            new Volume(
                            application.getBean(HikariDataSource.class),
                            application.getBean(LiveCatalog.class).current(),
                            application.getBean(Customer.class),
                            application.getBean(Contact.class))
                    .ensure(order.customers());
            int port = application.getEnvironment().getRequiredProperty("local.server.port", int.class);
            notices(database, application.getBean(Notices.class), port);
            Cast.Person person = Cast.ADMINISTRATOR.choose(database, application.getBean(ApiTokens.class));
            changes(new Product(port), person, database, heard);
        }
    }

    /** Each notice is for one of those who listen, and must reach nobody else. */
    private static void notices(DSLContext database, Notices notices, int port) throws InterruptedException {
        List<Long> people = database.fetch(
                        "select id from person where active and id >= ? order by id limit ?",
                        Volume.FIRST_PERSON,
                        PAGES)
                .map(row -> row.get(0, Long.class));
        Delays delays = new Delays();
        try (var pages = new OpenPages(database, people, port, delays)) {
            Random random = new Random(1);
            everySecond(() -> {
                for (int i = 0; i < NOTICES_A_SECOND; i++) {
                    long person = people.get(random.nextInt(people.size()));
                    database.transaction(configuration -> notices.tellInPerson(
                            configuration.dsl(),
                            new Telling(
                                    person,
                                    "conversation",
                                    Message.of("conversation.mentioned", "Bench"),
                                    null,
                                    null,
                                    "bench:" + Long.toHexString(random.nextLong()))));
                    Thread.sleep(1_000 / NOTICES_A_SECOND / 2);
                }
            });
            delays.await(NOTICES_A_SECOND * SECONDS, PATIENCE);
            pages.requireEverybodysOwn();
        }
        say("%,d pages open, %d notices a second", people.size(), NOTICES_A_SECOND, delays, NOTICES_A_SECOND * SECONDS);
        database.execute("delete from notice where once like 'bench:%'");
    }

    private static void changes(Product product, Cast.Person person, DSLContext database, Delays heard)
            throws InterruptedException {
        Long[] ids = database.fetch(
                        "select id from customer where deleted_at is null order by id limit ?",
                        CHANGES_A_SECOND * SECONDS)
                .map(row -> row.get(0, Long.class))
                .toArray(Long[]::new);
        String other = database.fetchExists(
                        DSL.selectOne().from("customer").where("id = any(?) and remarks is not null", (Object) ids))
                ? "null"
                : "\"测速\"";
        heard.forget();
        int[] from = {0};
        everySecond(() -> {
            for (int part = 0; part < CHANGES_A_SECOND / TOGETHER; part++) {
                String these = IntStream.range(from[0], from[0] + TOGETHER)
                        .mapToObj(i -> Long.toString(ids[i]))
                        .collect(Collectors.joining(","));
                from[0] += TOGETHER;
                product.post(person, "/records/customer/bulk", """
                        {"ids":[%s],"change":{"remarks":%s}}""".formatted(these, other));
            }
        });
        heard.await(ids.length, PATIENCE);
        say("%,d changes a second, in parts of %d", CHANGES_A_SECOND, TOGETHER, heard, ids.length);
    }

    private interface Work {
        void now() throws InterruptedException;
    }

    /** As many times as there are seconds; late, if the work takes longer. */
    private static void everySecond(Work work) throws InterruptedException {
        long begun = System.nanoTime();
        for (int second = 0; second < SECONDS; second++) {
            work.now();
            long left = begun + TimeUnit.SECONDS.toNanos(second + 1L) - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        if (took > SECONDS * 1.05) {
            Bench.say("the machine did not keep up: %.1f s instead of %d", took, SECONDS);
        }
    }

    private static void say(String what, int one, int other, Delays delays, int expected) {
        Bench.say("%s: %s, %,d of %,d heard", what.formatted(one, other), delays, delays.count(), expected);
    }

    /** Hears of every change from the outbox as the product's own subscribers do. */
    private record HearsChanges(Delays heard) implements Subscriber<RecordChanged> {
        @Override
        public String name() {
            return "bench";
        }

        @Override
        public Set<EventKind<? extends RecordChanged>> kinds() {
            return Set.of(RecordChanged.KIND);
        }

        @Override
        public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
            Instant now = Instant.now();
            deliveries.forEach(each -> heard.add(Duration.between(each.at(), now)));
        }
    }
}
