package hengke.web.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingLong;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A company moves in with a real pipeline, by the calls that the browser makes: its people, accounts and 8,800
 * opportunities. {@code main} does the same at an address, to be looked at.
 */
final class RealPipeline {
    static final Path DATA = Path.of("../../shared/data/01_crm_sales_opportunities");
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String UNKNOWN = "Account not recorded";
    private static final String STAGE = "/api/catalog/opportunity/fields/stage";

    private final ApiClient admin;
    private final Path folder;
    private final List<Map<String, String>> accounts;
    private final List<Map<String, String>> teams;
    private final List<Map<String, String>> deals;
    private final Map<String, Long> departments = new HashMap<>();

    RealPipeline(ApiClient admin, Path folder) throws IOException {
        this.admin = admin;
        this.folder = folder;
        this.accounts = rows("accounts.csv");
        this.teams = rows("sales_teams.csv");
        this.deals = rows("sales_pipeline.csv");
    }

    /** {@code http://127.0.0.1:8080 login password}. */
    public static void main(String[] arguments) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        ApiClient admin = new ApiClient(new Node() {
                    @Override
                    public URI address(String path) {
                        return URI.create(arguments[0] + path);
                    }

                    @Override
                    public HttpClient client() {
                        return client;
                    }
                })
                .signIn(arguments[1], arguments[2]);
        RealPipeline pipeline = new RealPipeline(admin, Files.createTempDirectory("pipeline"));
        pipeline.people();
        pipeline.customers();
        System.out.println("refused " + pipeline.opportunities().size());
    }

    /** Offices with a department for each manager's team, which the manager leads. */
    void people() {
        admin.post("/api/roles", """
                        {"name":"Agent","grants":[{"object":"*","verb":"read","scope":"own"}]}""").expect(201);
        StringBuilder list = new StringBuilder("姓名,登录名,部门,上级,角色\n");
        Map<String, String> offices = new LinkedHashMap<>();
        teams.forEach(row -> offices.put(row.get("manager"), row.get("regional_office")));
        offices.forEach((manager, office) ->
                list.append("%s,%s,%s/Team of %s,,Agent\n".formatted(manager, login(manager), office, manager)));
        teams.forEach(row -> list.append("%s,%s,%s/Team of %s,%s,Agent\n"
                .formatted(
                        row.get("sales_agent"),
                        login(row.get("sales_agent")),
                        row.get("regional_office"),
                        row.get("manager"),
                        row.get("manager"))));
        Answer preview = admin.upload("/api/users/import/preview", "people.csv", list.toString(), "departments", "true")
                .expect(200);
        if (preview.number("/fine") != offices.size() + teams.size()) {
            throw new AssertionError(preview.body().toString());
        }
        admin.uploadForFile("/api/users/import", "people.csv", list.toString(), "departments", "true");
        for (JsonNode department :
                admin.get("/api/departments").expect(200).body().path("items")) {
            departments.put(
                    department.path("name").asString(), department.path("id").asLong());
        }
        offices.keySet().forEach(manager -> {
            long head = admin.get("/api/users?q=" + login(manager)).expect(200).number("/items/0/id");
            admin.patch("/api/departments/" + departments.get("Team of " + manager), "{\"head\":%d}".formatted(head))
                    .expect(200);
        });
    }

    /** Accounts first, then, since one may stand before the one above it, what they are subsidiaries of. */
    void customers() {
        ArrayNode sectors = JsonMapper.shared().createArrayNode();
        accounts.stream().map(row -> row.get("sector")).distinct().sorted().forEach(sectors::add);
        field("customer", "sector", "choice", "Sector", sectors);
        field("customer", "founded", "integer", "Year established", null);
        ObjectNode mapping = JsonMapper.shared()
                .createObjectNode()
                .put("account", "name")
                .put("sector", "c_sector")
                .put("year_established", "c_founded")
                .put("revenue", "revenue")
                .put("employees", "employees")
                .putNull("office_location")
                .putNull("subsidiary_of");
        expect(imported("customer", DATA.resolve("accounts.csv"), mapping, "insert"), "created", accounts.size());
        ObjectNode above = JsonMapper.shared().createObjectNode();
        mapping.propertyNames().forEach(above::putNull);
        above.put("account", "name").put("subsidiary_of", "parent");
        List<Map<String, String>> under = accounts.stream()
                .filter(row -> !row.get("subsidiary_of").isEmpty())
                .toList();
        expect(imported("customer", written("subsidiaries.csv", under), above, "update"), "updated", under.size());
    }

    /** All of them; answers the rows that were refused at first, because a deal must have a customer. */
    List<Map<String, String>> opportunities() {
        ArrayNode products = JsonMapper.shared().createArrayNode();
        rows("products.csv").forEach(row -> products.add(row.get("product")));
        field("opportunity", "product", "choice", "Product", products);
        field("opportunity", "engaged", "date", "Engaged on", null);
        stages();
        ObjectNode mapping = JsonMapper.shared()
                .createObjectNode()
                .put("opportunity_id", "name")
                .put("sales_agent", "owner")
                .put("product", "c_product")
                .put("account", "customer")
                .put("deal_stage", "stage")
                .put("engage_date", "c_engaged")
                .put("close_date", "closeDate")
                .put("close_value", "amount");
        List<Map<String, String>> without =
                deals.stream().filter(row -> row.get("account").isEmpty()).toList();
        JsonNode first = imported("opportunity", DATA.resolve("sales_pipeline.csv"), mapping, "insert");
        expect(first, "created", deals.size() - without.size());
        expect(first, "failed", without.size());
        admin.post("/api/records/customer", "{\"name\":\"%s\"}".formatted(UNKNOWN))
                .expect(201);
        List<Map<String, String>> completed = without.stream()
                .map(row -> {
                    Map<String, String> whole = new LinkedHashMap<>(row);
                    whole.put("account", UNKNOWN);
                    return whole;
                })
                .toList();
        expect(
                imported("opportunity", written("without_account.csv", completed), mapping, "insert"),
                "created",
                without.size());
        return without;
    }

    /** Two stages of its own at the beginning, and no reason asked of what was lost long ago. */
    private void stages() {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        ArrayNode options = patch.putArray("options");
        for (String stage : List.of("Prospecting", "Engaging")) {
            options.addObject().put("value", stage.toLowerCase(Locale.ROOT)).put("label", stage);
        }
        for (JsonNode field :
                admin.get("/api/catalog/opportunity/fields").expect(200).body().path("fields")) {
            if (field.path("name").asString().equals("stage")) {
                field.path("options").forEach(options::add);
            }
        }
        admin.patch(STAGE, patch.toString()).expect(200);
        JsonNode known = admin.get("/api/pipelines").expect(200).body().at("/items/0");
        ObjectNode pipelines = JsonMapper.shared().createObjectNode();
        pipelines.put("version", known.path("version").asLong());
        ArrayNode all = pipelines.putArray("pipelines");
        for (JsonNode pipeline : known.path("pipelines")) {
            ObjectNode changed = all.addObject().put("key", pipeline.path("key").asString());
            ArrayNode stages = changed.putArray("stages");
            if (pipeline.path("key").asString().equals("standard")) {
                stages.addObject().put("key", "prospecting").put("rate", "10");
                stages.addObject().put("key", "engaging").put("rate", "50");
            }
            pipeline.path("stages").forEach(stages::add);
        }
        admin.send("PUT", "/api/pipelines/opportunity", pipelines.toString()).expect(200);
        admin.patch(STAGE + "/transitions", """
                {"onlyListed":false,"moves":[{"from":"*","to":"won","roles":[],"required":["amount"]}]}""").expect(200);
    }

    private void field(String object, String name, String kind, String label, @Nullable ArrayNode options) {
        ObjectNode json =
                JsonMapper.shared().createObjectNode().put("kind", kind).put("label", label);
        if (options != null) {
            json.set("options", options);
        }
        admin.post("/api/catalog/%s/fields/%s".formatted(object, name), json.toString())
                .expect(201);
    }

    private JsonNode imported(String object, Path file, ObjectNode mapping, String mode) {
        long id = admin.upload(
                        "/api/imports",
                        file,
                        "object",
                        object,
                        "mode",
                        mode,
                        "key",
                        "name",
                        "onDuplicate",
                        "mark",
                        "mapping",
                        mapping.toString())
                .expect(200)
                .number("/import");
        return Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> admin.get("/api/imports/" + id).expect(200).body(),
                        job -> List.of("done", "failed")
                                .contains(job.path("status").asString()));
    }

    private static void expect(JsonNode job, String count, int expected) {
        if (job.path("progress").path(count).asInt() != expected) {
            throw new AssertionError("%s: %d expected of %s %s"
                    .formatted(
                            count,
                            expected,
                            job.path("progress"),
                            job.path("rows").path(0)));
        }
    }

    /** What was really won, told from the files alone. */
    Map<String, String> won(Function<Map<String, String>, String> by) {
        Map<String, Long> sums = deals.stream()
                .filter(row -> row.get("deal_stage").equals("Won"))
                .collect(groupingBy(by, TreeMap::new, summingLong(row -> Long.parseLong(row.get("close_value")))));
        Map<String, String> written = new TreeMap<>();
        sums.forEach((name, sum) -> written.put(name, sum + ".00"));
        return written;
    }

    static String agent(Map<String, String> deal) {
        return deal.get("sales_agent");
    }

    static String month(Map<String, String> deal) {
        return deal.get("close_date").substring(0, 7);
    }

    String manager(Map<String, String> deal) {
        return teams.stream()
                .filter(row -> row.get("sales_agent").equals(agent(deal)))
                .findFirst()
                .orElseThrow()
                .get("manager");
    }

    private Path written(String name, List<Map<String, String>> rows) {
        String text = String.join(",", rows.getFirst().keySet())
                + rows.stream()
                        .map(row -> "\n" + String.join(",", row.values()))
                        .collect(joining());
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(String file) {
        try {
            List<String> lines = Files.readAllLines(DATA.resolve(file));
            String[] titles = lines.getFirst().split(",");
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = Arrays.copyOf(line.split(","), titles.length);
                rows.add(IntStream.range(0, titles.length)
                        .boxed()
                        .collect(Collectors.toMap(
                                at -> titles[at],
                                at -> cells[at] == null ? "" : cells[at],
                                (one, _) -> one,
                                LinkedHashMap::new)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String login(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
    }
}
