package hengke.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** How many customers of each level there are, and what they turn over: all of them, or a department's. */
final class GroupedReport {
    private static final String GROUPED = "select count(*), level, sum(revenue) from customer where deleted_at is null";

    private final Map<Cast, Cast.Person> cast;
    private final Function<Cast.Person, Long[]> colleagues;

    GroupedReport(Map<Cast, Cast.Person> cast, Function<Cast.Person, Long[]> colleagues) {
        this.cast = cast;
        this.colleagues = colleagues;
    }

    List<Workload> all() {
        Cast.Person director = cast.get(Cast.DIRECTOR);
        return List.of(
                new ByLevel(cast.get(Cast.ADMINISTRATOR), null), new ByLevel(director, colleagues.apply(director)));
    }

    private record ByLevel(Cast.Person person, Long[] people) implements Workload {
        @Override
        public String name() {
            return "report: number and revenue by level, "
                    + (people == null ? "administrator" : "director of " + people.length);
        }

        @Override
        public Budget budget() {
            return new Budget(1.5, 2, 0);
        }

        @Override
        public int rounds() {
            return 15;
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            return product.post(person, "/records/customer/aggregate", """
                    {"groups":[{"field":"level"}],
                    "measures":[{"function":"count"},{"function":"sum","field":"revenue"}]}""");
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            List<Long> counts = people == null
                    ? hand.ids(GROUPED + " group by level")
                    : hand.ids(GROUPED + " and owner = any(?) group by level", (Object) people);
            return counts.stream().sorted().toList();
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.of(JsonMapper.shared()
                    .readTree(answer)
                    .path("rows")
                    .valueStream()
                    .map(row -> row.path("count").longValue())
                    .sorted()
                    .toList());
        }
    }
}
