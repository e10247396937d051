package hengke.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The server and an open form answer conditions alike: both are held to the table beside the form's evaluator. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormConditionTest {
    private static final Catalog CATALOG = Catalog.of(new Sheet());
    private static final ObjectDefinition SHEET = CATALOG.object("sheet");
    private static final JsonNode TABLE = table();

    private static JsonNode table() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("../web/src/kernel/conditions/cases.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_table_speaks_of_the_kinds_that_there_are() {
        TABLE.path("fields")
                .propertyStream()
                .forEach(field -> assertThat(
                                SHEET.field(field.getKey()).orElseThrow().kind())
                        .isEqualTo(field.getValue().path("kind").asString()));
    }

    @Test
    void every_case_of_the_table_is_answered_as_forms_answer_it() throws Unreadable {
        int answered = 0;
        for (JsonNode each : TABLE.path("cases")) {
            Row row = row(each.path("values"));
            for (boolean expected : new boolean[] {true, false}) {
                for (JsonNode filter : each.path(expected ? "holds" : "fails")) {
                    Criterion criterion = FormCondition.read(CATALOG, SHEET, filter, "when");
                    assertThat(new CriterionMemory(SHEET, Neighbours.NONE).holds(criterion, row))
                            .as("%s: %s", each.path("about"), filter)
                            .isEqualTo(expected);
                    answered++;
                }
            }
        }
        assertThat(answered).isGreaterThan(100);
    }

    @Test
    void every_operator_that_is_offered_stands_in_the_table() {
        String told = TABLE.path("cases").toString();
        assertThat(SHEET.fields().stream()
                        .flatMap(field -> FormCondition.operators(field).stream())
                        .distinct())
                .extracting(Operator::wire)
                .allMatch(operator -> told.contains("\"op\":\"" + operator + "\""));
    }

    @Test
    void what_a_form_cannot_answer_is_refused() {
        for (JsonNode each : TABLE.path("refused")) {
            assertThatThrownBy(() -> FormCondition.read(CATALOG, SHEET, each.path("filter"), "when"))
                    .as("%s", each)
                    .isInstanceOf(Refusal.class);
        }
    }

    private static Row row(JsonNode values) throws Unreadable {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (var entry : values.properties()) {
            Field<?> field = SHEET.field(entry.getKey()).orElseThrow();
            JsonNode value = asWritten(entry.getValue());
            boolean absent = value.isNull()
                    || value.isArray() && value.isEmpty()
                    || value.asString("x").isEmpty();
            read.put(field.name(), absent ? null : worth(field.type().read(value), value));
        }
        return Row.of(read);
    }

    /** An amount is reckoned before rules look at it. */
    private static Object worth(Object value, JsonNode json) {
        return value instanceof Money(BigDecimal amount, String currency, var _)
                ? new Money(amount, currency, new BigDecimal(json.path("base").asString(amount.toPlainString())))
                : value;
    }

    /** Forms hold what is pointed at with its name; it is written by its id. */
    private static JsonNode asWritten(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = JsonMapper.shared().createArrayNode();
            value.forEach(each -> list.add(asWritten(each)));
            return list;
        }
        return value.has("id") ? value.path("id") : value;
    }

    private static final class Sheet extends BusinessObject {
        Sheet() {
            super("sheet", "单", "Sheet", "Sheets");
            section("基本", "Basic");
            text("note").label("note", "note").title();
            longText("story").label("story", "story");
            integer("count", -1000, 1000).label("count", "count");
            decimal("rate", 4).label("rate", "rate");
            money("price").label("price", "price");
            date("due").label("due", "due");
            dateTime("met").label("met", "met");
            flag("urgent").label("urgent", "urgent");
            choice("stage", options("new", "won", "lost")).label("stage", "stage");
            multiChoice("wishes", options("a", "b", "c")).label("wishes", "wishes");
            treeChoice(
                            "trade",
                            List.of(
                                    Option.of("making", "制造", "Making"),
                                    Option.of("steel", "钢", "Steel").under("making"),
                                    Option.of("pipes", "管", "Pipes").under("steel"),
                                    Option.of("selling", "贸易", "Selling")))
                    .label("trade", "trade");
            region("place").label("place", "place");
            user("owner").label("owner", "owner");
            reference("above", "sheet").label("above", "above").within("belows", "下级", "Below");
            references("beside", "sheet").label("beside", "beside");
            address("where").label("where", "where");
            formula("total", new IntegerType(0, 100), "{count} + 1").label("total", "total");
        }

        private static Option[] options(String... values) {
            return Stream.of(values)
                    .map(value -> Option.of(value, value, value))
                    .toArray(Option[]::new);
        }
    }
}
