package hengke.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Lists of opportunities and leads, as many of each as there are customers. An opportunity follows its customer. */
final class SalesLists {
    private static final String NEWEST = " order by updated_at desc, id desc limit 51";

    private final Fill fill;
    private final Map<Cast, Cast.Person> cast;
    private final Function<Cast.Person, Long[]> colleagues;

    SalesLists(
            Map<Cast, Cast.Person> cast,
            Function<Cast.Person, Long[]> colleagues,
            DSLContext database,
            long customers) {
        this.cast = cast;
        this.colleagues = colleagues;
        SalesVolume volume = new SalesVolume(database);
        this.fill = new Fill(
                () -> {
                    volume.ensure(customers);
                    volume.ensureLeads(customers);
                },
                volume::remove);
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
        pages.forEach(page -> all.add(new Filled(page, fill, page == pages.getLast())));
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
}
