package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record is submitted and agreed to by three people, one after the other: what is sent to the database for all four
 * is counted. By hand there are an approval, its tasks and its log, a lock on it, and the state of the record; nobody is
 * looked up, nobody's right is asked, nobody is told and no history is kept of the record.
 */
record ApprovalSteps(Product asked, Cast.Person starter, List<Cast.Person> approvers, DSLContext database)
        implements Workload {
    private static final String NAME = "测速审批";
    private static final String OBJECT = "x-bench-approved";
    private static final String TABLE = "x_bench_approved";

    @Override
    public String name() {
        return "approvals: one through three steps";
    }

    @Override
    public Budget budget() {
        return new Budget(4, 8, 121);
    }

    /** As many as a thousand in a run. */
    @Override
    public int rounds() {
        return 200;
    }

    @Override
    public int warmUps() {
        return 0;
    }

    /** An object of its own whose records can be approved, and as many of them as a run can need. */
    @Override
    public void prepare(RandomGenerator random) {
        if (database.fetchExists(DSL.selectOne().from("approval_template").where("name = ?", NAME))) {
            return;
        }
        if (!database.fetchExists(
                DSL.selectOne().from("information_schema.tables").where("table_name = ?", TABLE))) {
            asked.post(starter, "/catalog/objects", """
                    {"name":"%s","label":"%s","capabilities":["approved"],"fields":[]}""".formatted(OBJECT, NAME));
        }
        database.execute("insert into " + TABLE + " (name, version, created_at, updated_at)"
                + " select name, 1, now(), now() from customer order by id limit 20000");
        asked.post(
                starter, "/approvals/templates", """
                {"object":"%s","name":"%s","active":true,"nodes":[%s,%s,%s]}""".formatted(OBJECT, NAME, step("a", 0), step("b", 1), step("c", 2)));
        database.execute("create table if not exists approval_by_hand (like approval including all)");
        database.execute("create table if not exists approval_task_by_hand (like approval_task including all)");
        database.execute("create table if not exists approval_action_by_hand (like approval_action including all)");
    }

    private String step(String id, int which) {
        return """
                {"id":"%s","kind":"ask","name":"%s","approvers":{"kind":"people","people":[%d]}}""".formatted(id, id, approvers.get(which).id());
    }

    private long next() {
        return database.fetchSingle("""
                        select min(id) from %s
                        where approval is null and id > (select coalesce(max(record_id), 0) from approval where object = ?)
                        """.formatted(TABLE), OBJECT).get(0, Long.class);
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        String answer =
                product.post(starter, "/approvals", "{\"object\":\"%s\",\"record\":%d}".formatted(OBJECT, next()));
        long approval = read(answer).path("id").longValue();
        for (Cast.Person approver : approvers) {
            answer = product.post(approver, "/approvals/tasks/%d/approve".formatted(task(approval)), "{}");
        }
        if (!read(answer).path("status").asString().equals("approved")) {
            throw new IllegalStateException(answer);
        }
        return answer;
    }

    /** Whoever decides has seen it in a list. */
    private long task(long approval) {
        return database.fetchSingle("select id from approval_task where approval = ? and state = 'live'", approval)
                .get(0, Long.class);
    }

    private static JsonNode read(String answer) {
        return JsonMapper.shared().readTree(answer);
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        long record = next();
        hand.inTransaction(() -> {
            hand.ids("select * from x_bench_approved where id = ? for update", record);
            hand.execute("""
                    insert into approval_by_hand (template, edition, name, object, record_id, title, starter, status,
                        definition, state, snapshot, started_at)
                    select 1, 1, 'x', 'x', id, name, 1, 'running', '{}', '{}', to_jsonb(r), now()
                    from x_bench_approved r where id = ?""", record);
            asks(hand, record, 1);
            hand.execute("update x_bench_approved set version = version + 1 where id = ?", record);
        });
        for (int step = 1; step <= approvers.size(); step++) {
            int number = step;
            hand.inTransaction(() -> decides(hand, record, number));
        }
        return List.of();
    }

    private static void asks(ByHand hand, long record, int number) {
        hand.execute("""
                insert into approval_task_by_hand (approval, number, node, person, state, asked_at)
                select max(id), ?, 'a', 1, 'live', now() from approval_by_hand where record_id = ?""", number, record);
        acts(hand, record, number);
    }

    private static void acts(ByHand hand, long record, int number) {
        hand.execute("""
                insert into approval_action_by_hand (approval, at, person, kind, task, details, answers)
                select max(id), now(), 1, 'approve', ?, '{}', '{}' from approval_by_hand where record_id = ?""", number, record);
    }

    private void decides(ByHand hand, long record, int number) {
        hand.ids(
                "select id, state from approval_by_hand where record_id = ? order by id desc limit 1 for update",
                record);
        hand.execute("""
                update approval_task_by_hand set state = 'done', ended_at = now(), ended_by = 1, word = 'approve'
                where number = ? and state = 'live' and approval =
                    (select max(id) from approval_by_hand where record_id = ?)""", number, record);
        if (number < approvers.size()) {
            asks(hand, record, number + 1);
        } else {
            acts(hand, record, number);
            hand.execute("update x_bench_approved set version = version + 1 where id = ?", record);
        }
        hand.execute("""
                update approval_by_hand set state = '{}', version = version + 1, status = ?
                where id = (select max(id) from approval_by_hand where record_id = ?)""", number < approvers.size() ? "running" : "approved", record);
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }

    @Override
    public void finish() {
        database.execute("drop table if exists approval_by_hand, approval_task_by_hand, approval_action_by_hand");
        database.execute("delete from approval where object = ?", OBJECT);
        database.execute("delete from approval_template where name = ?", NAME);
        database.execute("delete from " + TABLE);
    }
}
