package hengke.bench;

import hengke.kernel.learning.Case;
import hengke.kernel.learning.Column;
import hengke.kernel.learning.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the product's own learner makes of 6,711 decided opportunities. Of each a moment of its life is drawn, and what
 * was known then is all there is; the file does not say stages on the way, so there are none.
 */
final class LearntDeals {
    private static final String FOLDER = "01_crm_sales_opportunities";
    private static final List<Column> COLUMNS = List.of(
            Column.choice("sector"),
            Column.amount("revenue"),
            Column.amount("employees"),
            Column.number("founded"),
            Column.choice("country"),
            Column.choice("product"),
            Column.amount("price"),
            Column.choice("agent"),
            Column.choice("manager"),
            Column.choice("office"),
            Column.number("age"));

    private LearntDeals() {}

    /** By the day they began. */
    static List<Case> cases(Path data) throws IOException {
        Path folder = data.resolve(FOLDER);
        Map<String, Map<String, String>> accounts =
                Table.read(folder.resolve("accounts.csv")).by("account");
        Map<String, Map<String, String>> products =
                Table.read(folder.resolve("products.csv")).by("product");
        Map<String, Map<String, String>> agents =
                Table.read(folder.resolve("sales_teams.csv")).by("sales_agent");
        SplittableRandom moments = new SplittableRandom(LearntLeads.SEED);
        return Table.read(folder.resolve("sales_pipeline.csv")).rows().stream()
                .filter(row -> List.of("Won", "Lost").contains(row.getOrDefault("deal_stage", "")))
                .sorted((a, b) -> a.getOrDefault("engage_date", "").compareTo(b.getOrDefault("engage_date", "")))
                .map(row -> known(row, accounts, products, agents, moments.nextDouble()))
                .toList();
    }

    static Learner.Outcome learnt(List<Case> cases) {
        return Learner.learn(COLUMNS, cases);
    }

    private static Case known(
            Map<String, String> row,
            Map<String, Map<String, String>> accounts,
            Map<String, Map<String, String>> products,
            Map<String, Map<String, String>> agents,
            double moment) {
        Map<String, Object> known = new HashMap<>();
        Map<String, String> account = accounts.getOrDefault(row.getOrDefault("account", ""), Map.of());
        // the pipeline writes GTXPro for the product GTX Pro
        String product = row.getOrDefault("product", "").replace("GTXPro", "GTX Pro");
        String agent = row.getOrDefault("sales_agent", "");
        put(known, "sector", account.get("sector"));
        number(known, "revenue", account.get("revenue"));
        number(known, "employees", account.get("employees"));
        number(known, "founded", account.get("year_established"));
        put(known, "country", account.get("office_location"));
        put(known, "product", product);
        number(known, "price", products.getOrDefault(product, Map.of()).get("sales_price"));
        put(known, "agent", agent);
        put(known, "manager", agents.getOrDefault(agent, Map.of()).get("manager"));
        put(known, "office", agents.getOrDefault(agent, Map.of()).get("regional_office"));
        long life = ChronoUnit.DAYS.between(
                LocalDate.parse(row.getOrDefault("engage_date", "")),
                LocalDate.parse(row.getOrDefault("close_date", "")));
        known.put("age", Math.floor(moment * life));
        return new Case(known, "Won".equals(row.get("deal_stage")));
    }

    private static void put(Map<String, Object> known, String name, @Nullable String value) {
        if (value != null) {
            known.put(name, value);
        }
    }

    private static void number(Map<String, Object> known, String name, @Nullable String value) {
        if (value != null) {
            known.put(name, Double.parseDouble(value));
        }
    }
}
