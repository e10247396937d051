package hengke.bench;

import hengke.capability.score.Rescore;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Scores of all customers by four rules and the cap of a group, by hand one statement on a copy of the table. */
record AllScores(
        Rescore rescore,
        Product product,
        Cast.Person administrator,
        DSLContext database,
        CustomersByHand copy,
        boolean anew)
        implements Workload {
    private static final String RULES = """
            {"active":true,"bands":[],"groups":[{"name":"规模","cap":50}],"rules":[
             {"name":"千人以上","group":"规模","points":40,"filter":{"field":"employees","op":"ge","value":1000}},
             {"name":"有官方编码","group":"规模","points":20,"filter":{"field":"creditCode","op":"notEmpty"}},
             {"name":"企业","points":15,"filter":{"field":"type","op":"eq","value":"enterprise"}},
             {"name":"已流失","points":-30,"filter":{"field":"status","op":"eq","value":"lost"}}]}""";
    private static final String SCORE = """
            update by_hand set score = made.points from (
                select id, least(50, case when employees >= 1000 then 40 else 0 end
                                   + case when coalesce(credit_code, '') <> '' then 20 else 0 end)
                     + case when type = 'enterprise' then 15 else 0 end
                     + case when status = 'lost' then -30 else 0 end points
                from by_hand where deleted_at is null) made
            where made.id = by_hand.id and by_hand.score is distinct from made.points""";

    static List<Workload> all(
            Rescore rescore, Product product, Cast.Person administrator, DSLContext database, long customers) {
        CustomersByHand copy = new CustomersByHand(database, customers, List.of("score"));
        return List.of(
                new AllScores(rescore, product, administrator, database, copy, true),
                new AllScores(rescore, product, administrator, database, copy, false));
    }

    @Override
    public String name() {
        return "scores: %,d customers, %s"
                .formatted(copy.customers(), anew ? "all to write" : "a night that changes nothing");
    }

    @Override
    public Budget budget() {
        return new Budget(2, 500, 0);
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

    @Override
    public void prepare(RandomGenerator random) {
        if (!present().path("active").asBoolean(false)) {
            put(RULES);
        }
        copy.prepare(anew);
        database.execute("update scoring_state set goal = ''");
    }

    private JsonNode present() {
        return JsonMapper.shared().readTree(product.get(administrator, "/scoring/customer"));
    }

    private void put(String rules) {
        ObjectNode asked = (ObjectNode) JsonMapper.shared().readTree(rules);
        asked.set("version", present().path("version"));
        product.put(administrator, "/scoring/customer", asked.toString());
        while (database.fetchSingle("select count(*) from scheduled_tasks where task_name = 'rescore'")
                        .get(0, Long.class)
                > 0) {
            Product.pause();
        }
    }

    @Override
    public String product(Product asked, RandomGenerator random) {
        rescore.run();
        return "";
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        hand.execute(SCORE);
        return List.of();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }

    /** Without rules again, so that what is measured after it costs what it did. */
    @Override
    public void finish() {
        copy.requireSame();
        if (!anew) {
            put("{\"active\":false}");
        }
    }
}
