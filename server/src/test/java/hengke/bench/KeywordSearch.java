package hengke.bench;

import hengke.kernel.text.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A few characters typed into the search box of the customer list, with many and with few that match. */
final class KeywordSearch {
    private static final String FOUND = "select c.* from customer_search s join customer c on c.id = s.record_id"
            + " where s.grams @> ? and s.body like ? and c.deleted_at is null";
    private static final String NEWEST = " order by c.updated_at desc, c.id desc limit 51";

    private final Map<Cast, Cast.Person> cast;
    private final Function<Cast.Person, Long[]> colleagues;

    KeywordSearch(Map<Cast, Cast.Person> cast, Function<Cast.Person, Long[]> colleagues) {
        this.cast = cast;
        this.colleagues = colleagues;
    }

    List<Workload> all() {
        Map<String, Function<RandomGenerator, String>> typed = Map.of(
                "two characters, common", _ -> "科技",
                "two characters, rare", random -> company(random).substring(2, 4),
                "four characters", random -> company(random).substring(2, 6),
                "end of a phone number", random -> "%05d".formatted(random.nextInt(100_000)),
                "initials", random -> random.nextBoolean() ? "hykj" : "bjrh");
        List<Workload> all = new ArrayList<>();
        typed.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            all.add(new Typed(each.getKey(), cast.get(Cast.ADMINISTRATOR), null, each.getValue()));
            Cast.Person manager = cast.get(Cast.MANAGER);
            all.add(new Typed(each.getKey(), manager, colleagues.apply(manager), each.getValue()));
        });
        return all;
    }

    private static String company(RandomGenerator random) {
        return MadeUp.company(random.nextInt(100_000));
    }

    private record Typed(String what, Cast.Person person, Long[] people, Function<RandomGenerator, String> text)
            implements Workload {
        @Override
        public String name() {
            return "search: " + what + ", " + (people == null ? "administrator" : "manager of " + people.length);
        }

        @Override
        public Budget budget() {
            return new Budget(2, 2, 0);
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            return product.post(person, "/records/customer/query", "{\"search\":\"" + text.apply(random) + "\"}");
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            SearchQuery query = SearchQuery.parse(text.apply(random));
            String[] grams = query.grams().toArray(String[]::new);
            String needle = "%" + query.needles().getFirst() + "%";
            List<Long> ids = people == null
                    ? hand.ids(FOUND + NEWEST, grams, needle)
                    : hand.ids(FOUND + " and c.owner = any(?)" + NEWEST, grams, needle, people);
            return ids.size() > 50 ? ids.subList(0, 50) : ids;
        }
    }
}
