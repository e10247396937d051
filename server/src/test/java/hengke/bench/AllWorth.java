package hengke.bench;

import hengke.capability.worth.Revaluation;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all customers are worth reckoned anew from the deals of an own object: figures, cut points, scores, segment and
 * stage. By hand it is one statement for the worth and one for the stage, on a copy of the customers' table, with the
 * scores by rank. Either finds nothing reckoned, or what it would write there already.
 */
record AllWorth(Revaluation revaluation, DSLContext database, CustomersByHand copy, Source source, boolean anew)
        implements Workload {
    private static final String TODAY = "(now() at time zone 'Asia/Shanghai')::date";
    private static final String WORTH = """
            with facts as (
                select c_customer id,
                       min(c_day) filter (where c_amount >= 0) first_on,
                       (array_agg(c_day order by c_day) filter (where c_amount >= 0))[2] second_on,
                       max(c_day) filter (where c_amount >= 0) last_on,
                       %1$s - max(c_day) filter (where c_amount >= 0 and c_day > since) days,
                       count(*) filter (where c_amount >= 0 and c_day > since) deals,
                       coalesce(sum(c_amount) filter (where c_day > since), 0) amount
                from x_bench_deal, (select (%1$s - interval '12 months')::date since) w
                where deleted_at is null and c_day <= %1$s group by c_customer),
            ranked as (
                select f.id, 1 + (rank() over (order by days desc) - 1) * 5 / count(*) over () r,
                       1 + (rank() over (order by deals) - 1) * 5 / count(*) over () f,
                       1 + (rank() over (order by amount) - 1) * 5 / count(*) over () m
                from facts f join by_hand c using (id) where deals > 0 and c.deleted_at is null),
            high as (
                select id, r, f, m, r > round(avg(r) over (), 6) hr, f > round(avg(f) over (), 6) hf,
                       m > round(avg(m) over (), 6) hm
                from ranked),
            made as (
                select c.id, first_on, second_on, last_on, coalesce(deals, 0) deals, coalesce(amount, 0) amount, r, f, m,
                       case when hr and hf and hm then 'importantValue' when hr and not hf and hm then 'importantDevelop'
                            when hf and hm then 'importantKeep' when hm then 'importantRetain'
                            when hr and hf then 'generalValue' when hr then 'generalDevelop'
                            when hf then 'generalKeep' when not hf then 'generalRetain' end segment,
                       case when second_on is not null then 'returning' when first_on is not null then 'new' end loyalty
                from by_hand c left join facts using (id) left join high using (id) where c.deleted_at is null)
            update by_hand c set first_deal_on = first_on, second_deal_on = second_on, last_deal_on = last_on,
                   deal_count = deals, deal_amount = amount, deal_amount_amount = amount, deal_amount_currency = 'CNY',
                   recency_score = r, frequency_score = f, monetary_score = m, rfm = segment, loyalty = made.loyalty
            from made where made.id = c.id
              and (first_deal_on, second_deal_on, last_deal_on, deal_count, deal_amount, recency_score, frequency_score,
                   monetary_score, rfm, c.loyalty) is distinct from
                  (first_on, second_on, last_on, deals, amount, r, f, m, segment, made.loyalty)""";
    private static final String STAGE = """
            with made as (
                select id, least(day, first_deal_on) since, first_deal_on bought, second_deal_on again,
                       case when status = 'lost' then 'lost' when second_deal_on is not null then 'repeat'
                            when first_deal_on is not null then 'deal' else 'customer' end stage,
                       case when status = 'lost' then day
                            else coalesce(second_deal_on, first_deal_on, least(day, first_deal_on)) end entered,
                       case when status = 'lost' then day end lost
                from (select *, (created_at at time zone 'Asia/Shanghai')::date as day from by_hand
                      where deleted_at is null) c)
            update by_hand c set life_stage = stage, stage_since = entered, customer_since = since, bought_on = bought,
                   bought_again_on = again, lost_on = lost, returned_on = null
            from made where made.id = c.id
              and (life_stage, stage_since, customer_since, bought_on, bought_again_on, lost_on) is distinct from
                  (stage, entered, since, bought, again, lost)""";
    private static final List<String> WRITTEN = List.of(
            "first_deal_on",
            "second_deal_on",
            "last_deal_on",
            "deal_count",
            "deal_amount",
            "deal_amount_amount",
            "deal_amount_currency",
            "recency_score",
            "frequency_score",
            "monetary_score",
            "rfm",
            "loyalty",
            "life_stage",
            "stage_since",
            "customer_since",
            "bought_on",
            "bought_again_on",
            "lost_on",
            "returned_on");

    static List<Workload> all(
            Revaluation revaluation, Product product, Cast.Person administrator, DSLContext database, long customers) {
        Source source = new Source(product, administrator, database);
        CustomersByHand copy = new CustomersByHand(database, customers, WRITTEN);
        return List.of(
                new AllWorth(revaluation, database, copy, source, true),
                new AllWorth(revaluation, database, copy, source, false));
    }

    @Override
    public String name() {
        return "worth: %,d customers, %s"
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
        source.ensure();
        copy.prepare(anew);
        database.execute("vacuum analyze x_bench_deal");
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        revaluation.run();
        return "";
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        hand.execute(WORTH.formatted(TODAY));
        hand.execute(STAGE);
        return List.of();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }

    @Override
    public void finish() {
        copy.requireSame();
    }

    /** The deals: two for a customer on average, none for some, one in thirty taken back; of the last three years. */
    private record Source(Product product, Cast.Person administrator, DSLContext database) {
        private static final String DEALS = """
                insert into x_bench_deal (version, created_at, updated_at, created_by, updated_by, name, c_customer, c_day,
                                          c_amount, c_amount_amount, c_amount_currency)
                select 1, now(), now(), 0, 0, 'D' || c.id || '-' || n, c.id, day, amount, amount, 'CNY'
                from customer c cross join generate_series(0, 4) n cross join lateral (
                    select %s - (hashint8(c.id * 13 + n) & 2147483647) %% 1000 as day,
                           (case when (hashint8(c.id * 7 + n) & 2147483647) %% 30 = 0 then -1 else 1 end
                            * (100 + (hashint8(c.id * 3 + n) & 2147483647) %% 5000000) / 100.0)::numeric(20, 2) as amount) made
                where c.id %% 5 > n""";

        /** Makes them the source of what customers are worth, unless an earlier run has; then waits for the product. */
        void ensure() {
            var worth = JsonMapper.shared().readTree(product.get(administrator, "/worth/customer"));
            if (!worth.at("/sources").toString().contains("x-bench-deal")) {
                product.post(administrator, "/catalog/objects", """
                        {"name":"bench-deal","label":"测速成交","fields":[
                         {"kind":"reference","name":"customer","label":"客户","targets":["customer"]},
                         {"kind":"date","name":"day","label":"日期"},
                         {"kind":"money","name":"amount","label":"金额"}]}""");
                database.execute(DEALS.formatted(TODAY));
                database.execute("vacuum analyze x_bench_deal");
                ObjectNode decided = JsonMapper.shared().createObjectNode();
                decided.putArray("sources")
                        .addObject()
                        .put("object", "x-bench-deal")
                        .put("customer", "c_customer")
                        .put("at", "c_day")
                        .put("amount", "c_amount");
                product.patch(
                        administrator,
                        "/worth/customer",
                        decided.set("version", worth.path("version")).toString());
            }
            while (database.fetchSingle(
                                    "select count(*) from scheduled_tasks where task_name like 'revalue%' and picked"
                                            + " or task_name = 'revalue'")
                            .get(0, Long.class)
                    > 0) {
                Product.pause();
            }
        }
    }
}
