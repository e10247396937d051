package hengke.bench;

import hengke.kernel.access.TokenScope;
import hengke.kernel.identity.ApiTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/**
 * Several people who all want the same customers of a pool at once; each customer goes to one of them. By hand it is one
 * conditional statement for whoever comes, and history, log and event for who was first.
 */
final class Claims implements Workload {
    private static final int CLIENTS = 8;
    private static final int RECORDS = 40;
    private static final int ONE_IN = 25;
    private static final String CLAIM = """
            update customer set owner = ?, claimed_at = now(), version = version + 1, updated_at = now(), updated_by = ?
            where id = ? and owner is null and pool = ? and deleted_at is null returning id""";
    private static final String LOG = """
            insert into pool_claim (at, object, record_id, pool_id, kind, person, actor, operation)
            values (now(), 'customer', ?, ?, 'claim', ?, ?, 0)""";

    private final List<Cast.Person> people = new ArrayList<>();
    private final DataSource dataSource;
    private final DSLContext database;
    private final PoolFill fill;
    private long pool;

    Claims(
            Cast.Person administrator,
            Cast.Person member,
            Product product,
            DataSource dataSource,
            DSLContext database,
            ApiTokens tokens) {
        this.dataSource = dataSource;
        this.database = database;
        this.fill = new PoolFill(administrator, product, database);
        for (Long id : database.fetch(
                        "select person.id from person join person_role on person_id = person.id join role on role.id ="
                                + " role_id where department_id = ? and role.name = '销售' order by person.id limit ?",
                        member.department(),
                        CLIENTS)
                .getValues(0, Long.class)) {
            people.add(new Cast.Person(
                    Cast.SELLER,
                    id,
                    member.department(),
                    tokens.issue(id, "bench", TokenScope.EVERY, null).token()));
        }
    }

    @Override
    public String name() {
        return "pools: %d people claim the same %d customers at once".formatted(CLIENTS, RECORDS);
    }

    @Override
    public Budget budget() {
        return new Budget(2.5, 2.0 * CLIENTS * RECORDS, 0);
    }

    @Override
    public int rounds() {
        return 9;
    }

    @Override
    public int warmUps() {
        return 0;
    }

    @Override
    public boolean inServer() {
        return false;
    }

    @Override
    public void prepare(RandomGenerator random) {
        if (pool == 0) {
            pool = fill.dig(people.getFirst().department());
            fill.fill(ONE_IN, true);
        }
        database.execute(
                "update customer set owner = null, claimed_at = null where id % ? = 0 and id <= ?",
                ONE_IN, 2L * RECORDS * ONE_IN);
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return Long.toString(race(
                0,
                (person, ids) -> ids.stream()
                        .filter(id -> product.first(person, "/records/customer/" + id + "/commands/claim", "{}"))
                        .count()));
    }

    @Override
    public List<Long> byHand(ByHand byHand, RandomGenerator random) {
        return List.of(race(RECORDS, (person, ids) -> {
            try (Connection connection = dataSource.getConnection()) {
                ByHand hand = new ByHand(connection);
                return ids.stream().filter(id -> claimed(hand, person, id)).count();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private boolean claimed(ByHand hand, Cast.Person person, long id) {
        List<Long> won = new ArrayList<>();
        hand.inTransaction(() -> {
            won.addAll(hand.ids(CLAIM, person.id(), person.id(), id, pool));
            if (!won.isEmpty()) {
                Journal.operation(hand, person, "command");
                hand.execute(LOG, id, pool, person.id(), person.id());
                Journal.changesOf(
                        hand, person, new Long[] {id}, "{\"owner\":" + person.id() + "}", "[\"owner\",\"claimedAt\"]");
            }
        });
        return !won.isEmpty();
    }

    private interface Runner {
        long run(Cast.Person person, List<Long> ids);
    }

    /** How many of the customers found somebody; each runner goes through them in an order of its own. */
    private long race(int skip, Runner runner) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> runs = new ArrayList<>();
            for (Cast.Person person : people) {
                List<Long> ids = new ArrayList<>(LongStream.rangeClosed(skip + 1L, skip + RECORDS)
                        .mapToObj(number -> number * ONE_IN)
                        .toList());
                Collections.shuffle(ids, new Random(person.id()));
                runs.add(threads.submit(() -> runner.run(person, ids)));
            }
            ToLongFunction<Future<Long>> won = Claims::result;
            return runs.stream().mapToLong(won).sum();
        }
    }

    private static long result(Future<Long> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.of(List.of(Long.parseLong(answer)));
    }

    @Override
    public void finish() {
        fill.close();
        pool = 0;
    }
}
