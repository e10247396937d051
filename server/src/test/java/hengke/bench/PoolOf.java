package hengke.bench;

import hengke.capability.pool.RecyclePools;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pool for as long as it is measured: what its members see of the customers that wait in it, what its rules would take
 * back tonight, and a night that takes back a tenth of all customers.
 */
final class PoolOf {
    private static final int WAITING = 50;
    private static final int OWNED = 10;
    private static final int DAYS = 90;
    private static final String PAGE = """
            select id, name, level, updated_at from customer
            where pool = ? and owner is null and deleted_at is null order by updated_at desc, id desc limit 50""";
    private static final String DUE = """
            where pool = ? and owner is not null and deleted_at is null
              and ((greatest(last_contact_at, coalesce(claimed_at, created_at)) at time zone 'Asia/Shanghai')::date
                   + 91)::timestamp at time zone 'Asia/Shanghai' <= """;
    private static final String TONIGHT = "select count(*) from customer " + DUE
            + "((now() at time zone 'Asia/Shanghai')::date + 1)::timestamp at time zone 'Asia/Shanghai'"
            + " group by owner order by count(*) desc, owner";
    private static final String LOG = """
            insert into pool_claim (at, object, record_id, pool_id, kind, former, actor, operation)
            select now(), 'customer', id, pool, 'recycle', owner, 0, 0 from customer where id = any(?)""";
    private static final String RETURN = """
            update customer set owner = null, claimed_at = null, protected_until = null, returns_at = null,
                version = version + 1, updated_at = now(), updated_by = 0 where id = any(?)""";

    private final Cast.Person administrator;
    private final Cast.Person member;
    private final DSLContext database;
    private final PoolFill fill;
    private final RecyclePools recycling;
    private final long customers;

    private PoolOf(
            Cast.Person administrator,
            Cast.Person member,
            DSLContext database,
            PoolFill fill,
            RecyclePools recycling,
            long customers) {
        this.administrator = administrator;
        this.member = member;
        this.database = database;
        this.fill = fill;
        this.recycling = recycling;
        this.customers = customers;
    }

    static List<Workload> all(
            Cast.Person administrator,
            Cast.Person member,
            Product product,
            DSLContext database,
            RecyclePools recycling,
            long customers) {
        PoolFill fill = new PoolFill(administrator, product, database);
        PoolOf pool = new PoolOf(administrator, member, database, fill, recycling, customers);
        return List.of(pool.new Page(), pool.new Tonight(), pool.new Night());
    }

    /** The newest that wait, as somebody sees them who may claim them. */
    private final class Page implements Workload {
        private long pool;

        @Override
        public String name() {
            return "pools: a page of what waits, its member";
        }

        @Override
        public Budget budget() {
            return new Budget(2, 2, 4);
        }

        @Override
        public int warmUps() {
            return 0;
        }

        @Override
        public void prepare(RandomGenerator random) {
            if (pool == 0) {
                pool = fill.dig(member.department());
                fill.fill(WAITING, true);
            }
        }

        @Override
        public String product(Product asked, RandomGenerator random) {
            return asked.post(member, "/records/customer/query", """
                    {"filter":{"and":[{"field":"pool","op":"eq","value":%d},{"field":"owner","op":"empty"}]},
                     "fields":["name","level","updatedAt"],"limit":50}""".formatted(pool));
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            return hand.ids(PAGE, pool);
        }

        @Override
        public void finish() {
            fill.close();
            pool = 0;
        }
    }

    /** What a rule would take back from all owners tonight, of a tenth of all customers. */
    private final class Tonight implements Workload {
        private long pool;

        @Override
        public String name() {
            return "pools: what a night would take back, administrator";
        }

        @Override
        public Budget budget() {
            return new Budget(2, 20, 0);
        }

        @Override
        public int rounds() {
            return 15;
        }

        @Override
        public int warmUps() {
            return 0;
        }

        @Override
        public void prepare(RandomGenerator random) {
            if (pool == 0) {
                pool = fill.dig(member.department());
                fill.fill(OWNED, false);
            }
        }

        @Override
        public String product(Product asked, RandomGenerator random) {
            return asked.post(administrator, "/pools/preview", """
                    {"id":%d,"name":"测速公海","object":"customer","recycling":true,
                     "recycle":[{"since":"contact","days":%d}]}""".formatted(pool, DAYS));
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            return hand.ids(TONIGHT, pool);
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.of(JsonMapper.shared()
                    .readTree(answer)
                    .path("groups")
                    .valueStream()
                    .map(group -> group.path("records").longValue())
                    .toList());
        }

        @Override
        public void finish() {
            fill.close();
            pool = 0;
        }
    }

    /**
     * A night that takes back what is due of a tenth of all customers, with history, log and events. By hand in one
     * transaction of sets, which is not kept, so that the product finds the same.
     */
    private final class Night implements Workload {
        private long pool;

        @Override
        public String name() {
            return "pools: a night that takes back from %,d customers".formatted(customers / OWNED);
        }

        @Override
        public Budget budget() {
            return new Budget(2.5, 0, 0);
        }

        @Override
        public int rounds() {
            return 1;
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
            pool = fill.dig(member.department());
            fill.takeBack(DAYS);
            fill.fill(OWNED, false);
        }

        @Override
        public String product(Product asked, RandomGenerator random) {
            recycling.run();
            return database.fetchSingle("select count(*) from customer where pool = ? and owner is null", pool)
                    .get(0, Long.class)
                    .toString();
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            hand.execute("begin");
            List<Long> found = hand.ids("select id from customer " + DUE + " now() order by id for update", pool);
            Long[] ids = found.toArray(Long[]::new);
            Journal.operation(hand, administrator, "command");
            hand.execute(LOG, (Object) ids);
            hand.execute(RETURN, (Object) ids);
            Journal.changesOf(hand, administrator, ids, "{\"owner\":null}", "[\"owner\"]");
            hand.execute("rollback");
            return List.of((long) ids.length);
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.of(List.of(Long.parseLong(answer)));
        }

        @Override
        public void finish() {
            fill.close();
        }
    }
}
