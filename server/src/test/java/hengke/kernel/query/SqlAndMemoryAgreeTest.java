package hengke.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Refusal;
import hengke.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SqlAndMemoryAgreeTest {
    private static final int WORLDS = 5;
    private static final int FILTERS = 600;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T16:30:00Z"), SHANGHAI);

    @Test
    void on_random_records_and_random_filters_of_every_kind() {
        long seed = Long.getLong("hengke.seed", new Random().nextLong());
        Random random = new Random(seed);
        int selective = 0;
        for (int world = 0; world < WORLDS; world++) {
            try (TestDatabase database = TestDatabase.from("library", it -> Library.createTables(it.dsl()))) {
                Shelves shelves = Shelves.filled(database.dsl(), random);
                RandomFilters filters = new RandomFilters(shelves, random);
                Pages pages = new Pages(database.dsl());
                for (int i = 0; i < FILTERS; i++) {
                    ObjectDefinition object = Library.CATALOG.objects().get(random.nextInt(4));
                    JsonNode filter = filters.filter(object, 3);
                    selective += check(object, filter, shelves, pages, seed) ? 1 : 0;
                }
            }
        }
        assertThat(selective).as("filters that select some but not all").isGreaterThan(WORLDS * FILTERS / 3);
    }

    private static boolean check(ObjectDefinition object, JsonNode filter, Shelves shelves, Pages pages, long seed) {
        String what = "seed " + seed + " " + object.name() + " " + filter;
        Criterion criterion;
        try {
            criterion = new Resolver(Library.CATALOG, FieldGuard.ALL, new People(), NOW, SHANGHAI, Month.APRIL, "CNY")
                    .resolve(object, filter);
        } catch (Refusal.Invalid refusal) {
            throw new AssertionError(what + " " + refusal.errors(), refusal);
        }
        CriterionMemory memory = new CriterionMemory(object, shelves);
        List<Row> expected = shelves.rows(object).stream()
                .filter(row -> memory.holds(criterion, row))
                .toList();
        List<Row> found = pages.page(Selection.of(object, Visibility.EVERYTHING)
                        .where(criterion)
                        .limit(Selection.MOST))
                .rows();
        assertThat(found).as(what).containsExactlyInAnyOrderElementsOf(expected);
        return !expected.isEmpty() && expected.size() < shelves.rows(object).size();
    }
}
