package hengke.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.ObjectOverlay;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.formula.Checked;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.FormulaFault;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a formula means, and what is said of one that means nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormulaLanguageTest {
    private static final Depot DEPOT = new Depot();
    private static final Depot.Parcel PARCEL = new Depot.Parcel();
    private static final Catalog CATALOG = Catalog.of(DEPOT, PARCEL);
    private static final ObjectDefinition OBJECT = CATALOG.object("parcel");
    private static final CompanyClock CLOCK = new CompanyClock(
            Clock.fixed(Instant.parse("2026-01-31T16:30:00Z"), ZoneId.of("UTC")), () -> ZoneId.of("Asia/Shanghai"));
    private static final Row ROW =
            Row.of(Map.of("title", "华为", "pieces", 7L, "speed", "fast", "sent", LocalDate.of(2024, 1, 31)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 | 7",
                "-2 * -3 | 6",
                "(1 + 2) × 3 | 9",
                "10 - 4 - 3 | 3",
                "2 / 3 | 0.666666666666",
                "1 / 0 | ",
                "7 % 0 | ",
                "件数 + 重量 | ",
                "coalesce(重量, 0) + 件数 | 7",
                "not 1 = 2 and 3 > 2 | true",
                "不存在的值或空 | ",
                "空值 = 空值 | true",
                "重量 > 1 or 件数 = 7 | true",
                "重量 > 1 and 件数 = 7 | ",
                "品名 & ' ' & 件数 | 华为 7",
                "时效 & '' | 特快",
                "case(时效, '特快', 2, 1) | 2",
                "时效 = 'Fast' | true",
                "addMonths(寄出日, 1) | 2024-02-29",
                "today() | 2026-02-01",
                "2024-03-01 - 寄出日 | 30",
                "addDays(9999-12-31, 1) | ",
                "round(2.5) | 3",
                "round(-2.5) | -3",
                "如果（件数＞5，“多”，“少”） | 多",
            })
    void it_gives(String formula, String wanted) {
        Expression expression = CATALOG.check(OBJECT, formula, null).expression();
        Object value = expression == null
                ? null
                : new FormulaMemory(Neighbours.NONE, CLOCK).of(expression).apply(ROW);
        String written = value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : String.valueOf(value);
        assertThat(value == null ? null : written).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "件教 + 1 | 0 | 2 | 件数",
                "1 + roud(2) | 4 | 8 | round",
                "时效 = '特块' | 5 | 9 | 特快",
                "仓.仓库明 & '' | 2 | 5 | 仓库名",
                "1 + | 3 | 3 | ",
                "1 + * 2 | 4 | 5 | ",
                "'abc | 0 | 4 | ",
                "品名 * 2 | 0 | 2 | ",
                "if(1, 2) | 3 | 4 | ",
                "易碎 & '' | 0 | 2 | ",
                "2024-02-30 | 0 | 10 | ",
                "left(品名) | 0 | 8 | ",
                "件数.品名 | 0 | 2 | ",
                "发货地 & '' | 0 | 3 | ",
            })
    void a_fault_is_told_with_its_place_and_a_suggestion(String formula, int from, int to, String suggestion) {
        Checked checked = CATALOG.check(OBJECT, formula, null);
        assertThat(checked.expression()).isNull();
        FormulaFault fault = checked.faults().getFirst();
        assertThat(List.of(fault.from(), fault.to())).as(formula).isEqualTo(List.of(from, to));
        assertThat(fault.suggestion()).isEqualTo(suggestion);
    }

    @Test
    void it_is_kept_by_names_and_shown_by_labels() {
        Checked written = CATALOG.check(OBJECT, "if( 时效='特快', [说明/备注] , 仓.仓库名 )", null);
        assertThat(written.stored()).isEqualTo("if( {speed}=\"fast\", {note} , {depot.name} )");
        Checked kept = CATALOG.check(OBJECT, written.stored(), null);
        assertThat(kept.shown()).isEqualTo("if( 时效=\"特快\", [说明/备注] , 仓.仓库名 )");
        assertThat(kept.expression()).isEqualTo(written.expression());
    }

    @Test
    void formulas_use_formulas_but_never_themselves() {
        assertThat(build("{c_b} + 1", "{pieces} * 2")).isInstanceOf(Catalog.Valid.class);
        assertThat(build("{c_b} + 1", "{c_a} * 2")).isInstanceOf(Catalog.Faulty.class);
        assertThat(build("{c_a} + 1", "1")).isInstanceOf(Catalog.Faulty.class);
    }

    @Test
    void what_is_too_large_is_refused_before_anything_is_built() {
        assertThat(CATALOG.check(OBJECT, "1" + " + 1".repeat(200), null).faults())
                .hasSize(1);
        assertThat(CATALOG.check(OBJECT, "(".repeat(60) + "1" + ")".repeat(60), null)
                        .faults())
                .hasSize(1);
        assertThat(CATALOG.check(OBJECT, "- ".repeat(1_500) + "1", null).faults())
                .hasSize(1);
        assertThat(CATALOG.check(OBJECT, "1".repeat(4_001), null).faults()).hasSize(1);
        assertThat(build("{c_b} + {c_b} + {c_b} + {c_b}" + " + {c_b}".repeat(60), "{pieces}" + " + 1".repeat(100)))
                .isInstanceOf(Catalog.Faulty.class);
    }

    private static Catalog.Result build(String... sources) {
        FieldType<?> number =
                new DecimalType(DecimalType.Form.DECIMAL, 2, new BigDecimal("-1e18"), new BigDecimal("1e18"));
        List<String> names = List.of("c_a", "c_b");
        List<Field<?>> fields = Arrays.stream(sources)
                .<Field<?>>map(source -> Field.of(
                                names.get(Arrays.asList(sources).indexOf(source)), number, source.strip(), "Computed")
                        .computed(new Formula(source)))
                .toList();
        return Catalog.build(
                List.of(DEPOT, PARCEL), Overlay.NONE.with("parcel", new ObjectOverlay(fields, Map.of(), Map.of())));
    }
}
