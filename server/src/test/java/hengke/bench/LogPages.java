package hengke.bench;

import hengke.bench.Workload.Budget;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A page of a log: newest, and searched as administrators do. */
final class LogPages {
    private static final String CHANGES =
            "select c.*, who.name, customer.name, contact.name from (select * from record_change"
                    + " where %s order by id desc limit 51) c left join person who on who.id = c.actor"
                    + " left join customer on c.object = 'customer' and customer.id = c.record_id and customer.deleted_at is null"
                    + " left join contact on c.object = 'contact' and contact.id = c.record_id and contact.deleted_at is null"
                    + " order by c.id desc";
    private static final String SIGN_INS = "select s.*, who.name from (select * from sign_in_attempt"
            + " where lower(login) = ? order by id desc limit 51) s left join person who on who.id = s.person_id"
            + " order by s.id desc";

    private final Cast.Person administrator;
    private final long customers;

    LogPages(Cast.Person administrator, long customers) {
        this.administrator = administrator;
        this.customers = customers;
    }

    List<Workload> all() {
        return List.of(
                new Page("newest changes", _ -> "changes", (hand, _) -> hand.ids(CHANGES.formatted("true"))),
                new Page(
                        "changes by a person",
                        random -> "changes?who=" + person(random),
                        (hand, random) -> hand.ids(CHANGES.formatted("actor = ?"), person(random))),
                new Page(
                        "changes of a record",
                        random -> "changes?object=customer&record=" + record(random),
                        (hand, random) ->
                                hand.ids(CHANGES.formatted("object = 'customer' and record_id = ?"), record(random))),
                new Page(
                        "changes of a field by a person in a month",
                        random -> "changes?field=level&from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z&who="
                                + person(random),
                        (hand, random) -> hand.ids(
                                CHANGES.formatted("actor = ? and jsonb_exists(after, 'level')"
                                        + " and at >= '2025-03-01 00:00:00Z' and at < '2025-04-01 00:00:00Z'"),
                                person(random))),
                new Page(
                        "sign-ins by name",
                        random -> "logins?login=person" + random.nextInt(Volume.PEOPLE),
                        (hand, random) -> hand.ids(SIGN_INS, "person" + random.nextInt(Volume.PEOPLE))));
    }

    private static long person(RandomGenerator random) {
        return Volume.FIRST_PERSON + random.nextInt(Volume.PEOPLE);
    }

    private long record(RandomGenerator random) {
        return 1 + random.nextLong(customers);
    }

    private interface Hand {
        List<Long> ids(ByHand hand, RandomGenerator random);
    }

    private final class Page implements Workload {
        private final String what;
        private final Function<RandomGenerator, String> asked;
        private final Hand hand;

        Page(String what, Function<RandomGenerator, String> asked, Hand hand) {
            this.what = what;
            this.asked = asked;
            this.hand = hand;
        }

        @Override
        public String name() {
            return "logs: " + what + ", administrator";
        }

        @Override
        public Budget budget() {
            return new Budget(2, 2, 5);
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            return product.get(administrator, "/logs/" + asked.apply(random));
        }

        @Override
        public List<Long> byHand(ByHand byHand, RandomGenerator random) {
            List<Long> ids = hand.ids(byHand, random);
            return ids.size() > 50 ? ids.subList(0, 50) : ids;
        }
    }
}
