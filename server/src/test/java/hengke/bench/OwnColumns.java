package hengke.bench;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A list of twenty columns, filtered by one and sorted by another: of an own object, and the same over shipped columns. */
record OwnColumns(Cast.Person person, boolean own) implements Workload {
    static final String OBJECT = "x-bench";
    private static final String TABLE = "x_bench";
    private static final int COLUMNS = 20;
    private static final List<String> OPTIONS = List.of("甲", "乙", "丙", "丁");
    private static final List<String> LEVELS = List.of("A", "B", "C");

    /** Makes the own object and as many records as there are customers unless an earlier run has. */
    static void fill(Product product, Cast.Person administrator, DSLContext database) {
        JsonNode objects = JsonMapper.shared()
                .readTree(product.get(administrator, "/catalog/objects"))
                .get("items");
        if (objects.valueStream()
                .noneMatch(object -> object.get("name").stringValue().equals(OBJECT))) {
            product.post(administrator, "/catalog/objects", settings().toString());
            fill(database);
        }
    }

    static List<Workload> all(Cast.Person administrator) {
        return List.of(new OwnColumns(administrator, true), new OwnColumns(administrator, false));
    }

    private static ObjectNode settings() {
        ObjectNode object =
                JsonMapper.shared().createObjectNode().put("name", OBJECT).put("label", "速度测量");
        ArrayNode fields = object.putArray("fields");
        for (int i = 0; i < COLUMNS; i++) {
            ObjectNode field = fields.addObject()
                    .put("name", "n" + i)
                    .put("label", "数 " + i)
                    .put("listed", true)
                    .put("indexed", i < 2);
            if (i == 0) {
                field.put("kind", "choice")
                        .putArray("options")
                        .add("甲")
                        .add("乙")
                        .add("丙")
                        .add("丁");
            } else {
                field.put("kind", "integer");
            }
        }
        return object;
    }

    private static void fill(DSLContext database) {
        StringBuilder columns = new StringBuilder("name, version, created_at, updated_at, c_n0");
        StringBuilder values =
                new StringBuilder("name, 1, created_at, updated_at, (array['甲','乙','丙','丁'])[1 + mod(id * 7919, 4)]");
        for (int i = 1; i < COLUMNS; i++) {
            columns.append(", c_n").append(i);
            values.append(", mod(id * ")
                    .append(new Random(i).nextInt(1_000, 1_000_000))
                    .append(", 100003)");
        }
        database.execute("insert into " + TABLE + " (" + columns + ") select " + values + " from customer");
        database.execute("analyze " + TABLE);
    }

    @Override
    public String name() {
        return "list: twenty %s columns, filtered and sorted by two, administrator".formatted(own ? "own" : "shipped");
    }

    @Override
    public Budget budget() {
        return new Budget(2, 2, 4);
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return own
                ? product.post(person, "/records/" + OBJECT + "/query", """
                {"filter":{"field":"c_n0","op":"eq","value":"%s"},"sort":[{"field":"c_n1"}]}""".formatted(oneOf(OPTIONS, random)))
                : product.post(person, "/records/customer/query", """
                {"filter":{"field":"level","op":"eq","value":"%s"},"sort":[{"field":"name"}],"fields":["name","code","type",
                "level","status","industry","source","region","phone","creditCode","employees","revenue","contactCount",
                "owner","tags","nextContactAt","lastContactAt","createdAt","createdBy","updatedAt"]}""".formatted(oneOf(LEVELS, random)));
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        List<Long> ids = own
                ? hand.ids(
                        "select * from " + TABLE + " where deleted_at is null and c_n0 = ? order by c_n1, id limit 51",
                        oneOf(OPTIONS, random))
                : hand.ids(
                        "select * from customer where deleted_at is null and level = ?"
                                + " order by name collate \"zh-x-icu\", id limit 51",
                        oneOf(LEVELS, random));
        return ids.size() > 50 ? ids.subList(0, 50) : ids;
    }

    private static String oneOf(List<String> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
