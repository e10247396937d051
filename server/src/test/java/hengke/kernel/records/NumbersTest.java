package hengke.kernel.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import hengke.kernel.schema.SchemaSync;
import hengke.testing.OpenRights;
import hengke.testing.SettableClock;
import hengke.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Running numbers under many hands, with some whose records come to nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumbersTest {
    private static final Caller ANA = Caller.of(new Actor(7, "安娜", Set.of()), "web");
    private static final long FORBIDDEN = 13;

    /** A ticket that is numbered thrice: by the day, by the month and by the year. */
    static final class Ticket extends BusinessObject {
        final Field<String> day = autoNumber("day", "D{yyyyMMdd}-{000}")
                .label("日号", "By the day")
                .unique()
                .title();
        final Field<String> month = autoNumber("month", "M{yyyyMM}-{000}")
                .label("月号", "By the month")
                .unique();
        final Field<String> year =
                autoNumber("year", "Y{yyyy}-{000}").label("年号", "By the year").unique();
        final Field<Long> room = integer("room", 0, 99).label("房间", "Room");

        Ticket() {
            super("ticket", "票", "Ticket", "Tickets");
        }
    }

    /** Nobody may create a ticket for the forbidden room, which only its row tells. */
    private record NotThere(OpenRights open) implements Rights {
        @Override
        public boolean may(Actor actor, ObjectDefinition object, Verb verb) {
            return true;
        }

        @Override
        public FieldRight right(Actor actor, ObjectDefinition object, Field<?> field) {
            return FieldRight.EDIT;
        }

        @Override
        public Set<Long> reached(
                DSLContext database, Actor actor, ObjectDefinition object, Verb verb, Collection<Long> ids) {
            Set<Long> reached = open.reached(database, actor, object, verb, ids);
            reached.removeAll(database.fetch("select id from ticket where room = ?", FORBIDDEN)
                    .getValues("id", Long.class));
            return reached;
        }

        @Override
        public boolean evidentlyReaches(Actor actor, ObjectDefinition object, Verb verb, Row row) {
            return false;
        }

        @Override
        public boolean isActiveUser(long id) {
            return true;
        }

        @Override
        public boolean isDepartment(long id) {
            return true;
        }
    }

    private final Ticket tickets = new Ticket();
    private final LiveCatalog catalog = new LiveCatalog(Catalog.of(tickets));
    private final ObjectDefinition ticket = catalog.current().object("ticket");
    /** One second before New Year in Shanghai. */
    private final SettableClock clock = new SettableClock("2026-12-31T15:59:59Z");

    private TestDatabase database;
    private HikariDataSource apart;
    private Writer writer;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        assertThat(new SchemaSync(database.dataSource()).bringTo(catalog.current()))
                .isInstanceOf(SchemaSync.Done.class);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(2);
        pool.setConnectionInitSql("set lock_timeout = '250ms'");
        apart = new HikariDataSource(pool);
        writer = new Writer(
                database.dsl(),
                DSL.using(apart, SQLDialect.POSTGRES),
                catalog,
                new NotThere(new OpenRights()),
                List.of(),
                RollUpsTest.CNY,
                clock);
    }

    @AfterEach
    void close() {
        apart.close();
        database.close();
    }

    @Test
    void fifty_at_once_with_some_refused_leave_no_gap_and_no_double() throws Exception {
        assertThat(created(50, i -> i % 5 == 0)).containsExactlyInAnyOrderElementsOf(numbers(1, 40));
        assertThat(create(1)).isEqualTo("D20261231-041");
    }

    @Test
    void fast_numbers_are_never_double_and_those_of_the_refused_are_lost() throws Exception {
        mode("fast");
        List<String> given = created(50, i -> i % 5 == 0);
        assertThat(given).hasSize(40).doesNotHaveDuplicates();
        assertThat(create(1)).isEqualTo("D20261231-051");
    }

    @Test
    void a_batch_of_which_some_are_refused_leaves_no_gap_either() {
        List<Draft> drafts =
                IntStream.of(1, 13, 2, 13, 13, 3, 4).mapToObj(this::draft).toList();
        List<Verdict> verdicts = writer.inTransaction(transaction -> {
            Operation operation =
                    OperationLog.open(transaction, ANA, Kind.CREATE, "ticket", "新建", Status.DONE, drafts.size());
            return writer.write(transaction, ANA, operation, ticket, drafts);
        });

        List<String> said = verdicts.stream()
                .filter(Verdict.Written.class::isInstance)
                .map(verdict -> ((Verdict.Written) verdict).row().get(tickets.day))
                .toList();
        assertThat(said).containsExactlyInAnyOrderElementsOf(numbers(1, 4));
        assertThat(database.dsl().fetch("select day from ticket").getValues(0, String.class))
                .containsExactlyInAnyOrderElementsOf(said);
        assertThat(create(1)).isEqualTo("D20261231-005");
    }

    @Test
    void fast_numbers_do_not_wait_for_a_save_that_goes_on() throws Exception {
        mode("fast");
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = threads.submit(() -> writer.inTransaction(transaction -> {
                Operation operation = OperationLog.open(transaction, ANA, Kind.CREATE, "ticket", "新建", Status.DONE, 1);
                var written = writer.write(transaction, ANA, operation, ticket, List.of(draft(1)));
                numbered.countDown();
                await(mayEnd);
                return written;
            }));
            await(numbered);
            assertThat(threads.submit(() -> create(2)).get(20, TimeUnit.SECONDS))
                    .isEqualTo("D20261231-002");
            mayEnd.countDown();
            slow.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void going_over_to_the_other_way_while_others_write_repeats_no_number() throws Exception {
        List<String> given = new ArrayList<>();
        for (String mode : List.of("continuous", "fast", "continuous", "fast")) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> some = IntStream.range(0, 20)
                        .mapToObj(i -> threads.submit(() -> create(i % 10)))
                        .toList();
                mode(mode);
                for (Future<String> one : some) {
                    given.add(one.get());
                }
            }
        }
        assertThat(given).hasSize(80).doesNotHaveDuplicates();
        assertThat(given).containsExactlyInAnyOrderElementsOf(numbers(1, 80));
    }

    @Test
    void counting_begins_anew_when_the_day_changes_in_the_company_s_zone() {
        for (String mode : List.of("continuous", "fast")) {
            mode(mode);
            create(1);
        }
        assertThat(latest()).isEqualTo("D20261231-002 M202612-002 Y2026-002");
        clock.advance(Duration.ofSeconds(1));
        create(1);
        assertThat(latest()).isEqualTo("D20270101-001 M202701-001 Y2027-001");
        clock.advance(Duration.ofDays(1));
        create(1);
        assertThat(latest()).isEqualTo("D20270102-001 M202701-002 Y2027-002");
        clock.advance(Duration.ofDays(30));
        mode("continuous");
        create(1);
        assertThat(latest()).isEqualTo("D20270201-001 M202702-001 Y2027-003");
    }

    private String latest() {
        return String.join(
                " ",
                database.dsl()
                        .fetchSingle("select day, month, year from ticket order by id desc limit 1")
                        .into(String[].class));
    }

    private List<String> created(int count, IntPredicate refused) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> all = IntStream.range(0, count)
                    .<Callable<String>>mapToObj(i -> () -> {
                        if (!refused.test(i)) {
                            return create(i % 10);
                        }
                        assertThatThrownBy(() -> create(FORBIDDEN)).isInstanceOf(Refusal.Forbidden.class);
                        return "";
                    })
                    .toList();
            return threads.invokeAll(all).stream()
                    .map(Future::resultNow)
                    .filter(number -> !number.isEmpty())
                    .toList();
        }
    }

    private String create(long room) {
        return String.valueOf(writer.save(ANA, ticket, draft(room)).row().get(tickets.day));
    }

    private Draft draft(long room) {
        return Draft.create(Map.of(tickets.room, room));
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj("D20261231-%03d"::formatted)
                .toList();
    }

    private void mode(String mode) {
        database.dsl().execute("""
                insert into setting
                select 'numbers.ticket.' || field || '.mode', to_jsonb(cast(? as text))
                from unnest(array ['day', 'month', 'year']) field
                on conflict (name) do update set value = excluded.value
                """, mode);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
