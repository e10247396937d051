package hengke.bench;

import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pool for as long as it is measured, and the customers in it. A new pool or rule sets the product to writing the
 * dates of return: only when that is over are customers put in by hand, so that neither waits for the other.
 */
final class PoolFill {
    private final Cast.Person administrator;
    private final Product product;
    private final DSLContext database;
    private long standard;
    private long pool;

    PoolFill(Cast.Person administrator, Product product, DSLContext database) {
        this.administrator = administrator;
        this.product = product;
        this.database = database;
    }

    /** The pool, made unless it is there. */
    long dig(long department) {
        if (pool == 0) {
            database.execute("drop table if exists bench_owner");
            database.execute("create table bench_owner (id bigint primary key, owner bigint, version bigint)");
            // the first pool is where everything belongs that is in none
            standard = add("默认公海", department);
            pool = add("测速公海", department);
            await();
        }
        return pool;
    }

    private long add(String name, long department) {
        return JsonMapper.shared()
                .readTree(product.post(administrator, "/pools", """
                        {"name":"%s","object":"customer","members":{"departments":[%d]}}""".formatted(name, department)))
                .path("id")
                .longValue();
    }

    /** What it takes back from now on: whatever nobody has contacted for so long. */
    void takeBack(int days) {
        ObjectNode change =
                (ObjectNode) JsonMapper.shared().readTree(days == 0 ? "{\"recycle\":[]}" : """
                        {"recycling":true,"recycle":[{"since":"contact","days":%d}]}""".formatted(days));
        change.set(
                "version",
                JsonMapper.shared()
                        .readTree(product.get(administrator, "/pools/" + pool))
                        .path("version"));
        product.patch(administrator, "/pools/" + pool, change.toString());
        await();
    }

    /** Puts one customer in so many into it: waiting, or still with its owner. */
    void fill(int oneIn, boolean waiting) {
        database.execute("insert into bench_owner select id, owner, version from customer where id % " + oneIn
                + " = 0 and deleted_at is null on conflict do nothing");
        database.execute(
                "update customer c set pool = ?, returns_at = null, claimed_at = null, owner = "
                        + (waiting ? "null" : "b.owner") + " from bench_owner b where b.id = c.id",
                pool);
        database.execute("vacuum analyze customer");
    }

    /** Gives everything back and leaves no pool. */
    void close() {
        if (pool > 0) {
            takeBack(0);
            database.execute(
                    "update customer c set owner = b.owner, version = b.version, pool = null, claimed_at = null,"
                            + " returns_at = null from bench_owner b where b.id = c.id");
            database.execute("drop table bench_owner");
            product.delete(administrator, "/pools/" + pool);
            product.delete(administrator, "/pools/" + standard);
            await();
            pool = 0;
        }
    }

    private void await() {
        while (database.fetchSingle("select count(*) from scheduled_tasks where task_name = 'refresh-pools'"
                                + " or task_name = 'recycle-pools' and picked")
                        .get(0, Long.class)
                > 0) {
            Product.pause();
        }
    }
}
