package hengke.bench;

import hengke.automation.Advance;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers who wait in an automation and are all due at once: their remarks are changed by the one write path, with
 * history, search text and news of each, and the runs moved on and written down. By hand it is one statement each for
 * the records of a copy, history, news and runs, which asks nobody's leave and keeps no search text.
 */
record EnrolmentsDue(
        Advance advance,
        Product product,
        Cast.Person administrator,
        DSLContext database,
        CustomersByHand copy,
        long enrolments)
        implements Workload {
    private static final String NAME = "测速自动化";
    private static final String REMARKS = "等到了 ";

    static List<Workload> all(
            Advance advance, Product product, Cast.Person administrator, DSLContext database, long customers) {
        return List.of(new EnrolmentsDue(
                advance,
                product,
                administrator,
                database,
                new CustomersByHand(database, customers, List.of("remarks")),
                Math.min(100_000, customers)));
    }

    @Override
    public String name() {
        return "automation: %,d enrolments due at once".formatted(enrolments);
    }

    @Override
    public Budget budget() {
        return new Budget(4, 500, 0);
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public int warmUps() {
        return 0;
    }

    @Override
    public boolean inServer() {
        return false;
    }

    /** Everybody stands before the step, in the automation and in the table of the hand. */
    @Override
    public void prepare(RandomGenerator random) {
        long automation = automation();
        database.execute("delete from automation_run where automation = ?", automation);
        database.execute("drop table if exists enrolled_by_hand");
        database.execute("""
                insert into automation_run (automation, edition, object, record_id, cause, chain, status, node, due_at,
                    started_at)
                select ?, 1, 'customer', id, 'bench', array[]::text[], 'live', 'a', now() + interval '1 day', now()
                from customer where deleted_at is null order by id limit ?""", automation, enrolments);
        copy.prepare(true);
        database.execute("create table enrolled_by_hand as table automation_run");
        database.execute("create unique index on enrolled_by_hand (id)");
        database.execute("vacuum analyze automation_run, enrolled_by_hand");
    }

    private long automation() {
        return database.fetchOptional("select id from automation where name = ? and deleted_at is null", NAME)
                .map(row -> row.get("id", Long.class))
                .orElseGet(() -> JsonMapper.shared()
                        .readTree(product.post(administrator, "/workflows", """
                                {"object":"customer","name":"%s","trigger":{"kind":"created"},"nodes":[
                                {"id":"a","kind":"change","values":{"remarks":{"kind":"text","text":"%s{name}"}}}]}""".formatted(NAME, REMARKS)))
                        .path("id")
                        .longValue());
    }

    @Override
    public String product(Product asked, RandomGenerator random) {
        database.execute("update automation_run set due_at = now() where status = 'live'");
        while (database.fetchExists(
                DSL.selectOne().from("automation_run").where("status = 'live' and due_at <= now()"))) {
            advance.run(); // the product's own clock may help
        }
        return "";
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        hand.execute("drop table if exists changed_by_hand");
        hand.execute("create unlogged table changed_by_hand (id bigint, name text, version bigint)");
        hand.execute("""
                with due as (select record_id from enrolled_by_hand where status = 'live'),
                changed as (
                    update by_hand c set remarks = '%s' || name, version = version + 1, updated_at = now()
                    from due where c.id = due.record_id returning c.id, c.name, c.version)
                insert into changed_by_hand select id, name, version from changed""".formatted(REMARKS));
        hand.execute("""
                insert into record_change (at, operation_id, object, record_id, version, action, actor, before, after)
                select now(), 0, 'customer', id, version, 'update', 0, '{"remarks":null}',
                    jsonb_build_object('remarks', '%s' || name) from changed_by_hand""".formatted(REMARKS));
        hand.execute("""
                insert into outbox (kind, object, record_id, operation_id, payload)
                select 'bench', 'customer', id, 0, jsonb_build_object('action', 'update', 'version', version, 'actor', 0,
                    'fields', array['remarks']) from changed_by_hand""");
        hand.execute("update enrolled_by_hand set status = 'done', ended_at = now() where status = 'live'");
        return List.of();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }

    @Override
    public void finish() {
        copy.requireSame();
        database.execute("delete from outbox where kind = 'bench'");
        database.execute("drop table if exists enrolled_by_hand, changed_by_hand");
    }
}
