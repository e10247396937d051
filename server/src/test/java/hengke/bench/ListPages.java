package hengke.bench;

import hengke.kernel.text.SearchQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of a list: newest first, filtered, sorted, further down, and as each of the cast sees it. */
final class ListPages {
    private static final String LIVING = " from customer c where deleted_at is null";
    private static final String NEWEST = " order by updated_at desc, id desc limit 51";
    private static final String[] PROVINCES = {"11", "31", "32", "33", "37", "44", "51"};

    private final Map<Cast, Cast.Person> cast;
    private final Function<Cast.Person, Long[]> colleagues;
    private final long customers;

    /** @param colleagues the people whose records a person sees by his role */
    ListPages(Map<Cast, Cast.Person> cast, Function<Cast.Person, Long[]> colleagues, long customers) {
        this.cast = cast;
        this.colleagues = colleagues;
        this.customers = customers;
    }

    List<Workload> all(Product product) {
        Cast.Person administrator = cast.get(Cast.ADMINISTRATOR);
        Cast.Person seller = cast.get(Cast.SELLER);
        Cast.Person manager = cast.get(Cast.MANAGER);
        Cast.Person director = cast.get(Cast.DIRECTOR);
        return List.of(
                new ListPage(
                        "list: newest, administrator",
                        administrator,
                        "customer",
                        _ -> "",
                        (hand, _) -> hand.ids("select *" + LIVING + NEWEST)),
                new ListPage("list: newest, seller", seller, "customer", _ -> "", (hand, _) -> own(hand, seller)),
                new ListPage(
                        "list: newest, manager of 13",
                        manager,
                        "customer",
                        _ -> "",
                        (hand, _) -> ofMany(hand, manager)),
                new ListPage(
                        "list: newest, director of 80",
                        director,
                        "customer",
                        _ -> "",
                        (hand, _) -> ofMany(hand, director)),
                new ListPage(
                        "list: level and province, administrator",
                        administrator,
                        "customer",
                        random -> """
                                "filter":{"and":[{"field":"level","op":"eq","value":"A"},
                                {"field":"region","op":"under","value":"%s"}]}""".formatted(province(random)),
                        (hand, random) -> {
                            String province = province(random);
                            return hand.ids(
                                    "select *" + LIVING + " and level = 'A' and region >= ? and region < ?" + NEWEST,
                                    province,
                                    Long.toString(Long.parseLong(province) + 1));
                        }),
                new ListPage(
                        "list: by name, administrator",
                        administrator,
                        "customer",
                        _ -> "\"sort\":[{\"field\":\"name\"}]",
                        (hand, _) ->
                                hand.ids("select *" + LIVING + " order by name collate \"zh-x-icu\", id limit 51")),
                new ListPage(
                        "list: by name from the end, administrator",
                        administrator,
                        "customer",
                        _ -> "\"sort\":[{\"field\":\"name\",\"descending\":true}]",
                        (hand, _) -> hand.ids("select *" + LIVING + " and name is not null"
                                + " order by name collate \"zh-x-icu\" desc, id desc limit 51")),
                new ListPage(
                        "list: to contact next, seller",
                        seller,
                        "customer",
                        _ -> "\"sort\":[{\"field\":\"nextContactAt\"}]",
                        (hand, _) -> hand.ids(
                                "select *" + LIVING + " and owner = ? order by next_contact_at, id limit 51",
                                seller.id())),
                containing(
                        "four characters of a name",
                        administrator,
                        random -> MadeUp.company(random.nextInt(100_000)).substring(2, 6)),
                containing(
                        "two rare characters of a name",
                        administrator,
                        random -> MadeUp.company(random.nextInt(100_000)).substring(2, 4)),
                containing("two common characters of a name", administrator, _ -> "科技"),
                containing("the end of every name", administrator, _ -> "有限公司"),
                DeepPage.behind((int) Math.clamp(customers / 1_000, 1, 20), product, administrator),
                new ListPage(
                        "list: contacts, seller", seller, "contact", _ -> "", (hand, _) -> ownContacts(hand, seller)),
                new ListPage(
                        "list: contacts, manager of 13",
                        manager,
                        "contact",
                        _ -> "",
                        (hand, _) -> contactsOfMany(hand, manager)));
    }

    /** A filter, not a search: by hand it goes through the search table of names all the same. */
    private static ListPage containing(String what, Cast.Person person, Function<RandomGenerator, String> text) {
        return new ListPage(
                "list: name contains " + what + ", administrator",
                person,
                "customer",
                random -> "\"filter\":{\"field\":\"name\",\"op\":\"contains\",\"value\":\"%s\"}"
                        .formatted(text.apply(random)),
                (hand, random) -> {
                    String typed = text.apply(random);
                    return hand.ids(
                            "select *" + LIVING + " and name like ? and id in (select record_id from customer_search"
                                    + " where grams @> ?)" + NEWEST,
                            "%" + typed + "%",
                            SearchQuery.parse(typed).grams().toArray(String[]::new));
                });
    }

    private static String province(RandomGenerator random) {
        return PROVINCES[random.nextInt(PROVINCES.length)];
    }

    private static List<Long> own(ByHand hand, Cast.Person person) {
        return hand.ids(
                "select c.* from ((select id, updated_at" + LIVING + " and owner = ?" + NEWEST + ")"
                        + " union (select c.id, c.updated_at from share s join customer c on c.id = s.about_id"
                        + " where s.\"user\" = ? and s.about_object = 'customer' and s.deleted_at is null"
                        + " and c.deleted_at is null order by c.updated_at desc, c.id desc limit 51)"
                        + NEWEST + ") top join customer c using (id) order by c.updated_at desc, c.id desc",
                person.id(),
                person.id());
    }

    private List<Long> ofMany(ByHand hand, Cast.Person person) {
        return hand.ids(
                "select c.* from unnest(?) who cross join lateral (select *" + LIVING + " and owner = who" + NEWEST
                        + ") c order by updated_at desc, id desc limit 51",
                (Object) colleagues.apply(person));
    }

    private static List<Long> ownContacts(ByHand hand, Cast.Person person) {
        return hand.ids(
                "select c.* from ((select id, updated_at from contact where deleted_at is null and owner = ?" + NEWEST
                        + ") union (select c.id, c.updated_at from contact c join customer p on p.id = c.customer"
                        + " where c.deleted_at is null and p.deleted_at is null and p.owner = ?"
                        + " order by c.updated_at desc, c.id desc limit 51)" + NEWEST
                        + ") top join contact c using (id) order by c.updated_at desc, c.id desc",
                person.id(),
                person.id());
    }

    private List<Long> contactsOfMany(ByHand hand, Cast.Person person) {
        Long[] people = colleagues.apply(person);
        return hand.ids(
                "select c.* from ((select c.id, c.updated_at from unnest(?) who cross join lateral (select * from contact"
                        + " where deleted_at is null and owner = who" + NEWEST + ") c " + NEWEST
                        + ") union (select c.id, c.updated_at from contact c join customer p on p.id = c.customer"
                        + " where c.deleted_at is null and p.deleted_at is null and p.owner = any(?)"
                        + " order by c.updated_at desc, c.id desc limit 51)" + NEWEST
                        + ") top join contact c using (id) order by c.updated_at desc, c.id desc",
                people,
                people);
    }

    /** A page some thousands of rows down, found by where the one before ended. */
    private record DeepPage(Cast.Person person, int rows, String cursor, long before) implements Workload {
        static DeepPage behind(int pages, Product product, Cast.Person person) {
            String after = "";
            JsonNode answer = JsonMapper.shared().missingNode();
            for (int page = 0; page < pages; page++) {
                answer = JsonMapper.shared()
                        .readTree(product.post(person, "/records/customer/query", "{\"limit\":500" + after + "}"));
                after = ",\"after\":\"" + answer.path("next").stringValue() + "\"";
            }
            return new DeepPage(
                    person,
                    500 * pages,
                    answer.path("next").stringValue(),
                    answer.path("items").path(499).path("id").longValue());
        }

        @Override
        public String name() {
            return "list: next page after %,d rows, administrator".formatted(rows);
        }

        @Override
        public Budget budget() {
            return ListPage.BUDGET;
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            return product.post(person, "/records/customer/query", "{\"after\":\"" + cursor + "\"}");
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            return hand.ids(
                            "select *" + LIVING
                                    + " and (updated_at, id) < (select updated_at, id from customer where id = ?)"
                                    + NEWEST,
                            before)
                    .subList(0, 50);
        }
    }
}
