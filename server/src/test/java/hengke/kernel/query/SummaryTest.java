package hengke.kernel.query;

import static hengke.kernel.query.Library.BOOK;
import static hengke.kernel.query.Library.BRANCH;
import static hengke.kernel.query.Library.LOAN;
import static hengke.kernel.query.Library.book;
import static hengke.kernel.query.Library.branch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Refusal;
import hengke.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {
    private static final long SEED = Long.getLong("hengke.seed", new Random().nextLong());
    private static final Random RANDOM = new Random(SEED);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String MEASURES = """
            [{"function":"count"},{"function":"sum","field":"price"},{"function":"avg","field":"pages"},
             {"function":"min","field":"published"},{"function":"countDistinct","field":"keeper"},
             {"function":"max","field":"scannedAt"},{"function":"sum","field":"pages"},
             {"name":"novels","function":"count","filter":{"field":"genre","op":"eq","value":"novel"}},
             {"name":"rare","function":"sum","field":"pages","filter":{"field":"rare","op":"eq","value":true}},
             {"name":"loans","function":"count","of":"loans"},
             {"name":"days","function":"sum","of":"loans","field":"days"},
             {"name":"long","function":"count","of":"loans","filter":{"field":"days","op":"gt","value":300}},
             {"name":"clerks","function":"countDistinct","of":"loans","field":"clerk"},
             {"name":"originals","function":"sum","field":"original.pages"},
             {"name":"oldest","function":"min","field":"branch.opened"},
             {"name":"middle","function":"median","field":"pages"},
             {"function":"percentile","field":"price","percent":90}]
            """;
    /** The last ones are reckoned with floating numbers. */
    private static final int EXACT = 15;
    /** Each way to group, and how a person would do it by hand. */
    private static final Map<String, Function<Row, List<?>>> GROUPS = new HashMap<>();

    private static TestDatabase database;
    private static Shelves shelves;

    static {
        GROUPS.put("{'field':'genre'}", one(BOOK.genre));
        GROUPS.put("{'field':'shelf'}", one(BOOK.shelf));
        GROUPS.put("{'field':'rare'}", one(BOOK.rare));
        GROUPS.put("{'field':'keeper'}", one(BOOK.keeper));
        GROUPS.put(
                "{'field':'keeper','bucket':'department'}",
                row -> single(row.get(BOOK.keeper) instanceof Long id && id <= 3 ? 1L : null));
        GROUPS.put("{'field':'title'}", one(BOOK.title));
        GROUPS.put("{'field':'pages'}", one(BOOK.pages));
        GROUPS.put("{'field':'tags'}", row -> members(row.get(BOOK.tags)));
        GROUPS.put("{'field':'related'}", row -> members(row.get(BOOK.related)));
        GROUPS.put("{'field':'branch.region'}", row -> behindBranch(row, BRANCH.region));
        GROUPS.put("{'field':'branch.name'}", row -> behindBranch(row, BRANCH.name));
        GROUPS.put("{'field':'origin','bucket':'province'}", row -> single(start(row.get(BOOK.origin), 2)));
        GROUPS.put("{'field':'origin','bucket':'city'}", row -> single(start(row.get(BOOK.origin), 4)));
        GROUPS.put("{'field':'original.branch.region','bucket':'province'}", row -> {
            Long original = row.get(BOOK.original);
            Row its = original == null ? null : shelves.find(book(), original).orElse(null);
            return single(
                    its == null
                            ? null
                            : start((String) behindBranch(its, BRANCH.region).getFirst(), 2));
        });
        GROUPS.put(
                "{'field':'pages','ranges':[100,'2000',5000.5]}",
                row -> single(apply(row.get(BOOK.pages), p -> p < 100 ? 0 : p < 2000 ? 1 : p <= 5000 ? 2 : 3)));
        GROUPS.put(
                "{'field':'price','ranges':[1000000]}",
                row -> single(apply(
                        row.get(BOOK.price), p -> p.base().compareTo(new BigDecimal("1000000")) < 0 ? 0 : 1)));
        GROUPS.put(
                "{'field':'published','bucket':'weekday'}",
                row -> single(
                        apply(row.get(BOOK.published), d -> d.getDayOfWeek().getValue())));
        GROUPS.put(
                "{'field':'scannedAt','bucket':'monthOfYear'}",
                row -> single(apply(day(row), LocalDate::getMonthValue)));
        GROUPS.put(
                "{'field':'scannedAt','bucket':'hour'}",
                row -> single(
                        apply(row.get(BOOK.scannedAt), at -> at.atZone(SHANGHAI).getHour())));
        GROUPS.put(
                "{'field':'published','bucket':'fiscalYear'}",
                row -> single(apply(
                        row.get(BOOK.published),
                        d -> d.minusMonths(3).withDayOfYear(1).plusMonths(3))));
        GROUPS.put(
                "{'field':'scannedAt','bucket':'fiscalQuarter'}",
                row -> single(apply(
                        day(row),
                        d -> d.minusMonths(3).with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3))));
        GROUPS.put("{'field':'scannedAt'}", row -> single(day(row)));
        GROUPS.put("{'field':'scannedAt','bucket':'month'}", row -> single(apply(day(row), d -> d.withDayOfMonth(1))));
        GROUPS.put(
                "{'field':'published','bucket':'week'}",
                row -> single(apply(
                        row.get(BOOK.published), d -> d.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))));
        GROUPS.put(
                "{'field':'published','bucket':'quarter'}",
                row -> single(apply(row.get(BOOK.published), d -> d.with(IsoFields.DAY_OF_QUARTER, 1))));
        GROUPS.put(
                "{'field':'published','bucket':'year'}",
                row -> single(apply(row.get(BOOK.published), d -> d.withDayOfYear(1))));
    }

    @BeforeAll
    static void fill() {
        database = TestDatabase.from("library", it -> Library.createTables(it.dsl()));
        shelves = Shelves.filled(database.dsl(), RANDOM);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void groups_and_totals_are_what_one_would_count_by_hand_whatever_may_be_seen() {
        RandomVisibility visibilities = new RandomVisibility(RANDOM);
        List<String> ways = GROUPS.keySet().stream().sorted().toList();
        for (int i = 0; i < 150; i++) {
            Visibility visibility = visibilities.next();
            List<String> chosen = RANDOM.ints(RANDOM.nextInt(3), 0, ways.size())
                    .distinct()
                    .mapToObj(ways::get)
                    .toList();
            String what = "seed " + SEED + " " + chosen + " " + visibility;
            CriterionMemory memory = new CriterionMemory(book(), shelves);
            List<Row> rows = shelves.rows(book()).stream()
                    .filter(row -> memory.holds(visibility.criterion(), row))
                    .toList();
            Summary summary =
                    summary(visibility, "{'groups':[" + String.join(",", chosen) + "],'measures':" + MEASURES + "}");
            Map<List<Object>, List<Row>> expected = new HashMap<>();
            rows.forEach(row -> keys(row, chosen)
                    .forEach(key -> expected.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(row)));
            if (chosen.isEmpty() && visibility != Visibility.NOTHING) {
                expected.computeIfAbsent(List.of(), _ -> new ArrayList<>());
            }
            assertThat(summary.groups()).as(what).hasSize(expected.size());
            summary.groups().forEach(group -> assertSame(what, group.values(), figures(expected.get(group.keys()))));
            assertSame(what, summary.totals(), figures(rows));
        }
    }

    @Test
    void groups_are_sorted_as_asked_with_absent_last_and_cut_at_the_limit() {
        assertThat(summary(Visibility.EVERYTHING, "{'groups':[{'field':'genre'}]}").groups().stream()
                        .map(group -> group.keys().getFirst()))
                .containsExactly("novel", "essay", "atlas", null);
        Summary byCount = summary(
                Visibility.EVERYTHING,
                "{'groups':[{'field':'keeper'}],'sort':[{'field':'count','descending':true}],'limit':3}");
        assertThat(byCount.groups())
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Long.compare(
                        (Long) other.values().getFirst(), (Long) one.values().getFirst()));
        assertThat(byCount.more()).isTrue();
    }

    @Test
    void what_lies_behind_a_reference_that_may_not_be_seen_counts_as_absent() {
        FieldGuard guard = new FieldGuard() {
            @Override
            public boolean allows(ObjectDefinition object, Field<?> field) {
                return true;
            }

            @Override
            public Visibility rows(ObjectDefinition crossed) {
                return Visibility.NOTHING;
            }
        };
        Aggregate aggregate = resolver(guard).aggregate(book(), asked("{'groups':[{'field':'branch.name'}]}"));
        Summary summary =
                new Aggregates(database.dsl()).summary(Selection.of(book(), Visibility.EVERYTHING), aggregate);
        assertThat(summary.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.keys()).containsExactly((Object) null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'groups':[{'field':'price'}]} | groups[0].field",
                "{'groups':[{'field':'nope'}]} | groups[0].field",
                "{'groups':[{'field':'related.title'}]} | groups[0].field",
                "{'groups':[{'field':'genre','ranges':[1]}]} | groups[0].ranges",
                "{'groups':[{'field':'pages','ranges':[2,1]}]} | groups[0].ranges",
                "{'groups':[{'field':'pages','ranges':['many']}]} | groups[0].ranges",
                "{'groups':[{'field':'published','bucket':'hour'}]} | groups[0].bucket",
                "{'measures':[{'function':'percentile','field':'pages'}]} | measures[0].percent",
                "{'measures':[{'function':'percentile','field':'pages','percent':100}]} | measures[0].percent",
                "{'measures':[{'function':'sum','of':'nope','field':'days'}]} | measures[0].of",
                "{'measures':[{'function':'sum','of':'loans','field':'reader'}]} | measures[0].field",
                "{'measures':[{'function':'sum','field':'related.pages'}]} | measures[0].field",
                "{'measures':[{'function':'count','filter':{'field':'nope','op':'empty'}}]} | measures[0].filter.field",
                "{'groups':[{'field':'published','bucket':'hour'}]} | groups[0].bucket",
                "{'groups':[{'field':'genre','bucket':'day'}]} | groups[0].bucket",
                "{'measures':[{'function':'mode','field':'pages'}]} | measures[0].function",
                "{'measures':[{'function':'sum','field':'title'}]} | measures[0].field",
                "{'measures':[{'function':'sum'}]} | measures[0].field",
                "{'measures':[{'function':'count','field':'pages'}]} | measures[0].field",
                "{'sort':[{'field':'title'}]} | sort[0].field",
                "{'limit':1001} | limit",
                "{'limit':'many'} | limit",
            })
    void what_makes_no_sense_is_refused_where_it_stands(String json, String at) {
        assertThatThrownBy(() -> resolver(FieldGuard.ALL).aggregate(book(), asked(json)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().field()).isEqualTo(at));
    }

    @Test
    void a_hidden_field_is_neither_grouped_nor_measured() {
        FieldGuard guard = (_, field) -> !field.equals(BOOK.price) && !field.equals(BRANCH.region);
        for (String json : List.of(
                "{'measures':[{'function':'sum','field':'price'}]}", "{'groups':[{'field':'branch.region'}]}")) {
            assertThatThrownBy(() -> resolver(guard).aggregate(book(), asked(json)))
                    .isInstanceOf(Refusal.Invalid.class);
        }
    }

    private static void assertSame(String what, List<Object> values, List<Object> expected) {
        assertThat(values.subList(0, EXACT)).as(what).isEqualTo(expected.subList(0, EXACT));
        for (int i = EXACT; i < expected.size(); i++) {
            if (expected.get(i) == null) {
                assertThat(values.get(i)).as(what).isNull();
            } else {
                assertThat((BigDecimal) values.get(i))
                        .as(what)
                        .isCloseTo((BigDecimal) expected.get(i), within(new BigDecimal("0.00001")));
            }
        }
    }

    @Test
    void what_may_not_be_seen_below_is_not_counted() {
        FieldGuard guard = new FieldGuard() {
            @Override
            public boolean allows(ObjectDefinition object, Field<?> field) {
                return true;
            }

            @Override
            public Visibility rows(ObjectDefinition crossed) {
                return Visibility.NOTHING;
            }
        };
        Aggregate aggregate = resolver(guard)
                .aggregate(
                        book(),
                        asked("{'measures':[{'function':'count','of':'loans'},"
                                + "{'name':'above','function':'sum','field':'original.pages'},"
                                + "{'name':'own','function':'count'}]}"));
        assertThat(new Aggregates(database.dsl())
                        .summary(Selection.of(book(), Visibility.EVERYTHING), aggregate)
                        .totals())
                .containsExactly(0L, null, (long) shelves.rows(book()).size());
    }

    private static List<Object> figures(List<Row> rows) {
        List<Long> pages = present(rows, BOOK.pages);
        List<BigDecimal> prices =
                present(rows, BOOK.price).stream().map(Money::base).toList();
        List<Row> loans = rows.stream()
                .flatMap(row -> shelves.rows(Library.loan()).stream()
                        .filter(loan -> Objects.equals(loan.get(LOAN.book), row.id())))
                .toList();
        List<Row> originals = distinct(rows, BOOK.original, book());
        List<Row> branches = distinct(rows, BOOK.branch, branch());
        return Arrays.asList(
                (long) rows.size(),
                prices.stream().reduce(BigDecimal::add).orElse(null),
                pages.isEmpty()
                        ? null
                        : BigDecimal.valueOf(pages.stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                                .divide(BigDecimal.valueOf(pages.size()), 6, RoundingMode.HALF_UP),
                present(rows, BOOK.published).stream().min(LocalDate::compareTo).orElse(null),
                present(rows, BOOK.keeper).stream().distinct().count(),
                present(rows, BOOK.scannedAt).stream().max(Instant::compareTo).orElse(null),
                pages.stream().reduce(Long::sum).orElse(null),
                rows.stream().filter(row -> "novel".equals(row.get(BOOK.genre))).count(),
                present(
                                rows.stream()
                                        .filter(row -> Boolean.TRUE.equals(row.get(BOOK.rare)))
                                        .toList(),
                                BOOK.pages)
                        .stream()
                        .reduce(Long::sum)
                        .orElse(null),
                (long) loans.size(),
                present(loans, LOAN.days).stream().reduce(Long::sum).orElse(null),
                present(loans, LOAN.days).stream().filter(days -> days > 300).count(),
                present(loans, LOAN.clerk).stream().distinct().count(),
                present(originals, BOOK.pages).stream().reduce(Long::sum).orElse(null),
                present(branches, BRANCH.opened).stream()
                        .min(LocalDate::compareTo)
                        .orElse(null),
                below(pages.stream().map(BigDecimal::valueOf).toList(), 0.5),
                below(prices, 0.9));
    }

    /** The records behind a reference, each once. */
    private static List<Row> distinct(List<Row> rows, Field<Long> reference, ObjectDefinition target) {
        return present(rows, reference).stream()
                .distinct()
                .flatMap(id -> shelves.find(target, id).stream())
                .toList();
    }

    private static BigDecimal below(List<BigDecimal> values, double share) {
        if (values.isEmpty()) {
            return null;
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        double lower = sorted.get((int) Math.floor(place)).doubleValue();
        double upper = sorted.get((int) Math.ceil(place)).doubleValue();
        return BigDecimal.valueOf(lower + (upper - lower) * (place - Math.floor(place)));
    }

    private static <T> List<T> present(List<Row> rows, Field<T> field) {
        return rows.stream().map(row -> row.get(field)).filter(Objects::nonNull).toList();
    }

    /** Every combination of the groups a row belongs to. */
    private static List<List<Object>> keys(Row row, List<String> ways) {
        List<List<Object>> keys = List.of(List.of());
        for (String way : ways) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> key : keys) {
                for (Object value : GROUPS.get(way).apply(row)) {
                    List<Object> next = new ArrayList<>(key);
                    next.add(value);
                    longer.add(next);
                }
            }
            keys = longer;
        }
        return keys;
    }

    private static Function<Row, List<?>> one(Field<?> field) {
        return row -> single(row.get(field));
    }

    private static List<?> single(Object value) {
        return Collections.singletonList(value);
    }

    private static List<?> members(List<?> members) {
        return members == null ? single(null) : members;
    }

    private static List<?> behindBranch(Row row, Field<?> field) {
        Long id = row.get(BOOK.branch);
        return single(
                id == null
                        ? null
                        : shelves.find(branch(), id).map(it -> it.get(field)).orElse(null));
    }

    private static String start(String code, int digits) {
        return code == null ? null : code.substring(0, Math.min(digits, code.length()));
    }

    private static LocalDate day(Row row) {
        Instant moment = row.get(BOOK.scannedAt);
        return moment == null ? null : LocalDate.ofInstant(moment, SHANGHAI);
    }

    private static <T, R> R apply(T value, Function<T, R> start) {
        return value == null ? null : start.apply(value);
    }

    private static Summary summary(Visibility visibility, String json) {
        return new Aggregates(database.dsl())
                .summary(
                        Selection.of(book(), visibility),
                        resolver(FieldGuard.ALL).aggregate(book(), asked(json)));
    }

    private static Aggregation asked(String json) {
        return Aggregation.parse(JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    private static Resolver resolver(FieldGuard guard) {
        return new Resolver(Library.CATALOG, guard, new People(), Clock.system(SHANGHAI), SHANGHAI, Month.APRIL, "CNY");
    }
}
