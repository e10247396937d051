package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A page of records that are there while it is measured.
 *
 * @param last does nobody need them afterwards?
 */
record Filled(ListPage page, Fill fill, boolean last) implements Workload {
    @Override
    public String name() {
        return page.name();
    }

    @Override
    public Budget budget() {
        return page.budget();
    }

    @Override
    public void prepare(RandomGenerator random) {
        fill.ensure();
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return page.product(product, random);
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        return page.byHand(hand, random);
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return page.ids(answer);
    }

    @Override
    public void finish() {
        if (last) {
            fill.remove();
        }
    }
}
