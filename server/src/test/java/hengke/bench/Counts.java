package hengke.bench;

import hengke.bench.Workload.Budget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** How many there are: up to 10,000 as below every list, and exactly. One row of the list comes with it. */
final class Counts {
    private static final int CAP = 10_001;
    private static final String LEVEL = "\"filter\":{\"field\":\"level\",\"op\":\"eq\",\"value\":\"C\"},";

    private final Map<Cast, Cast.Person> cast;
    private final Function<Cast.Person, Long[]> colleagues;

    Counts(Map<Cast, Cast.Person> cast, Function<Cast.Person, Long[]> colleagues) {
        this.cast = cast;
        this.colleagues = colleagues;
    }

    List<Workload> all() {
        Cast.Person administrator = cast.get(Cast.ADMINISTRATOR);
        Cast.Person director = cast.get(Cast.DIRECTOR);
        Long[] people = colleagues.apply(director);
        return List.of(
                new Count(
                        "count: level, up to 10,000, administrator",
                        administrator,
                        LEVEL + "\"count\":\"capped\"",
                        hand -> hand.ids("select count(*) from (select 1 from customer where deleted_at is null"
                                        + " and level = 'C' limit " + CAP + ") found")
                                .getFirst()),
                new Count(
                        "count: everything, exactly, administrator",
                        administrator,
                        "\"count\":\"exact\"",
                        hand -> hand.ids("select count(*) from customer where deleted_at is null")
                                .getFirst()),
                new Count(
                        "count: level, up to 10,000, director of 80",
                        director,
                        LEVEL + "\"count\":\"capped\"",
                        hand -> hand.ids(
                                        "select count(*) from (select 1 from customer where deleted_at is null"
                                                + " and level = 'C' and owner = any(?) limit " + CAP + ") found",
                                        (Object) people)
                                .getFirst()));
    }

    private record Count(String name, Cast.Person person, String asked, Function<ByHand, Long> hand)
            implements Workload {
        @Override
        public Budget budget() {
            return new Budget(2, 2, 4);
        }

        @Override
        public int rounds() {
            return 20;
        }

        @Override
        public int warmUps() {
            return 5;
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            return product.post(person, "/records/customer/query", "{\"limit\":1,\"fields\":[\"name\"]," + asked + "}");
        }

        @Override
        public List<Long> byHand(ByHand byHand, RandomGenerator random) {
            return List.of(Math.min(hand.apply(byHand), asked.contains("capped") ? CAP - 1 : Long.MAX_VALUE));
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.of(List.of(
                    JsonMapper.shared().readTree(answer).at("/count/value").longValue()));
        }
    }
}
