package hengke.kernel.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.money.Books;
import hengke.kernel.money.ExchangeRates;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.CompanyClock;
import hengke.kernel.schema.SchemaSync;
import hengke.testing.OpenRights;
import hengke.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Sums of child records stay right, whoever changes them and however many do so at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RollUpsTest {
    static final Books CNY = _ -> new ExchangeRates("CNY", List.of(), ZoneOffset.UTC, List.of());

    private static final Caller ANA = Caller.of(new Actor(7, "安娜", Set.of()), "web");
    private static final BigDecimal FAR = new BigDecimal("1e18");
    private static final int SHIPS = 6;

    /** A ship carries crates. */
    static final class Ship extends BusinessObject {
        final Field<String> title = text("title").label("船名", "Name").title();
        final Field<Long> crates = count("crates", "crate", "ship").label("箱数", "Crates");
        final Field<BigDecimal> weight = rollUp("weight", decimal(3), "crate", "ship", Summing.SUM, "weight")
                .label("总重", "Weight");
        final Field<BigDecimal> mean = rollUp("mean", decimal(2), "crate", "ship", Summing.AVERAGE, "weight")
                .label("均重", "Mean weight");
        final Field<Money> worth = rollUp("worth", new MoneyType(), "crate", "ship", Summing.SUM, "worth")
                .label("总值", "Worth");
        final Field<LocalDate> latest = rollUp("latest", new DateType(), "crate", "ship", Summing.MAX, "packed")
                .label("最晚", "Latest");
        final Field<BigDecimal> heavy = rollUp("heavy", decimal(3), "crate", "ship", Summing.MAX, "doubled")
                .label("最重的两倍", "Twice the heaviest");

        Ship() {
            super("ship", "船", "Ship", "Ships");
        }

        private static DecimalType decimal(int scale) {
            return new DecimalType(DecimalType.Form.DECIMAL, scale, FAR.negate(), FAR);
        }
    }

    /** A crate lies on a ship. */
    static final class Crate extends BusinessObject {
        final Field<String> title = text("title").label("名称", "Title").title();
        final Field<Long> ship = reference("ship", "ship").label("船", "Ship").within("crates", "箱子", "Crates");
        final Field<BigDecimal> weight = decimal("weight", 3).label("重量", "Weight");
        final Field<Money> worth = money("worth").label("价值", "Worth");
        final Field<LocalDate> packed = date("packed").label("装箱日", "Packed");
        final Field<BigDecimal> doubled =
                formula("doubled", Ship.decimal(3), "{weight} * 2").label("两倍", "Doubled");

        Crate() {
            super("crate", "箱子", "Crate", "Crates");
        }
    }

    private final Ship ships = new Ship();
    private final Crate crates = new Crate();
    private final LiveCatalog catalog = new LiveCatalog(Catalog.of(ships, crates));
    private final ObjectDefinition ship = catalog.current().object("ship");
    private final ObjectDefinition crate = catalog.current().object("crate");
    private final AtomicInteger acts = new AtomicInteger();
    private TestDatabase database;
    private Writer writer;
    private Undo undo;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        assertThat(new SchemaSync(database.dataSource()).bringTo(catalog.current()))
                .isInstanceOf(SchemaSync.Done.class);
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
        new CompanyClock(clock, () -> ZoneOffset.UTC).governs(database.dsl());
        writer = new Writer(database.dsl(), database.dsl(), catalog, new OpenRights(), List.of(), CNY, clock);
        undo = new Undo(database.dsl(), writer, new OpenRights(), List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_sum_follows_every_change_and_leaves_no_trace_on_its_record() {
        long first = create("一号");
        long second = create("二号");
        long small = pack(first, "1.500");
        pack(first, "2.250");
        assertThat(row(first).get(ships.crates)).isEqualTo(2);
        assertThat(row(first).get(ships.weight)).isEqualTo(new BigDecimal("3.750"));
        assertThat(row(first).get(ships.mean)).isEqualTo(new BigDecimal("1.88"));
        assertThat(row(first).get(ships.heavy)).isEqualTo(new BigDecimal("4.500"));

        Operation moved = writer.save(ANA, crate, Draft.update(small, null, Map.of(crates.ship, second)))
                .operation();
        assertThat(row(first).get(ships.crates)).isEqualTo(1);
        assertThat(row(second).get(ships.weight)).isEqualTo(new BigDecimal("1.500"));
        undo.undo(ANA, moved.id(), false);
        assertThat(row(first).get(ships.crates)).isEqualTo(2);
        assertThat(row(second).get(ships.weight)).isEqualTo(new BigDecimal("0.000"));

        writer.save(ANA, crate, Draft.delete(small, null));
        assertThat(row(first).get(ships.crates)).isEqualTo(1);
        writer.save(ANA, ship, Draft.delete(first, null));
        writer.save(ANA.asProduct(), ship, Draft.restore(first));
        assertThat(row(first).get(ships.crates)).isEqualTo(1);
        assertThat(row(second).version()).isEqualTo(1);
        assertRight();
    }

    @Test
    void many_who_change_the_same_records_at_once_leave_right_sums_and_nobody_waits_for_ever() throws Exception {
        List<Long> fleet = new ArrayList<>();
        for (int i = 0; i < SHIPS; i++) {
            fleet.add(create("船" + i));
        }
        ConcurrentLinkedQueue<Long> packed = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> operations = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 40; i++) {
            packed.add(pack(fleet.get(i % SHIPS), i + ".125"));
        }
        List<Callable<Void>> people = new ArrayList<>();
        for (int person = 0; person < 20; person++) {
            Random random = new Random(person);
            people.add(() -> {
                for (int i = 0; i < 25; i++) {
                    act(random, fleet, packed, operations);
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (Future<Void> done : threads.invokeAll(people)) {
                done.get();
            }
        }
        assertRight();
        assertThat(acts.get()).as("changes that were not refused").isGreaterThan(250);
        // One that does happen is undone by the database and tried again; the order of locking keeps them rare.
        assertThat(deadlocks()).as("deadlocks").isLessThan(acts.get() / 20);
    }

    private void act(
            Random random,
            List<Long> fleet,
            ConcurrentLinkedQueue<Long> packed,
            ConcurrentLinkedQueue<Long> operations) {
        try {
            switch (random.nextInt(9)) {
                case 0, 1 -> packed.add(pack(any(random, fleet), random.nextInt(100) + ".5"));
                case 2 ->
                    operations.add(writer.save(
                                    ANA,
                                    crate,
                                    Draft.update(any(random, packed), null, Map.of(crates.ship, any(random, fleet))))
                            .operation()
                            .id());
                case 3 ->
                    operations.add(writer.save(
                                    ANA,
                                    crate,
                                    Draft.update(
                                            any(random, packed),
                                            null,
                                            Map.of(crates.weight, BigDecimal.valueOf(random.nextInt(9_999), 3))))
                            .operation()
                            .id());
                case 4 -> writer.save(ANA, crate, Draft.delete(any(random, packed), null));
                case 5 -> writer.save(ANA.asProduct(), crate, Draft.restore(any(random, packed)));
                case 6 -> several(random, fleet, packed);
                case 7 ->
                    writer.save(
                            ANA.asProduct(),
                            ship,
                            random.nextBoolean()
                                    ? Draft.delete(any(random, fleet), null)
                                    : Draft.restore(any(random, fleet)));
                default -> {
                    Long operation = operations.poll();
                    if (operation != null) {
                        undo.undo(ANA, operation, false);
                    }
                }
            }
            acts.incrementAndGet();
        } catch (Refusal refusal) {
            // a record that somebody else has just deleted
        }
    }

    private void several(Random random, List<Long> fleet, ConcurrentLinkedQueue<Long> packed) {
        List<Draft> drafts = packed.stream()
                .filter(_ -> random.nextInt(4) == 0)
                .map(id -> Draft.update(id, null, Map.of(crates.ship, any(random, fleet))))
                .toList();
        writer.inTransaction(transaction -> {
            Operation operation = OperationLog.open(
                    transaction, ANA, Operation.Kind.BULK, "crate", "移动", Operation.Status.DONE, drafts.size());
            return writer.write(transaction, ANA, operation, crate, drafts);
        });
    }

    private static Long any(Random random, Iterable<Long> ids) {
        List<Long> all = new ArrayList<>();
        ids.forEach(all::add);
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void records_that_were_there_before_are_computed_in_the_background() {
        long old = create("老船");
        pack(old, "7.000");
        database.dsl().execute("update ship set crates = null, weight = null");
        database.dsl()
                .execute(
                        "insert into roll_up_state (object, field, definition) select 'ship', f, '' from unnest(array['crates','weight']) f");
        RollUpStates states =
                new RollUpStates(database.dsl(), catalog, new RollUpFilters(catalog, Clock.systemUTC()), CNY);
        states.compute();
        database.dsl().execute("update roll_up_state set since = now() - interval '1 minute'");
        assertThat(states.of(ship)).extracting(RollUpStates.State::done).containsOnly(false);
        states.compute();
        assertThat(states.of(ship)).extracting(RollUpStates.State::done).containsOnly(true);
        assertRight();
    }

    private long create(String title) {
        Row made =
                writer.save(ANA, ship, Draft.create(Map.of(ships.title, title))).row();
        assertThat(made.get(ships.crates)).isZero();
        return made.id();
    }

    private long pack(long onto, String weight) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(crates.title, "箱");
        values.put(crates.ship, onto);
        values.put(crates.weight, new BigDecimal(weight).setScale(3));
        values.put(crates.worth, Money.ofBase(new BigDecimal(weight).setScale(2, java.math.RoundingMode.DOWN), "CNY"));
        values.put(crates.packed, LocalDate.of(2026, 1, 1).plusDays(weight.length()));
        return writer.save(ANA, crate, Draft.create(values)).row().id();
    }

    private Row row(long id) {
        return new RowTable(ship).lock(database.dsl(), List.of(id)).get(id).row();
    }

    /** Against a computation of nothing but SQL. */
    private void assertRight() {
        assertThat(database.dsl().fetch("""
                select s.id, s.crates, c.n, s.weight, c.w, s.mean, s.worth, c.v, s.worth_currency, s.latest, c.l, s.heavy, c.h
                from ship s cross join lateral (
                  select count(*) n, coalesce(sum(weight), 0) w, round(avg(weight), 2) m,
                         coalesce(sum(worth), 0) v, max(packed) l, max(weight) * 2 h
                  from crate where ship = s.id and deleted_at is null) c
                where (s.crates, s.weight, s.mean, s.worth, s.latest, s.heavy)
                   is distinct from (c.n, c.w, c.m, c.v, c.l, c.h)""")).isEmpty();
    }

    private long deadlocks() {
        database.dsl().execute("select pg_stat_clear_snapshot()");
        return database.dsl()
                .fetchSingle("select deadlocks from pg_stat_database where datname = current_database()")
                .get(0, Long.class);
    }
}
