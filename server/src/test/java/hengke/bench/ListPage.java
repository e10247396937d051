package hengke.bench;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The first page of a list.
 *
 * @param asked what is asked for beside the object, as JSON without the braces
 */
record ListPage(String name, Cast.Person person, String object, Function<RandomGenerator, String> asked, Hand hand)
        implements Workload {
    static final Budget BUDGET = new Budget(2, 2, 4);
    private static final int ROWS = 50;

    /** The same by hand; the product looks one further to know whether there is more. */
    interface Hand {
        List<Long> ids(ByHand hand, RandomGenerator random);
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return product.post(person, "/records/" + object + "/query", "{" + asked.apply(random) + "}");
    }

    @Override
    public List<Long> byHand(ByHand byHand, RandomGenerator random) {
        List<Long> ids = hand.ids(byHand, random);
        return ids.size() > ROWS ? ids.subList(0, ROWS) : ids;
    }
}
