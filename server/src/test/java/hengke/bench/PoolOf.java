package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pool in which one customer in fifty waits, for as long as it is measured: what its members see, and what the rules
 * of all that is owned come to.
 */
final class PoolOf {
    private static final int ONE_IN = 50;
    private static final String WAITING = """
            select id, name, level, updated_at from customer
            where pool = ? and owner is null and deleted_at is null order by updated_at desc, id desc limit 50""";
    private static final String NEGLECTED = """
            select count(*) from customer
            where owner is not null and deleted_at is null
              and date_trunc('day', greatest(last_contact_at, coalesce(claimed_at, created_at)) at time zone 'Asia/Shanghai')
                  + interval '91 days' <= now() at time zone 'Asia/Shanghai'
            group by owner order by owner""";

    private final Cast.Person administrator;
    private final Cast.Person member;
    private final Product product;
    private final DSLContext database;
    private long pool;

    private PoolOf(Cast.Person administrator, Cast.Person member, Product product, DSLContext database) {
        this.administrator = administrator;
        this.member = member;
        this.product = product;
        this.database = database;
    }

    static List<Workload> all(Cast.Person administrator, Cast.Person member, Product product, DSLContext database) {
        PoolOf pool = new PoolOf(administrator, member, product, database);
        return List.of(pool.new Page(), pool.new Tonight());
    }

    private void dig() {
        if (pool == 0) {
            pool = JsonMapper.shared()
                    .readTree(product.post(administrator, "/pools", """
                            {"name":"公海","object":"customer","members":{"departments":[%d]}}""".formatted(member.department())))
                    .path("id")
                    .longValue();
            database.execute(
                    "create table bench_owner as select id, owner from customer where id % " + ONE_IN + " = 0");
            database.execute("update customer set owner = null, pool = ? where id % " + ONE_IN + " = 0", pool);
            database.execute("analyze customer");
        }
    }

    private void fill() {
        if (pool > 0) {
            database.execute("update customer c set owner = b.owner, pool = null from bench_owner b where b.id = c.id");
            database.execute("drop table bench_owner");
            product.delete(administrator, "/pools/" + pool);
            pool = 0;
        }
    }

    /** The newest that wait, as somebody sees them who may claim them. */
    private final class Page implements Workload {
        @Override
        public String name() {
            return "pool: a page of what waits, its member";
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
            dig();
        }

        @Override
        public String product(Product asked, RandomGenerator random) {
            return asked.post(member, "/records/customer/query", """
                    {"filter":{"and":[{"field":"pool","op":"eq","value":%d},{"field":"owner","op":"empty"}]},
                     "fields":["name","level","updatedAt"],"limit":50}""".formatted(pool));
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            return hand.ids(WAITING, pool);
        }

        @Override
        public void finish() {
            fill();
        }
    }

    /** What a rule would take back from all owners tonight. */
    private final class Tonight implements Workload {
        @Override
        public String name() {
            return "pool: what tonight's run would take back, administrator";
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
            dig();
        }

        @Override
        public String product(Product asked, RandomGenerator random) {
            return asked.post(administrator, "/pools/preview", """
                    {"id":%d,"name":"公海","object":"customer","recycling":true,
                     "recycle":[{"since":"contact","days":90}]}""".formatted(pool));
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            return hand.ids(NEGLECTED);
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.empty();
        }

        @Override
        public void finish() {
            fill();
        }
    }
}
