package hengke.bench;

import hengke.Hengke;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.kernel.identity.ApiTokens;
import hengke.kernel.metadata.LiveCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * {@code ./hengke bench [--rows N] [part of a workload's name …]}: fills a database once, does every workload with the
 * product and by hand, and writes down how they compare.
 */
public final class Bench {
    private static final String COLLEAGUES = """
            with recursive tree as (select id from department where id = ?
                union all select d.id from department d join tree on d.parent_id = tree.id)
            select array_agg(person.id order by person.id) from person join tree on department_id = tree.id""";

    private Bench() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        List<String> wanted = new ArrayList<>(Arrays.asList(arguments));
        int rowsAt = wanted.indexOf("--rows");
        long rows = rowsAt < 0 ? 1_000_000 : Long.parseLong(wanted.remove(rowsAt + 1));
        wanted.remove("--rows");
        String data = System.getProperty("hengke.bench.data", "server/target/bench-" + rows);
        SentStatements sent = new SentStatements();
        ServerTime serverTime = new ServerTime();
        try (var application = start(data, sent, serverTime)) {
            DataSource dataSource = application.getBean(DataSource.class);
            DSLContext database = application.getBean(DSLContext.class);
            new Volume(
                            dataSource,
                            application.getBean(LiveCatalog.class).current(),
                            application.getBean(Customer.class),
                            application.getBean(Contact.class))
                    .ensure(rows);
            int port = Integer.parseInt(application.getEnvironment().getProperty("local.server.port", "0"));
            Product product = new Product(port);
            List<Comparison.Result> results = new ArrayList<>();
            try (var connection = dataSource.getConnection()) {
                Comparison comparison = new Comparison(product, serverTime, new ByHand(connection), sent, database);
                List<Workload> workloads = workloads(product, database, application.getBean(ApiTokens.class)).stream()
                        .filter(each -> wanted.isEmpty() || wanted.stream().anyMatch(each.name()::contains))
                        .toList();
                workloads.forEach(comparison::warmUp);
                say("%-70s %8s %8s %8s %5s %3s", "milliseconds", "server", "round", "by hand", "ratio", "SQL");
                for (Workload workload : workloads) {
                    Comparison.Result result = comparison.of(workload);
                    results.add(result);
                    say(
                            "%-70s %8.1f %8.1f %8.1f %5.1f %3d %s",
                            workload.name(),
                            result.server(),
                            result.roundTrip(),
                            result.byHand(),
                            result.ratio(),
                            result.statements().size(),
                            result.kept() ? "" : "over " + workload.budget());
                }
            }
            if (wanted.isEmpty()) {
                Report.write(Path.of("docs/performance.md"), rows, conditions(database), results);
            }
        }
    }

    private static ConfigurableApplicationContext start(String data, SentStatements sent, ServerTime serverTime) {
        var outermost = new FilterRegistrationBean<>(serverTime);
        outermost.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return new SpringApplicationBuilder(Hengke.class)
                .logStartupInfo(false)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("sentStatements", (ExecuteListenerProvider) () -> sent);
                    context.getBeanFactory().registerSingleton("serverTime", outermost);
                })
                .run("--server.port=0", "--hengke.data=" + data);
    }

    private static List<Workload> workloads(Product product, DSLContext database, ApiTokens tokens) {
        Map<Cast, Cast.Person> cast = new EnumMap<>(Cast.class);
        for (Cast part : Cast.values()) {
            cast.put(part, part.choose(database, tokens));
        }
        Function<Cast.Person, Long[]> colleagues =
                person -> database.fetchSingle(COLLEAGUES, person.department()).get(0, Long[].class);
        Cast.Person seller = cast.get(Cast.SELLER);
        Map<Long, Long> mine = database.fetch(
                        "select id, version from customer where owner = ? and deleted_at is null order by id limit 500",
                        seller.id())
                .intoMap(row -> row.get(0, Long.class), row -> row.get(1, Long.class));
        List<Workload> all = new ArrayList<>();
        all.add(new Nothing(seller));
        all.addAll(new ListPages(cast, colleagues).all(product));
        all.addAll(new KeywordSearch(cast, colleagues).all());
        all.addAll(new GroupedReport(cast, colleagues).all());
        all.addAll(new OneRecord(seller, mine).all());
        return all;
    }

    /** What every request costs, whatever it asks for: the way there and back, and who is asking. */
    private record Nothing(Cast.Person person) implements Workload {
        @Override
        public String name() {
            return "nothing: who am I";
        }

        @Override
        public Budget budget() {
            return new Budget(2, 2, 0);
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            return product.get(person, "/session");
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            return hand.ids("select id, name from person where id = ?", person.id());
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.empty();
        }
    }

    private static String conditions(DSLContext database) {
        return "PostgreSQL %s, Java %s, %d processors."
                .formatted(
                        database.fetchSingle("show server_version").get(0),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors());
    }

    static void say(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }
}
