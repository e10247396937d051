package hengke.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the 541,909 invoice lines of a real shop into a running product as customers and orders in an object of its own,
 * over the API that everybody has, lets it tell their worth, and holds the figures against the file.
 */
final class OnlineRetail {
    private static final int PART = 500;
    private static final String LAST_DAY = "2011-12-09";
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Elsewhere client;
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Set<String> customers = new LinkedHashSet<>();
    private BigDecimal total = BigDecimal.ZERO;
    private int lines;
    private int cancelled;

    /** All lines of one number. */
    private static final class Invoice {
        private final @Nullable String customer;
        private final String day;
        private BigDecimal amount = BigDecimal.ZERO;
        private BigDecimal most = BigDecimal.ZERO;
        private String product = "";

        Invoice(@Nullable String customer, String day) {
            this.customer = customer;
            this.day = day;
        }

        /** What cost most of it stands for what was bought. */
        void add(String what, BigDecimal cost) {
            amount = amount.add(cost);
            if (cost.abs().compareTo(most) > 0) {
                most = cost.abs();
                product = what;
            }
        }

        BigDecimal rounded() {
            return amount.setScale(2, RoundingMode.HALF_UP);
        }
    }

    private OnlineRetail(Elsewhere client) {
        this.client = client;
    }

    /** @param arguments address, login, password, file */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("address login password file.csv.gz");
        }
        OnlineRetail retail = new OnlineRetail(new Elsewhere(arguments[0], arguments[1], arguments[2]));
        retail.read(Path.of(arguments[3]));
        if (!retail.there()) {
            retail.bring();
        }
        retail.tellWorth();
        retail.check();
    }

    private void read(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read(Table.cells(line));
            }
        }
        expect("lines", 541_909, lines);
        expect("invoices", 25_900, invoices.size());
        expect("customers", 4_372, customers.size());
        expect("lines of cancellations", 9_288, cancelled);
        expect("total", new BigDecimal("9747747.93"), total.setScale(2, RoundingMode.HALF_UP));
    }

    private void read(List<String> cells) {
        String customer = cells.get(6).isEmpty() ? null : cells.get(6).replaceAll("\\.0$", "");
        BigDecimal cost = new BigDecimal(cells.get(3)).multiply(new BigDecimal(cells.get(5)));
        invoices.computeIfAbsent(
                        cells.get(0), _ -> new Invoice(customer, cells.get(4).substring(0, 10)))
                .add(cells.get(2), cost);
        if (customer != null) {
            customers.add(customer);
        }
        lines++;
        cancelled += cells.get(0).startsWith("C") ? 1 : 0;
        total = total.add(cost);
    }

    /** Did an earlier run bring everything? */
    private boolean there() {
        boolean made = client.get("/catalog")
                .get("objects")
                .valueStream()
                .anyMatch(object -> object.get("name").asString().equals("x-order"));
        return made && count("x-order") == invoices.size();
    }

    private void bring() {
        client.post("/catalog/objects", """
                {"name":"order","label":{"zh":"网店订单","en":"Shop order"},"application":"sales","capabilities":["owned"],
                 "title":{"kind":"autoNumber","label":"单号"},"fields":[
                  {"kind":"reference","name":"customer","label":"客户","targets":["customer"],"relation":"网店订单"},
                  {"kind":"date","name":"day","label":"下单日期"},
                  {"kind":"money","name":"amount","label":"金额"},
                  {"kind":"text","name":"product","label":"主要商品"}]}""");
        Map<String, Long> ids = new HashMap<>();
        List<String> codes = List.copyOf(customers);
        List<Long> made = upsert(
                "customer",
                "code",
                codes,
                code -> JSON.createObjectNode()
                        .put("code", "UCI-" + code)
                        .put("name", "Customer " + code)
                        .put("status", "won"));
        for (int i = 0; i < codes.size(); i++) {
            ids.put(codes.get(i), made.get(i));
        }
        upsert("x-order", "name", List.copyOf(invoices.keySet()), number -> {
            Invoice invoice = invoices.get(number);
            ObjectNode order = JSON.createObjectNode()
                    .put("name", number)
                    .put("c_day", invoice.day)
                    .put("c_amount", invoice.rounded().toPlainString())
                    .put("c_product", invoice.product);
            return invoice.customer == null ? order : order.put("c_customer", ids.get(invoice.customer));
        });
    }

    private List<Long> upsert(String object, String key, List<String> what, Function<String, ObjectNode> record) {
        List<Long> ids = new ArrayList<>();
        long began = System.nanoTime();
        for (int from = 0; from < what.size(); from += PART) {
            ObjectNode body = JSON.createObjectNode().put("atomic", true);
            body.putArray("key").add(key);
            ArrayNode records = body.putArray("records");
            what.subList(from, Math.min(what.size(), from + PART)).forEach(each -> records.add(record.apply(each)));
            client.post("/records/" + object + "/upsert", body.toString())
                    .get("items")
                    .forEach(item -> ids.add(item.get("id").asLong()));
        }
        say("%,d records of %s in %,d s", ids.size(), object, (System.nanoTime() - began) / 1_000_000_000L);
        return ids;
    }

    private void tellWorth() {
        long version = client.get("/worth/customer").get("version").asLong();
        client.patch("/worth/customer", """
                {"version":%d,"months":12,"day":"%s","sources":[
                  {"object":"x-order","customer":"c_customer","at":"c_day","amount":"c_amount",
                   "goods":{"product":"c_product","amount":"c_amount"}}]}""".formatted(version, LAST_DAY));
        JsonNode told = client.get("/worth/customer");
        while (!told.at("/reckoned/done").asBoolean(false)
                || !told.at("/reckoned/day").asString("").equals(LAST_DAY)) {
            pause();
            told = client.get("/worth/customer");
        }
        say("reckoned: %s", told.get("reckoned"));
    }

    /** Everything again, as the product tells it. */
    private void check() {
        expect("customers told", customers.size(), count("customer"));
        expect("orders told", invoices.size(), count("x-order"));
        BigDecimal written = invoices.values().stream().map(Invoice::rounded).reduce(BigDecimal.ZERO, BigDecimal::add);
        expect("amount of orders", written, sum("x-order", "c_amount"));
        say("rounding each invoice to cents moves the total by %s", written.subtract(total));
        String from = LAST_DAY.replace("2011", "2010");
        BigDecimal within = invoices.values().stream()
                .filter(each -> each.customer != null && each.day.compareTo(from) > 0)
                .map(Invoice::rounded)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        expect("amount in the window of known customers", within, sum("customer", "dealAmount"));
        long deals = invoices.values().stream()
                .filter(each -> each.customer != null && each.day.compareTo(from) > 0)
                .filter(each -> each.rounded().signum() >= 0)
                .count();
        expect("deals in the window of known customers", BigDecimal.valueOf(deals), sum("customer", "dealCount"));
    }

    private long count(String object) {
        return client.post("/records/" + object + "/query", "{\"count\":\"exact\",\"limit\":1}")
                .at("/count/value")
                .asLong();
    }

    private BigDecimal sum(String object, String field) {
        JsonNode totals = client.post(
                        "/records/" + object + "/aggregate",
                        "{\"groups\":[],\"measures\":[{\"function\":\"sum\",\"field\":\"" + field + "\"}]}")
                .get("totals");
        return new BigDecimal(totals.iterator().next().asString("0"));
    }

    private static void expect(String what, long expected, long found) {
        expect(what, BigDecimal.valueOf(expected), BigDecimal.valueOf(found));
    }

    private static void expect(String what, BigDecimal expected, BigDecimal found) {
        if (expected.subtract(found).abs().compareTo(CENT) >= 0) {
            throw new IllegalStateException("%s: %s expected, %s found".formatted(what, expected, found));
        }
        say("%-45s %,16.2f as expected", what, found);
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }
}
