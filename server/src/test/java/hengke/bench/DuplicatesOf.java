package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a company is there already: while it is typed, and of all of them at once. */
final class DuplicatesOf {
    private static final String ALIKE = """
            select c.id, c.name from customer c join customer_search s on s.record_id = c.id
            where s.grams @> cast(array[?, ?] as text[]) and c.deleted_at is null limit 200""";
    private static final String SORTED = """
            select count(*) from (
                select name, lag(name) over (order by name) as other_name, phone,
                    lag(phone) over (order by phone) as other_phone
                from customer where deleted_at is null) beside
            where name = other_name or phone = other_phone""";

    private DuplicatesOf() {}

    static List<Workload> all(Cast.Person administrator, long customers) {
        return List.of(new Hint(administrator), new Search(administrator, customers));
    }

    /** The name of a new customer, written otherwise than one that is there; by hand its brand, wherever it stands. */
    private record Hint(Cast.Person person) implements Workload {
        @Override
        public String name() {
            return "duplicates: a hint while a name is typed";
        }

        @Override
        public Budget budget() {
            return new Budget(2, 2, 4);
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            String name = MadeUp.company(random.nextInt(10_000)).replace("有限公司", "");
            return product.post(person, "/records/customer/duplicates", "{\"name\":\"" + name + "\"}");
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            String brand = MadeUp.company(random.nextInt(10_000)).substring(2, 5);
            return hand.ids(ALIKE, brand.substring(0, 2), brand.substring(1));
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.empty();
        }
    }

    /** Every customer against every other; by hand only what is written exactly alike. */
    private record Search(Cast.Person person, long customers) implements Workload {
        @Override
        public String name() {
            return "duplicates: search among %,d customers".formatted(customers);
        }

        @Override
        public Budget budget() {
            return new Budget(200, 2_000, 0);
        }

        @Override
        public int rounds() {
            return 1;
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
        public boolean growing() {
            return true;
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            product.post(person, "/duplicates/customer/scan", "{}");
            while (true) {
                JsonNode state = JsonMapper.shared().readTree(product.get(person, "/duplicates/customer"));
                String status = state.at("/scan/status").asString();
                if (status.equals("done")) {
                    return state.toString();
                }
                if (!status.equals("running")) {
                    throw new IllegalStateException(state.toString());
                }
                pause();
            }
        }

        private static void pause() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            hand.ids(SORTED);
            return List.of();
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.empty();
        }
    }
}
