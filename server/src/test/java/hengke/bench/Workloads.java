package hengke.bench;

import com.zaxxer.hikari.HikariDataSource;
import hengke.automation.Advance;
import hengke.capability.pool.RecyclePools;
import hengke.capability.portrait.Portraits;
import hengke.capability.score.Rescore;
import hengke.capability.worth.Revaluation;
import hengke.customers.Customer;
import hengke.kernel.audit.LogSeals;
import hengke.kernel.identity.ApiTokens;
import hengke.kernel.transfer.exporting.ExportJob.Format;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/** Everything that is measured, in the order of the table. */
final class Workloads {
    private static final String COLLEAGUES = """
            with recursive tree as (select id from department where id = ?
                union all select d.id from department d join tree on d.parent_id = tree.id)
            select array_agg(person.id order by person.id) from person join tree on department_id = tree.id""";
    private static final String OWN =
            "select id, version from customer where owner = ? and deleted_at is null order by id limit 500";

    private final Order order;
    private final Product product;
    private final Customer customer;
    private final HikariDataSource dataSource;
    private final DSLContext database;

    Workloads(Order order, Product product, Customer customer, HikariDataSource dataSource, DSLContext database) {
        this.order = order;
        this.product = product;
        this.customer = customer;
        this.dataSource = dataSource;
        this.database = database;
    }

    /** What the product does by itself at night. */
    record Nightly(Portraits portraits, Revaluation worth, Rescore scores, RecyclePools pools, Advance automations) {}

    List<Workload> all(ApiTokens tokens, LogSeals seals, Nightly nightly) {
        CustomersByHand.forget(database);
        Map<Cast, Cast.Person> cast = new EnumMap<>(Cast.class);
        for (Cast part : Cast.values()) {
            cast.put(part, part.choose(database, tokens));
        }
        Function<Cast.Person, Long[]> colleagues =
                person -> database.fetchSingle(COLLEAGUES, person.department()).get(0, Long[].class);
        Cast.Person seller = cast.get(Cast.SELLER);
        Cast.Person administrator = cast.get(Cast.ADMINISTRATOR);
        Map<Long, Long> own =
                database.fetch(OWN, seller.id()).intoMap(row -> row.get(0, Long.class), row -> row.get(1, Long.class));
        List<Workload> all = new ArrayList<>();
        all.add(new Nothing(seller));
        all.addAll(new ListPages(cast, colleagues, order.customers()).all(product));
        all.addAll(new Counts(cast, colleagues).all());
        all.addAll(new KeywordSearch(cast, colleagues).all());
        all.addAll(DuplicatesOf.all(administrator, order.customers()));
        all.add(new Claims(administrator, seller, product, dataSource, database, tokens));
        all.addAll(PoolOf.all(administrator, seller, product, database, nightly.pools(), order.customers()));
        all.addAll(new GroupedReport(cast, colleagues).all());
        Cast.Person director = cast.get(Cast.DIRECTOR);
        all.addAll(DealBoard.all(administrator, director, colleagues.apply(director), database, order.customers()));
        all.addAll(ReportTiles.all(administrator, director, colleagues.apply(director), database, order.customers()));
        all.addAll(
                new TradeLists(administrator, director, colleagues.apply(director), database, order.contracts()).all());
        all.addAll(new OneRecord(seller, own).all());
        all.add(new BulkChange(administrator, seller, database));
        all.add(new ImportFile(administrator, database, (int) Math.max(600, order.customers() / 10)));
        List<Workload> twenty = new ArrayList<>(OwnColumns.all(administrator));
        twenty.add(new FieldWhileWriting(administrator));
        if (twenty.stream().anyMatch(order::wants)) {
            OwnColumns.fill(product, administrator, database);
        }
        all.addAll(twenty);
        ExportFile.allowMany(product, administrator);
        all.add(export(administrator, Format.XLSX, Math.min(100_000, order.customers())));
        all.add(export(administrator, Format.CSV, Math.min(100_000, order.customers())));
        if (order.customers() > 100_000) {
            all.add(export(administrator, Format.XLSX, order.customers()));
            all.add(export(administrator, Format.CSV, order.customers()));
        }
        List<Workload> logs = new ArrayList<>(new LogPages(administrator, order.customers()).all());
        logs.add(new ExportedChanges(administrator));
        logs.add(new SealCheck(administrator, order.logs()));
        if (logs.stream().anyMatch(order::wants)) {
            new LogVolume(database, order.logs()).ensure(seals);
        }
        all.addAll(logs);
        all.addAll(AllPortraits.all(nightly.portraits(), database, order.customers()));
        all.addAll(AllWorth.all(nightly.worth(), product, administrator, database, order.customers()));
        all.addAll(AllScores.all(nightly.scores(), product, administrator, database, order.customers()));
        all.add(new ApprovalSteps(
                product, administrator, List.of(seller, cast.get(Cast.MANAGER), cast.get(Cast.DIRECTOR)), database));
        all.addAll(EnrolmentsDue.all(nightly.automations(), product, administrator, database, order.customers()));
        all.addAll(new SalesLists(cast, colleagues, database, order.customers()).all());
        all.addAll(StartUp.all(dataSource));
        return all;
    }

    private ExportFile export(Cast.Person person, Format format, long rows) {
        return new ExportFile(person, customer, format, (int) rows);
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
}
