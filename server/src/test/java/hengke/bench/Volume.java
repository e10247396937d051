package hengke.bench;

import hengke.capability.activity.Followed;
import hengke.capability.owner.Owned;
import hengke.capability.tag.Tagged;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.schema.SchemaSync;
import hengke.kernel.schema.SearchTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A company of 500 people in 40 departments, its customers and two contacts for each; the same with every run. */
final class Volume {
    static final int PEOPLE = 500;
    static final int DEPARTMENTS = 40;
    /** Where the people made up here begin; lower numbers are those of the product. */
    static final long FIRST_PERSON = 1001;

    static final long FIRST_DEPARTMENT = 101;
    private static final long CONTACTS = 2;
    private static final long SEED = 20261122;
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration YEARS = Duration.ofDays(3 * 365);

    private final DataSource dataSource;
    private final Catalog catalog;
    private final Customer customer;
    private final Contact contact;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final String[] tags = {"重点", "老客户", "展会", "代理", "需回访", "账期长", "政府", "外资"};

    Volume(DataSource dataSource, Catalog catalog, Customer customer, Contact contact) {
        this.dataSource = dataSource;
        this.catalog = catalog;
        this.customer = customer;
        this.contact = contact;
    }

    /** Fills the tables unless they hold as many customers already. */
    void ensure(long customers) throws SQLException {
        DSLContext database = DSL.using(dataSource, SQLDialect.POSTGRES);
        long there = database.fetchSingle("select count(*) from customer").into(long.class);
        if (there >= customers) {
            return;
        }
        if (there > 0) {
            throw new IllegalStateException("There are " + there + " customers; start with an empty data folder");
        }
        waitForRollUps(database);
        long start = System.nanoTime();
        List<ObjectDefinition> objects = List.of(catalog.object("customer"), catalog.object("contact"));
        try (Connection connection = dataSource.getConnection()) {
            DSLContext loading = DSL.using(connection, SQLDialect.POSTGRES);
            loading.execute("set session_replication_role = replica");
            organisation(loading);
            dropIndexes(loading, objects);
            CopyIn customerRows = new CopyIn(connection, objects.get(0));
            CopyIn contactRows = new CopyIn(connection, objects.get(1));
            for (long id = 1; id <= customers; id++) {
                Row made = customer(id);
                customerRows.add(made);
                contactRows.add(contact(2 * id - 1, made, true));
                contactRows.add(contact(2 * id, made, false));
                if (id % 50_000 == 0) {
                    Bench.say("%,d customers after %d s", id, (System.nanoTime() - start) / 1_000_000_000);
                }
            }
            customerRows.flush();
            contactRows.flush();
            for (ObjectDefinition object : objects) {
                loading.execute("select setval(pg_get_serial_sequence('" + object.table() + "', 'id'), max(id)) from "
                        + object.table());
            }
            loading.execute("reset session_replication_role");
        }
        Bench.say("indexes");
        if (new SchemaSync(dataSource).bringTo(catalog) instanceof SchemaSync.Obstructed obstructed) {
            throw new IllegalStateException(obstructed.toString());
        }
        Bench.say("statistics");
        database.execute("vacuum analyze");
        Bench.say("filled in %d s", (System.nanoTime() - start) / 1_000_000_000);
    }

    /**
     * Once the product has summed up an empty table it leaves what is loaded here alone: it would otherwise look through
     * tables without indexes, and go on while something is measured.
     */
    private static void waitForRollUps(DSLContext database) {
        while (!database.fetchSingle("select coalesce(bool_and(done_at is not null), false) from roll_up_state")
                .into(boolean.class)) {
            Product.pause();
        }
    }

    private static void dropIndexes(DSLContext loading, List<ObjectDefinition> objects) {
        Stream<String> tables = objects.stream().flatMap(object -> Stream.of(object.table(), SearchTable.name(object)));
        tables.forEach(table -> loading.fetch(
                        "select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid"
                                + " where x.indrelid = ?::regclass and not x.indisprimary",
                        table)
                .forEach(index -> loading.execute("drop index \"" + index.get(0) + "\"")));
    }

    /** One head office, six regions below it, and teams below those. */
    private void organisation(DSLContext loading) {
        loading.execute("""
                insert into department (id, name, parent_id)
                select %1$d + n, case when n = 0 then '总部' when n <= 6 then n || '大区' else n || '部' end,
                       case when n = 0 then null when n <= 6 then %1$d else %1$d + 1 + n %% 6 end
                from generate_series(0, %2$d - 1) n""".formatted(FIRST_DEPARTMENT, DEPARTMENTS));
        for (int i = 0; i < PEOPLE; i++) {
            loading.execute(
                    "insert into person (id, login, name, department_id) values (?, ?, ?, ?)",
                    FIRST_PERSON + i,
                    "person" + i,
                    MadeUp.person(random),
                    FIRST_DEPARTMENT + i % DEPARTMENTS);
        }
        loading.execute("insert into person_role (person_id, role_id) select person.id, role.id from person, role"
                + " where person.id >= " + FIRST_PERSON + " and role.name = case when person.id = " + FIRST_PERSON
                + " then '系统管理员' when person.id < " + (FIRST_PERSON + DEPARTMENTS) + " then '销售经理' else '销售' end");
        loading.execute("update organisation_version set version = version + 1");
    }

    private Row customer(long id) {
        Row row = stamped(id)
                .with(customer.fullName, MadeUp.company(id))
                .with(customer.code, "K%08d".formatted(id))
                .with(customer.type, random.nextInt(10) < 8 ? "enterprise" : choice(customer.type))
                .with(customer.level, choice(customer.level))
                .with(customer.status, choice(customer.status))
                .with(customer.industry, node(customer.industry))
                .with(customer.source, choice(customer.source))
                .with(customer.region, sample(customer.region))
                .with(customer.contacts, CONTACTS)
                .with(customer.phone, MadeUp.mobile(random))
                .with(Owned.OWNER, person());
        if (random.nextInt(3) == 0) {
            row = row.with(customer.creditCode, MadeUp.creditCode(random))
                    .with(customer.employees, random.nextLong(5, 5_000))
                    .with(customer.revenue, Money.ofBase(BigDecimal.valueOf(random.nextLong(1_000_000_000L), 2), "CNY"))
                    .with(customer.address, sample(customer.address))
                    .with(Tagged.TAGS, List.of(MadeUp.oneOf(random, tags)));
        }
        if (random.nextInt(2) == 0) {
            row = row.with(Followed.NEXT_CONTACT_AT, moment().plus(YEARS.dividedBy(3)))
                    .with(Followed.LAST_CONTACT_AT, moment());
        }
        return row;
    }

    private Row contact(long id, Row of, boolean primary) {
        Row row = stamped(id)
                .with(contact.fullName, MadeUp.person(random))
                .with(contact.customer, of.id())
                .with(contact.primary, primary)
                .with(contact.phone, MadeUp.mobile(random))
                .with(contact.role, choice(contact.role))
                .with(Owned.OWNER, random.nextInt(10) == 0 ? person() : of.need(Owned.OWNER));
        return random.nextInt(2) == 0
                ? row.with(contact.email, "u" + id + "@example" + random.nextInt(5_000) + ".com")
                        .with(contact.title, "经理")
                : row;
    }

    private Row stamped(long id) {
        Instant created = moment();
        return Row.EMPTY
                .with(SystemFields.ID, id)
                .with(SystemFields.VERSION, 1L)
                .with(SystemFields.CREATED_AT, created)
                .with(SystemFields.CREATED_BY, FIRST_PERSON)
                .with(SystemFields.UPDATED_AT, created.plusSeconds(random.nextInt(30 * 24 * 3600)))
                .with(SystemFields.UPDATED_BY, FIRST_PERSON);
    }

    private Instant moment() {
        return NOW.minusMillis(random.nextLong(YEARS.toMillis()));
    }

    private long person() {
        return FIRST_PERSON + random.nextInt(PEOPLE);
    }

    private String choice(Field<String> field) {
        ChoiceType type = (ChoiceType) field.type();
        return MadeUp.oneOf(random, type.options().toArray(Option[]::new)).value();
    }

    private String node(Field<String> field) {
        TreeChoiceType.Nodes nodes = (TreeChoiceType.Nodes) ((TreeChoiceType) field.type()).tree();
        return MadeUp.oneOf(random, nodes.options().toArray(Option[]::new)).value();
    }

    private <T> T sample(Field<T> field) {
        return field.type().sample(random);
    }
}
