package hengke.bench;

import com.zaxxer.hikari.HikariDataSource;
import hengke.Hengke;
import hengke.automation.Advance;
import hengke.capability.pool.RecyclePools;
import hengke.capability.portrait.Portraits;
import hengke.capability.score.Rescore;
import hengke.capability.worth.Revaluation;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.kernel.audit.LogSeals;
import hengke.kernel.identity.ApiTokens;
import hengke.kernel.metadata.LiveCatalog;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DSL;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * {@code ./hengke bench}: fills a database once, does every workload with the running product and by hand, and writes
 * down how they compare; {@link Order} has the options.
 */
public final class Bench {
    private final Order order;
    private final ServerTime serverTime = new ServerTime();
    private final SentStatements sent = new SentStatements(serverTime);

    private Bench(Order order) {
        this.order = order;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        run(Order.of(arguments));
    }

    static List<Comparison.Result> run(Order order) throws SQLException, IOException {
        return new Bench(order).run();
    }

    private List<Comparison.Result> run() throws SQLException, IOException {
        try (var application = start()) {
            HikariDataSource dataSource = application.getBean(HikariDataSource.class);
            DSLContext database = application.getBean(DSLContext.class);
            new Volume(
                            dataSource,
                            application.getBean(LiveCatalog.class).current(),
                            application.getBean(Customer.class),
                            application.getBean(Contact.class))
                    .ensure(order.customers());
            awaitRest(database);
            Product product =
                    new Product(application.getEnvironment().getRequiredProperty("local.server.port", int.class));
            try (var connection = dataSource.getConnection()) {
                Comparison comparison =
                        new Comparison(product, serverTime, new ByHand(connection), sent, database, order.rounds());
                List<Workload> workloads = new Workloads(
                                order, product, application.getBean(Customer.class), dataSource, database)
                                .all(
                                        application.getBean(ApiTokens.class),
                                        application.getBean(LogSeals.class),
                                        new Workloads.Nightly(
                                                application.getBean(Portraits.class),
                                                application.getBean(Revaluation.class),
                                                application.getBean(Rescore.class),
                                                application.getBean(RecyclePools.class),
                                                application.getBean(Advance.class)))
                                .stream()
                                .filter(order::wants)
                                .toList();
                return compare(comparison, workloads, Machine.now(database));
            }
        }
    }

    /** What the product reckons by itself of customers that it finds filled in would be measured along. */
    private static void awaitRest(DSLContext database) {
        while (database.fetchExists(DSL.selectOne()
                .from("scheduled_tasks")
                .where("picked or task_instance <> 'recurring' and execution_time < now()"))) {
            Product.pause();
        }
    }

    /** The page grows with every workload, so that a run cut short has told what it knows. */
    private List<Comparison.Result> compare(Comparison comparison, List<Workload> workloads, Machine machine)
            throws IOException {
        workloads.forEach(comparison::warmUp);
        say("%-75s %8s %8s %5s %3s", "milliseconds", "product", "by hand", "ratio", "SQL");
        Optional<String> firstLoad = FirstLoad.ofBuiltInterface();
        List<Comparison.Result> results = new ArrayList<>();
        for (Workload workload : workloads) {
            Comparison.Result result = comparison.of(workload);
            results.add(result);
            say(
                    "%-75s %8.1f %8.1f %5.2f %3d %s",
                    workload.name(),
                    result.product(),
                    result.byHand(),
                    result.ratio(),
                    result.statements().size(),
                    result.kept() ? "" : "missed " + workload.budget());
            Growth.note(order, result);
            if (order.page().isPresent()) {
                Report.write(order.page().get(), order.customers(), machine, results, firstLoad, Growth.table(order));
            }
        }
        Growth.table(order).ifPresent(table -> say("%s", "\nduplicates: search among all\n" + table));
        return results;
    }

    private ConfigurableApplicationContext start() {
        var outermost = new FilterRegistrationBean<>(serverTime);
        outermost.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return new SpringApplicationBuilder(Hengke.class)
                .logStartupInfo(false)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("sentStatements", (ExecuteListenerProvider) () -> sent);
                    context.getBeanFactory().registerSingleton("serverTime", outermost);
                })
                .run(Stream.concat(
                                Stream.of("--server.port=0", "--hengke.data=" + order.data()),
                                order.settings().stream())
                        .toArray(String[]::new));
    }

    static void say(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }
}
