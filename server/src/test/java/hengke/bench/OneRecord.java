package hengke.bench;

import hengke.kernel.text.SearchPart;
import hengke.kernel.text.SearchText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Opening, creating and changing one customer. */
final class OneRecord {
    private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis());

    private final Cast.Person seller;
    private final Map<Long, Long> versions;
    private final Long[] mine;

    /** @param versions customers of the seller, and their versions */
    OneRecord(Cast.Person seller, Map<Long, Long> versions) {
        this.seller = seller;
        this.versions = new HashMap<>(versions);
        this.mine = versions.keySet().stream().sorted().toArray(Long[]::new);
    }

    List<Workload> all() {
        return List.of(new Open(), new Create(), new Update());
    }

    private long one(RandomGenerator random) {
        return mine[random.nextInt(mine.length)];
    }

    private final class Open implements Workload {
        @Override
        public String name() {
            return "open: record, timeline and contacts, seller";
        }

        @Override
        public Budget budget() {
            return new Budget(2, 6, 8);
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            long id = one(random);
            product.get(seller, "/records/customer/" + id);
            product.get(seller, "/records/customer/" + id + "/timeline");
            return product.post(
                    seller,
                    "/records/contact/query",
                    "{\"filter\":{\"field\":\"customer\",\"op\":\"eq\",\"value\":" + id + "}}");
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            long id = one(random);
            hand.ids(
                    "select c.*, p.name, u.name from customer c left join person p on p.id = c.owner"
                            + " left join person u on u.id = c.updated_by where c.id = ? and c.deleted_at is null",
                    id);
            hand.ids(
                    "select h.*, p.name from record_change h join person p on p.id = h.actor"
                            + " where (object, record_id) in (select 'customer', cast(? as bigint)"
                            + " union all select 'contact', id from contact where customer = ?"
                            + " union all select 'activity', id from activity where about_id = ? and about_object = 'customer'"
                            + " union all select 'attachment', id from attachment where about_id = ? and about_object = 'customer')"
                            + " order by h.id desc limit 51",
                    id,
                    id,
                    id,
                    id);
            return hand.ids(
                    "select * from contact where customer = ? and deleted_at is null"
                            + " order by updated_at desc, id desc limit 51",
                    id);
        }
    }

    private final class Create implements Workload {
        @Override
        public String name() {
            return "create a customer with history, search text and event, seller";
        }

        @Override
        public Budget budget() {
            return new Budget(2.5, 0, 0);
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            String number = Long.toString(NUMBER.incrementAndGet());
            return product.post(seller, "/records/customer", """
                    {"name":"北京新立%s科技有限公司","code":"N%s","phone":"%s","level":"A","status":"new","type":"enterprise",
                    "region":"310101"}""".formatted(number, number, MadeUp.mobile(random)));
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            String number = Long.toString(NUMBER.incrementAndGet());
            String name = "北京新立" + number + "科技有限公司";
            String phone = MadeUp.mobile(random);
            hand.inTransaction(() -> {
                Journal.operation(hand, seller, "create");
                long id = hand.ids(
                                "insert into customer (version, created_at, created_by, updated_at, updated_by, owner, name,"
                                        + " code, phone, level, status, type, region) values (1, now(), ?, now(), ?, ?, ?, ?,"
                                        + " ?, 'A', 'new', 'enterprise', '310101') returning id",
                                seller.id(),
                                seller.id(),
                                seller.id(),
                                name,
                                "N" + number,
                                phone)
                        .getFirst();
                SearchText text = SearchText.of(
                        List.of(SearchPart.name(name), SearchPart.text("N" + number), SearchPart.phone(phone)));
                hand.execute(
                        "insert into customer_search (record_id, title, body, grams) values (?, ?, ?, ?)",
                        id,
                        text.title(),
                        text.body(),
                        text.grams().toArray(String[]::new));
                String after = """
                        {"name":"%s","code":"N%s","phone":"%s","level":"A","status":"new","type":"enterprise",
                        "region":"310101"}""".formatted(name, number, phone);
                Journal.creationOf(hand, seller, id, after, "[\"name\",\"code\",\"phone\",\"level\"]");
            });
            return List.of();
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.empty();
        }
    }

    private final class Update implements Workload {
        @Override
        public String name() {
            return "change a customer's number of employees with history and event, seller";
        }

        @Override
        public Budget budget() {
            return new Budget(2.5, 0, 0);
        }

        @Override
        public String product(Product product, RandomGenerator random) {
            long id = one(random);
            String answer = product.patch(
                    seller,
                    "/records/customer/" + id,
                    "{\"version\":" + versions.get(id) + ",\"employees\":" + employees() + "}");
            versions.put(
                    id, JsonMapper.shared().readTree(answer).path("version").longValue());
            return answer;
        }

        @Override
        public List<Long> byHand(ByHand hand, RandomGenerator random) {
            long id = one(random);
            versions.merge(id, 1L, Long::sum);
            long employees = employees();
            hand.inTransaction(() -> {
                hand.ids("select * from customer where id = ? and deleted_at is null for update", id);
                Journal.operation(hand, seller, "edit");
                hand.execute(
                        "update customer set employees = ?, version = version + 1, updated_at = now(), updated_by = ?"
                                + " where id = ?",
                        employees,
                        seller.id(),
                        id);
                Journal.changesOf(
                        hand, seller, new Long[] {id}, "{\"employees\":" + employees + "}", "[\"employees\"]");
            });
            return List.of();
        }

        /** Always another one, so that there is something to change. */
        private static long employees() {
            return NUMBER.incrementAndGet() % 10_000_000;
        }

        @Override
        public Optional<List<Long>> ids(String answer) {
            return Optional.empty();
        }
    }
}
