package hengke.bench;

import hengke.capability.portrait.Portraits;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/**
 * Activity and health of all customers reckoned anew, and by hand one statement for each on a copy of their table. Either
 * finds nothing reckoned, or what it would write there already.
 */
record AllPortraits(Portraits portraits, DSLContext database, long customers, boolean anew) implements Workload {
    private static final String KINDS = "(array['call','wechat','visit','meeting','email','other'])";
    private static final String FOLLOW_UPS = """
            insert into activity (version, created_at, updated_at, created_by, updated_by, content, kind, about_object, about_id, at)
            select 1, now(), now(), 0, 0, '聊过', %s[1 + abs(hashint8(c.id * 31 + n)) %% 6],
                   case when n = 0 then 'contact' else 'customer' end, case when n = 0 then 2 * c.id else c.id end,
                   now() - make_interval(hours => abs(hashint8(c.id * 17 + n)) %% (24 * 300))
            from customer c cross join generate_series(0, 4) n where c.id %% 5 > n""".formatted(KINDS);
    private static final String LIFE = """
            select about_id record, at, kind from activity where about_object = 'customer' and deleted_at is null
            union all
            select c.customer, a.at, a.kind from activity a join contact c on c.id = a.about_id
            where a.about_object = 'contact' and a.deleted_at is null and c.deleted_at is null
            union all
            select customer, closed_at, 'deal' from opportunity where stage = 'won' and deleted_at is null""";
    private static final String ACTIVITY = """
            with aged as (
                select record, %1$s - (at at time zone 'Asia/Shanghai')::date age,
                       case kind when 'visit' then 3 when 'meeting' then 3 when 'call' then 1.5 when 'wechat' then 1
                                 when 'email' then 1 when 'deal' then 4 else 0.5 end::float8 weight
                from (%2$s) life),
            sums as (
                select record, sum(weight * power(2::float8, -age / 30.0)) worth,
                       coalesce(sum(weight) filter (where age < 30), 0) recent,
                       coalesce(sum(weight) filter (where age between 30 and 59), 0) before
                from aged where age between 0 and 360 group by record),
            made as (
                select c.id, round((100 * (1 - power(2::float8, -coalesce(worth, 0) / 4)))::numeric) score,
                       case when coalesce(recent, 0) = 0 and coalesce(before, 0) = 0
                            then case when %1$s - (created_at at time zone 'Asia/Shanghai')::date >= 60 then 'asleep' end
                            when recent > before * 1.25 then 'rising' when recent < before * 0.75 then 'falling'
                            else 'steady' end trend
                from by_hand c left join sums on record = c.id where deleted_at is null)
            update by_hand set activity_score = made.score, activity_trend = made.trend from made
            where made.id = by_hand.id and (activity_score, activity_trend) is distinct from (made.score, made.trend)""";
    private static final String HEALTH = """
            with days as (
                select record, (max(day) - min(day))::numeric / nullif(count(distinct day) - 1, 0) usual,
                       count(distinct day) n
                from (select record, (at at time zone 'Asia/Shanghai')::date as day from (%2$s) life) d
                where %1$s - day between 0 and 364 group by record),
            people as (
                select customer, count(*) n, bool_or(role = 'decider') decider,
                       bool_or("primary" and coalesce(nullif(phone, ''), nullif(landline, ''), nullif(email, ''),
                                                    nullif(wechat, '')) is not null) reachable
                from contact where deleted_at is null group by customer),
            told as (
                select c.id,
                       greatest(0, %1$s - (coalesce(last_contact_at, created_at) at time zone 'Asia/Shanghai')::date) days,
                       greatest(7, least(case level when 'A' then 14 when 'B' then 30 when 'C' then 60 when 'D' then 90
                                              else 60 end, case when days.n >= 4 then usual end)) expected,
                       case activity_trend when 'rising' then 1.0 when 'steady' then 0.8 when 'falling' then 0.4
                                           when 'asleep' then 0.0 end trend,
                       case when type is distinct from 'person' then 0.2 * least(coalesce(people.n, 0), 2)
                            + case when decider then 0.3 else 0 end + case when reachable then 0.3 else 0 end end coverage,
                       ((level is not null)::int + (industry is not null)::int + (source is not null)::int
                        + (coalesce(phone, '') <> '')::int + (region is not null)::int
                        + (coalesce(credit_code, '') <> '')::int) / 6.0 data
                from by_hand c left join days on record = c.id left join people on people.customer = c.id
                where deleted_at is null),
            made as (
                select id, round(100 * (35 * rhythm + 20 * coalesce(trend, 0) + 25 * coalesce(coverage, 0) + 20 * data)
                                 / (55 + case when trend is null then 0 else 20 end
                                    + case when coverage is null then 0 else 25 end)) score
                from (select *, least(1, greatest(0, 1 - (days - expected) / (2 * expected))) rhythm from told) r)
            update by_hand set health_score = made.score,
                   health_level = case when made.score >= 70 then 'good' when made.score < 40 then 'risk' else 'fair' end
            from made where made.id = by_hand.id and health_score is distinct from made.score""";
    private static final String OTHER = """
            select count(*) from customer c join by_hand h using (id)
            where abs(c.activity_score - h.activity_score) > 1 or abs(c.health_score - h.health_score) > 1
               or c.activity_trend is distinct from h.activity_trend""";
    private static final List<String> WRITTEN =
            List.of("activity_score", "activity_trend", "health_score", "health_level");
    private static final String TODAY = "(now() at time zone 'Asia/Shanghai')::date";

    static List<Workload> all(Portraits portraits, DSLContext database, long customers) {
        return List.of(
                new AllPortraits(portraits, database, customers, true),
                new AllPortraits(portraits, database, customers, false));
    }

    @Override
    public String name() {
        return "portraits: %,d customers, %s"
                .formatted(customers, anew ? "all to write" : "a night that changes nothing");
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
        if (!database.fetchExists(org.jooq.impl.DSL.table("activity"))) {
            database.execute(FOLLOW_UPS);
        }
        new CustomersByHand(database, customers, WRITTEN).prepare(anew);
        database.execute("vacuum analyze activity");
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return Integer.toString(portraits.run());
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        database.execute(ACTIVITY.formatted(TODAY, LIFE));
        database.execute(HEALTH.formatted(TODAY, LIFE));
        return List.of();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }

    /** Sums of floating numbers may be rounded otherwise. */
    @Override
    public void finish() {
        long other = database.fetchSingle(OTHER).get(0, Long.class);
        if (other > 0) {
            throw new IllegalStateException(other + " customers are reckoned otherwise by hand");
        }
    }
}
