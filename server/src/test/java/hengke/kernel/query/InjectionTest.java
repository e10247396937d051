package hengke.kernel.query;

import static hengke.kernel.query.Library.book;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.testing.TestDatabase;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a request holds, only names of the catalog become part of a statement. */
class InjectionTest {
    private static final long SEED = Long.getLong("hengke.seed", new Random().nextLong());
    private static final int REQUESTS = 6_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Set<String> OWN_NAMES = Set.of(
            "_id",
            "top",
            "page",
            "each",
            "value",
            "newest",
            "every",
            "figures",
            "apart",
            "counted",
            "one",
            "id",
            "deleted_at",
            "zh-x-icu");

    private static final List<String> NASTY = List.of(
            "' or 1=1 --",
            "\"; drop table book; --",
            "title\" desc; select pg_sleep(9) --",
            "1) union select * from pg_user --",
            "r0.id",
            "deleted_at",
            "branch..region",
            "branch.*",
            "*",
            "$1",
            "?",
            "{0}",
            ":x",
            "\\",
            "%",
            "title::text",
            "pg_catalog.pg_class",
            "title->>'x'",
            "lower(title)",
            "ｔｉｔｌｅ",
            "title​",
            "../book",
            "__proto__",
            "book.title",
            "\u0000",
            "\uD800");

    private final Random random = new Random(SEED);
    private final List<String> statements = new ArrayList<>();

    @Test
    void names_and_values_of_every_part_of_a_request() {
        try (TestDatabase database = TestDatabase.from("library", it -> Library.createTables(it.dsl()))) {
            Shelves shelves = Shelves.filled(database.dsl(), random);
            RandomFilters filters = new RandomFilters(shelves, random);
            var configuration = new DefaultConfiguration();
            configuration.set(database.dsl().configuration().connectionProvider());
            configuration.set(database.dsl().dialect());
            configuration.set(new ExecuteListener() {
                @Override
                public void executeStart(ExecuteContext context) {
                    statements.add(context.sql());
                }
            });
            Pages pages = new Pages(DSL.using(configuration));
            Aggregates aggregates = new Aggregates(DSL.using(configuration));
            int accepted = 0;
            for (int i = 0; i < REQUESTS; i++) {
                ObjectNode request = request(filters);
                accepted += answered(request, pages, aggregates) ? 1 : 0;
            }
            assertThat(accepted).as("seed " + SEED).isBetween(REQUESTS / 20, REQUESTS * 19 / 20);
        }
        Set<String> known = known();
        List<String> intruders = NASTY.stream()
                .filter(nasty -> nasty.length() > 8 && !known.contains(nasty))
                .toList();
        for (String sql : statements) {
            assertThat(QUOTED.matcher(sql).results().map(match -> match.group(1)))
                    .as(sql)
                    .allMatch(name -> known.contains(name) || name.matches("[rjm_kftd]+\\d+|parents\\d+"));
            assertThat(intruders).as(sql).noneMatch(sql::contains);
        }
        assertThat(statements).isNotEmpty();
    }

    /** Refused, or answered without an error of the database. */
    private boolean answered(ObjectNode request, Pages pages, Aggregates aggregates) {
        try {
            Resolver resolver =
                    new Resolver(Library.CATALOG, FieldGuard.ALL, new People(), Clock.system(SHANGHAI), SHANGHAI);
            Selection selection =
                    Selection.of(book(), Visibility.EVERYTHING).where(resolver.resolve(book(), request.get("filter")));
            if (request.has("sort")) {
                selection = selection.sorted(resolver.sort(book(), Sort.parse(request.get("sort"))));
            }
            if (request.has("after")) {
                selection = selection.after(request.get("after").asString(""));
            }
            if (request.has("groups")) {
                aggregates.summary(selection, resolver.aggregate(book(), Aggregation.parse(request)));
            } else {
                pages.page(selection);
            }
            return true;
        } catch (Refusal refusal) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + SEED + " " + request, e);
        }
    }

    private ObjectNode request(RandomFilters filters) {
        ObjectNode request = JSON.createObjectNode();
        JsonNode filter = filters.filter(book(), 2);
        request.set("filter", random.nextInt(3) == 0 ? filter : spoiled(filter));
        if (random.nextInt(4) == 0) {
            request.putArray("sort")
                    .addObject()
                    .put("field", random.nextBoolean() ? "title" : nasty())
                    .put("descending", random.nextBoolean());
        }
        if (random.nextInt(8) == 0) {
            request.put("after", nasty());
        }
        if (random.nextInt(4) == 0) {
            request.putArray("groups")
                    .addObject()
                    .put("field", random.nextInt(3) == 0 ? nasty() : "published")
                    .put("bucket", random.nextInt(3) == 0 ? nasty() : "month");
            request.putArray("measures")
                    .addObject()
                    .put("function", random.nextInt(4) == 0 ? nasty() : "sum")
                    .put("field", random.nextInt(4) == 0 ? nasty() : "pages");
        }
        return request;
    }

    /** The same filter with something nasty in one place. */
    private JsonNode spoiled(JsonNode json) {
        if (json instanceof ObjectNode object && !object.isEmpty() && random.nextInt(4) != 0) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(10) == 0) {
                return object.put(nasty(), nasty());
            }
            return object.set(name, spoiled(object.get(name)));
        }
        if (json instanceof ArrayNode array && !array.isEmpty() && random.nextInt(4) != 0) {
            int place = random.nextInt(array.size());
            array.set(place, spoiled(array.get(place)));
            return array;
        }
        return switch (random.nextInt(8)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 2 -> JSON.createArrayNode().add(nasty());
            case 3 -> JSON.createObjectNode().put(nasty(), nasty());
            default ->
                JSON.getNodeFactory()
                        .stringNode(json.isString() && random.nextBoolean() ? json.stringValue() + nasty() : nasty());
        };
    }

    private String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    private static Set<String> known() {
        Stream<String> tables = Library.CATALOG.objects().stream().map(ObjectDefinition::table);
        Stream<String> columns = Library.CATALOG.objects().stream()
                .flatMap(object -> object.fields().stream())
                .flatMap(field -> field.type().columns().stream().map(column -> field.column() + column.suffix()));
        return Stream.of(tables, columns, OWN_NAMES.stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }
}
