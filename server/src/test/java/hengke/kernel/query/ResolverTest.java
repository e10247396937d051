package hengke.kernel.query;

import static hengke.kernel.query.Library.BOOK;
import static hengke.kernel.query.Library.BRANCH;
import static hengke.kernel.query.Library.book;
import static hengke.kernel.query.Library.branch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ResolverTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** A Sunday just after midnight in Shanghai; still Saturday in London. */
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T16:30:00Z"), SHANGHAI);

    @Test
    void a_value_is_read_by_the_fields_type() {
        assertThat(resolved("{'field':'price','op':'gt','value':'1.5'}"))
                .isEqualTo(new Criterion.Test(
                        BOOK.price, new Check.Range(new Check.Bound(new BigDecimal("1.50"), false), null)));
    }

    @Test
    void a_path_goes_through_the_reference() {
        assertThat(resolved("{'field':'branch.region','op':'under','value':'31'}"))
                .isEqualTo(new Criterion.Through(
                        BOOK.branch, branch(), new Criterion.Test(BRANCH.region, new Check.Within("31"))));
    }

    @Test
    void a_negative_operator_is_the_complement_outside_the_path() {
        assertThat(resolved("{'field':'branch.region','op':'ne','value':'31'}"))
                .isEqualTo(
                        Criterion.not(new Criterion.Through(BOOK.branch, branch(), Criterion.is(BRANCH.region, "31"))));
    }

    @Test
    void crossing_into_another_object_shows_only_what_the_asker_may_see_there() {
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
        assertThat(resolved(guard, "{'field':'branch.region','op':'eq','value':'31'}"))
                .isEqualTo(new Criterion.Through(BOOK.branch, branch(), Criterion.NEVER));
    }

    @Test
    void me_and_my_team_are_people() {
        assertThat(resolved("{'field':'keeper','op':'eq','value':'me'}")).isEqualTo(Criterion.is(BOOK.keeper, 1L));
        assertThat(resolved("{'field':'keeper','op':'in','value':['myTeam',9]}"))
                .isEqualTo(Criterion.in(BOOK.keeper, List.of(1L, 9L)));
        assertThat(resolved("{'field':'keeper','op':'under','value':5}")).isEqualTo(Criterion.is(BOOK.keeper, 50L));
        assertThat(resolved("{'field':'department','op':'under','value':5}"))
                .isEqualTo(Criterion.is(BOOK.department, 5L));
    }

    @Test
    void a_tree_is_searched_with_everything_below() {
        assertThat(resolved("{'field':'shelf','op':'under','value':'art'}"))
                .isEqualTo(Criterion.in(BOOK.shelf, List.of("art", "music", "jazz")));
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-22, 2026-11-23",
        "yesterday, 2026-11-21, 2026-11-22",
        "thisWeek, 2026-11-16, 2026-11-23",
        "lastWeek, 2026-11-09, 2026-11-16",
        "thisMonth, 2026-11-01, 2026-12-01",
        "lastMonth, 2026-10-01, 2026-11-01",
        "thisQuarter, 2026-10-01, 2027-01-01",
        "lastQuarter, 2026-07-01, 2026-10-01",
        "thisYear, 2026-01-01, 2027-01-01",
    })
    void a_named_period_is_the_companys_days(String name, LocalDate from, LocalDate until) {
        assertThat(resolved("{'field':'published','op':'during','value':'" + name + "'}"))
                .isEqualTo(new Criterion.Test(
                        BOOK.published, new Check.Range(new Check.Bound(from, true), new Check.Bound(until, false))));
        assertThat(resolved("{'field':'scannedAt','op':'during','value':'" + name + "'}"))
                .isEqualTo(new Criterion.Test(
                        BOOK.scannedAt,
                        new Check.Range(
                                new Check.Bound(from.atStartOfDay(SHANGHAI).toInstant(), true),
                                new Check.Bound(until.atStartOfDay(SHANGHAI).toInstant(), false))));
    }

    @ParameterizedTest
    @CsvSource({
        "JANUARY, thisFiscalYear, 2026-01-01, 2027-01-01",
        "APRIL, thisFiscalYear, 2026-04-01, 2027-04-01",
        "DECEMBER, thisFiscalYear, 2025-12-01, 2026-12-01",
        "NOVEMBER, lastFiscalYear, 2025-11-01, 2026-11-01",
        "APRIL, thisFiscalQuarter, 2026-10-01, 2027-01-01",
        "MAY, thisFiscalQuarter, 2026-11-01, 2027-02-01",
        "DECEMBER, nextFiscalQuarter, 2026-12-01, 2027-03-01",
        "FEBRUARY, thisYear, 2026-01-01, 2027-01-01",
    })
    void a_fiscal_period_begins_with_the_companys_month(Month start, String name, LocalDate from, LocalDate until) {
        Resolver resolver = new Resolver(Library.CATALOG, FieldGuard.ALL, new Team(), NOW, SHANGHAI, start, "CNY");
        String filter = "{\"field\":\"published\",\"op\":\"during\",\"value\":\"" + name + "\"}";
        assertThat(resolver.resolve(book(), JsonMapper.shared().readTree(filter)))
                .isEqualTo(new Criterion.Test(
                        BOOK.published, new Check.Range(new Check.Bound(from, true), new Check.Bound(until, false))));
    }

    @ParameterizedTest
    @CsvSource({
        "last, 7, day, 2026-11-16, 2026-11-23",
        "last, 1, month, 2026-10-23, 2026-11-23",
        "last, 2, quarter, 2026-05-23, 2026-11-23",
        "next, 30, day, 2026-11-22, 2026-12-22",
        "next, 1, year, 2026-11-22, 2027-11-22",
    })
    void a_rolling_period_includes_today(String way, int count, String unit, LocalDate from, LocalDate until) {
        assertThat(resolved("{'field':'published','op':'during','value':{'%s':%d,'unit':'%s'}}"
                        .formatted(way, count, unit)))
                .isEqualTo(new Criterion.Test(
                        BOOK.published, new Check.Range(new Check.Bound(from, true), new Check.Bound(until, false))));
    }

    @Test
    void a_moment_may_be_compared_with_a_whole_day() {
        Instant start = Instant.parse("2026-11-21T16:00:00Z");
        Instant end = Instant.parse("2026-11-22T16:00:00Z");
        assertThat(resolved("{'field':'scannedAt','op':'eq','value':'2026-11-22'}"))
                .isEqualTo(range(new Check.Bound(start, true), new Check.Bound(end, false)));
        assertThat(resolved("{'field':'scannedAt','op':'le','value':'today'}"))
                .isEqualTo(range(null, new Check.Bound(end, false)));
        assertThat(resolved("{'field':'scannedAt','op':'gt','value':'2026-11-22'}"))
                .isEqualTo(range(new Check.Bound(end, true), null));
        assertThat(resolved("{'field':'scannedAt','op':'lt','value':'now'}"))
                .isEqualTo(range(null, new Check.Bound(NOW.instant(), false)));
    }

    @Test
    void an_unknown_field_is_refused_with_the_nearest_names() {
        assertThat(refusal("{'field':'titel','op':'eq','value':'x'}")).isEqualTo("图书没有字段“titel”，是否指：title");
        assertThat(refusal("{'field':'书','op':'eq','value':'x'}")).startsWith("图书没有字段“书”");
        assertThat(refusal("{'field':'出版','op':'eq','value':'x'}")).isEqualTo("图书没有字段“出版”，是否指：published");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        String filter =
                "{'and':[{'field':'titel','op':'empty'},{'field':'price','op':'notEmpty'},{'or':[{'field':'pages','op':'gt','value':'x'},"
                        + "{'field':'shelv','op':'empty'}]}]}";
        assertThatThrownBy(() -> resolved(filter))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(Refusal.FieldError::field)
                                .containsExactly(
                                        "filter.and[0].field",
                                        "filter.and[2].or[0].value",
                                        "filter.and[2].or[1].field"));
    }

    @Test
    void a_hidden_field_is_refused_exactly_as_an_unknown_one() {
        FieldGuard guard = (_, field) -> !field.name().equals("price");
        String hidden = refusal(guard, "{'field':'price','op':'gt','value':'1'}");
        String unknown = refusal(guard, "{'field':'prite','op':'gt','value':'1'}");
        assertThat(hidden.replace("price", "prite")).isEqualTo(unknown);
        assertThatThrownBy(() -> resolver(guard).sort(book(), List.of(new Sort("sort[0]", "price", false))))
                .isInstanceOf(Refusal.Invalid.class)
                .extracting(
                        thrown -> ((Refusal.Invalid) thrown).errors().getFirst().field())
                .isEqualTo("sort[0].field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "'x'",
                "{'and':[]}",
                "{'or':[]}",
                "{'or':{}}",
                "{'not':{}}",
                "{'and':[{}]}",
                "{'and':[{'field':'title','op':'empty'}],'or':[]}",
                "{'field':'title'}",
                "{'field':'title','op':'like','value':'x'}",
                "{'field':'title','op':'eq'}",
                "{'field':'title','op':'eq','value':null}",
                "{'field':'title','op':'empty','value':1}",
                "{'field':1,'op':'empty'}",
                "{'exists':''}",
                "{'exists':'loans','where':{}}",
                "{'field':'title','op':'eq','value':'x','sql':'1=1'}",
            })
    void what_is_malformed_or_empty_is_never_everything(String json) {
        assertThatThrownBy(() -> resolved(json)).isInstanceOf(Refusal.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'field':'nope','op':'empty'} | filter.field",
                "{'and':[{'field':'title','op':'gt','value':1}]} | filter.and[0].op",
                "{'not':{'field':'genre','op':'eq','value':'opera'}} | filter.not.value",
                "{'field':'genre','op':'in','value':[]} | filter.value",
                "{'field':'genre','op':'in','value':['novel','opera']} | filter.value[1]",
                "{'field':'pages','op':'between','value':[5]} | filter.value",
                "{'field':'pages','op':'between','value':[5,1]} | filter.value",
                "{'field':'pages','op':'eq','value':'many'} | filter.value",
                "{'field':'title','op':'contains','value':'  '} | filter.value",
                "{'field':'published','op':'during','value':'someday'} | filter.value",
                "{'field':'published','op':'during','value':{'last':0,'unit':'day'}} | filter.value",
                "{'field':'published','op':'during','value':{'last':7,'unit':'day','x':1}} | filter.value",
                "{'field':'keeper','op':'eq','value':'you'} | filter.value",
                "{'field':'title.name','op':'empty'} | filter.field",
                "{'field':'branch.','op':'empty'} | filter.field",
                "{'exists':'borrowings'} | filter.exists",
                "{'exists':'branch.borrowings'} | filter.exists",
                "{'exists':'title.loans'} | filter.exists",
                "{'exists':'original.original.original.original.loans'} | filter.exists",
                "{'exists':'loans','where':{'field':'title','op':'empty'}} | filter.where.field",
                "{'field':'original.original.original.original.title','op':'empty'} | filter.field",
            })
    void what_makes_no_sense_is_refused_where_it_stands(String json, String at) {
        assertThatThrownBy(() -> resolved(json)).isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> {
            assertThat(refusal.errors().getFirst().field()).isEqualTo(at);
            assertThat(refusal.reason().in(Language.CHINESE))
                    .doesNotContain("{0}", "{1}")
                    .isNotBlank();
            assertThat(refusal.reason().in(Language.ENGLISH)).isNotBlank();
        });
    }

    @Test
    void depth_and_size_have_limits() {
        String deep = "{'not':".repeat(20) + "{'field':'title','op':'empty'}" + "}".repeat(20);
        String wide = "{'or':[" + "{'field':'title','op':'empty'},".repeat(300) + "{'field':'title','op':'empty'}]}";
        assertThatThrownBy(() -> resolved(deep)).isInstanceOf(Refusal.Unreadable.class);
        assertThatThrownBy(() -> resolved(wide)).isInstanceOf(Refusal.Unreadable.class);
    }

    private static Criterion range(Check.Bound from, Check.Bound to) {
        return new Criterion.Test(BOOK.scannedAt, new Check.Range(from, to));
    }

    private static String refusal(String json) {
        return refusal(FieldGuard.ALL, json);
    }

    private static String refusal(FieldGuard guard, String json) {
        try {
            resolved(guard, json);
        } catch (Refusal refusal) {
            return refusal.reason().in(Language.CHINESE);
        }
        throw new AssertionError("accepted: " + json);
    }

    private static Criterion resolved(String json) {
        return resolved(FieldGuard.ALL, json);
    }

    private static Criterion resolved(FieldGuard guard, String json) {
        return resolver(guard).resolve(book(), JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    private static Resolver resolver(FieldGuard guard) {
        return new Resolver(Library.CATALOG, guard, new Team(), NOW, SHANGHAI);
    }

    /** User 1, alone in department 5 with user 50. */
    private record Team() implements Who {
        @Override
        public long me() {
            return 1;
        }

        @Override
        public Set<Long> myTeam() {
            return Set.of(1L);
        }

        @Override
        public Set<Long> usersUnderDepartment(long department) {
            return Set.of(department * 10);
        }

        @Override
        public Set<Long> departmentsUnder(long department) {
            return Set.of(department);
        }
    }
}
