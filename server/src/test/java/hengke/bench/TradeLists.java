package hengke.bench;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Lists of quotes, orders, and terms that are to be paid: as many of each paper as contracts, six terms for each of these. */
final class TradeLists {
    private static final String NEWEST = " order by updated_at desc, id desc limit 51";
    private static final String TO_PAY = """
            "filter":{"field":"status","op":"in","value":["pending","partial"]},"sort":[{"field":"dueDate"}]""";

    private final Cast.Person administrator;
    private final Cast.Person director;
    private final Long[] colleagues;
    private final DSLContext database;
    private final long contracts;

    TradeLists(
            Cast.Person administrator, Cast.Person director, Long[] colleagues, DSLContext database, long contracts) {
        this.administrator = administrator;
        this.director = director;
        this.colleagues = colleagues;
        this.database = database;
        this.contracts = contracts;
    }

    List<Workload> all() {
        TradeVolume volume = new TradeVolume(database, contracts);
        List<Workload> all = new ArrayList<>();
        Fill debts = volume.debts();
        all.addAll(Debts.all(administrator, director, colleagues, database, debts, contracts));
        filled(
                all,
                debts,
                List.of(
                        new ListPage(
                                "debts: terms to be paid by day, administrator",
                                administrator,
                                "payment-plan",
                                _ -> TO_PAY,
                                (hand, _) -> hand.ids("select * from payment_plan where deleted_at is null"
                                        + " and status in ('pending', 'partial') order by due_date, id limit 51")),
                        new ListPage(
                                "debts: terms to be paid by day, director of " + colleagues.length,
                                director,
                                "payment-plan",
                                _ -> TO_PAY,
                                (hand, _) -> hand.ids(
                                        "select p.* from payment_plan p join contract c on c.id = p.contract"
                                                + " where p.deleted_at is null and c.deleted_at is null"
                                                + " and p.status in ('pending', 'partial') and c.owner = any(?)"
                                                + " order by p.due_date, p.id limit 51",
                                        (Object) colleagues))));
        Fill papers = volume.papers();
        filled(
                all,
                papers,
                List.of(
                        newest("quotes", "quote", "quote"),
                        ofStatus("quotes: sent, administrator", "quote", "quote", "sent"),
                        ofMany("quotes", "quote", "quote"),
                        newest("orders", "order", "\"order\""),
                        ofStatus("orders: under way, administrator", "order", "\"order\"", "active"),
                        ofMany("orders", "order", "\"order\"")));
        return all;
    }

    private static void filled(List<Workload> all, Fill fill, List<ListPage> pages) {
        pages.forEach(page -> all.add(new Filled(page, fill, page == pages.getLast())));
    }

    private ListPage newest(String several, String object, String table) {
        return new ListPage(
                several + ": newest, administrator",
                administrator,
                object,
                _ -> "",
                (hand, _) -> hand.ids("select * from " + table + " where deleted_at is null" + NEWEST));
    }

    private ListPage ofStatus(String name, String object, String table, String status) {
        return new ListPage(
                name,
                administrator,
                object,
                _ -> "\"filter\":{\"field\":\"status\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(status),
                (hand, _) -> hand.ids(
                        "select * from " + table + " where deleted_at is null and status = ?" + NEWEST, status));
    }

    /** What they own, and what belongs to customers they own. */
    private ListPage ofMany(String several, String object, String table) {
        return new ListPage(
                several + ": newest, director of " + colleagues.length,
                director,
                object,
                _ -> "",
                (hand, _) -> hand.ids(
                        "select o.* from ((select o.id, o.updated_at from unnest(?) who cross join lateral (select * from "
                                + table + " where deleted_at is null and owner = who" + NEWEST + ") o" + NEWEST
                                + ") union (select o.id, o.updated_at from " + table
                                + " o join customer c on c.id = o.customer"
                                + " where o.deleted_at is null and c.deleted_at is null and c.owner = any(?)"
                                + " order by o.updated_at desc, o.id desc limit 51)" + NEWEST + ") top join " + table
                                + " o using (id) order by o.updated_at desc, o.id desc",
                        colleagues,
                        colleagues));
    }
}
