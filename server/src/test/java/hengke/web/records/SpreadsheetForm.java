package hengke.web.records;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import hengke.kernel.text.value.Regions;
import hengke.testing.ApiClient;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values as people write them in a cell. */
final class SpreadsheetForm {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private SpreadsheetForm() {}

    /** The part of a value that one cell can say: of an address, the street; of rich text, the words. */
    static JsonNode sayable(Field<?> field, JsonNode value) {
        return switch (field.type()) {
            case AddressType _ ->
                JsonMapper.shared()
                        .createObjectNode()
                        .putNull("region")
                        .put("street", value.get("street").asString())
                        .putNull("postcode");
            case TextualType(TextualType.Form form, int _)
            when form == TextualType.Form.RICH_TEXT ->
                JsonMapper.shared().getNodeFactory().stringNode(value.asString().replaceAll("<[^>]*>", ""));
            default -> value;
        };
    }

    static String of(ApiClient admin, Field<?> field, JsonNode value) {
        String text = switch (field.type()) {
            case MoneyType _ -> value.get("amount").asString();
            case AddressType _ -> value.get("street").asString();
            case BooleanType _ -> value.asBoolean() ? "是" : "否";
            case DateTimeType _ -> LOCAL.format(Instant.parse(value.asString()));
            case ChoiceType(List<Option> options) -> label(options, value);
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> label(options, value);
            case TreeChoiceType(TreeChoiceType.Divisions()) -> Regions.label(value.asString());
            case TextListType(TextListType.Choices(List<Option> options)) ->
                value.valueStream().map(each -> label(options, each)).collect(Collectors.joining("、"));
            case TextListType(TextListType.Tags()) ->
                value.valueStream().map(JsonNode::asString).collect(Collectors.joining("、"));
            case IdType(IdType.User()) ->
                admin.get("/api/users/" + value.asLong()).expect(200).text("/login");
            case IdType(IdType.Department()) -> department(admin, value.asLong());
            case IdType(IdType.Records(String target)) -> name(admin, target, value.asLong());
            case IdListType(IdListType.Records(String target)) ->
                value.valueStream()
                        .map(each -> name(admin, target, each.asLong()))
                        .collect(Collectors.joining("、"));
            default -> value.asString();
        };
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String name(ApiClient admin, String object, long id) {
        String title = admin.get("/api/catalog/" + object).expect(200).text("/titleField");
        return admin.get("/api/records/" + object + "/" + id).expect(200).text("/" + title);
    }

    private static String department(ApiClient admin, long id) {
        return admin.get("/api/departments")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(each -> each.get("id").asLong() == id)
                .map(each -> each.get("name").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String label(List<Option> options, JsonNode value) {
        return options.stream()
                .filter(option -> option.value().equals(value.asString()))
                .map(option -> option.label().in(Language.CHINESE))
                .findFirst()
                .orElseThrow();
    }
}
