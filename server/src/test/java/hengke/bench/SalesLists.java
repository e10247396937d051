package hengke.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/** Lists of opportunities and leads, as many of each as there are customers. An opportunity follows its customer. */
final class SalesLists {
    private static final String NEWEST = " order by updated_at desc, id desc limit 51";

    private final SalesVolume volume;
    private final long customers;
    private final Map<Cast, Cast.Person> cast;
    private final Function<Cast.Person, Long[]> colleagues;
    private boolean filled;

    SalesLists(
            Map<Cast, Cast.Person> cast,
            Function<Cast.Person, Long[]> colleagues,
            DSLContext database,
            long customers) {
        this.cast = cast;
        this.colleagues = colleagues;
        this.volume = new SalesVolume(database);
        this.customers = customers;
    }

    List<Workload> all() {
        Cast.Person administrator = cast.get(Cast.ADMINISTRATOR);
        Cast.Person seller = cast.get(Cast.SELLER);
        Cast.Person director = cast.get(Cast.DIRECTOR);
        List<ListPage> pages = List.of(
                new ListPage(
                        "deals: newest, administrator",
                        administrator,
                        "opportunity",
                        _ -> "",
                        (hand, _) -> hand.ids("select * from opportunity where deleted_at is null" + NEWEST)),
                new ListPage(
                        "deals: open by close date, administrator",
                        administrator,
                        "opportunity",
                        _ -> """
                                "filter":{"field":"outcome","op":"eq","value":"open"},"sort":[{"field":"closeDate"}]""",
                        (hand, _) -> hand.ids("select * from opportunity where deleted_at is null and outcome = 'open'"
                                + " order by close_date, id limit 51")),
                new ListPage(
                        "deals: newest, seller",
                        seller,
                        "opportunity",
                        _ -> "",
                        (hand, _) -> deals(hand, new Long[] {seller.id()})),
                new ListPage(
                        "deals: newest, director of " + colleagues.apply(director).length,
                        director,
                        "opportunity",
                        _ -> "",
                        (hand, _) -> deals(hand, colleagues.apply(director))),
                new ListPage(
                        "leads: newest, administrator",
                        administrator,
                        "lead",
                        _ -> "",
                        (hand, _) -> hand.ids("select * from lead where deleted_at is null" + NEWEST)),
                new ListPage(
                        "leads: followed, director of " + colleagues.apply(director).length,
                        director,
                        "lead",
                        _ -> "\"filter\":{\"field\":\"status\",\"op\":\"eq\",\"value\":\"following\"}",
                        (hand, _) -> hand.ids(
                                "select l.* from unnest(?) who cross join lateral (select * from lead where deleted_at is null"
                                        + " and status = 'following' and owner = who" + NEWEST + ") l" + NEWEST,
                                (Object) colleagues.apply(director))));
        List<Workload> all = new ArrayList<>();
        pages.forEach(page -> all.add(new Filled(page, page == pages.getLast())));
        return all;
    }

    /** What they own, and what belongs to customers they own. */
    private static List<Long> deals(ByHand hand, Long[] people) {
        return hand.ids(
                "select o.* from ((select o.id, o.updated_at from unnest(?) who cross join lateral (select * from opportunity"
                        + " where deleted_at is null and owner = who" + NEWEST + ") o" + NEWEST
                        + ") union (select o.id, o.updated_at from opportunity o join customer c on c.id = o.customer"
                        + " where o.deleted_at is null and c.deleted_at is null and c.owner = any(?)"
                        + " order by o.updated_at desc, o.id desc limit 51)" + NEWEST
                        + ") top join opportunity o using (id) order by o.updated_at desc, o.id desc",
                people,
                people);
    }

    /** A page of records that are there while it is measured. */
    private final class Filled implements Workload {
        private final ListPage page;
        private final boolean last;

        Filled(ListPage page, boolean last) {
            this.page = page;
            this.last = last;
        }

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
            if (!filled) {
                volume.ensure(customers);
                volume.ensureLeads(customers);
                filled = true;
            }
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
                volume.remove();
                filled = false;
            }
        }
    }
}
