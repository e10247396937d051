package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Label;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of a kind with its bounds and options. */
public final class TypeJson {
    private static final String OPTIONS = "options";
    private static final String OBJECT = "object";

    private TypeJson() {}

    public static ObjectNode write(FieldType<?> type) {
        ObjectNode json = Json.NODES.objectNode().put("kind", type.kind());
        switch (type) {
            case TextualType text -> json.put("maxLength", text.maxLength());
            case ChoiceType choice -> json.set(OPTIONS, options(choice.options()));
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> json.set(OPTIONS, options(options));
            case TextListType(TextListType.Choices(List<Option> options)) -> json.set(OPTIONS, options(options));
            case IntegerType integer -> json.put("min", integer.min()).put("max", integer.max());
            case DecimalType decimal ->
                json.put("scale", decimal.scale())
                        .put("min", decimal.min().toString())
                        .put("max", decimal.max().toString());
            case IdType(IdType.Records(String object)) -> json.put(OBJECT, object);
            case IdListType(IdListType.Records(String object)) -> json.put(OBJECT, object);
            case LinkType link -> json.put("capability", link.capability());
            case MoneyType _,
                    TreeChoiceType _,
                    TextListType _,
                    IdType _,
                    IdListType _,
                    DateType _,
                    DateTimeType _,
                    BooleanType _,
                    JsonType _,
                    AddressType _,
                    LocationType _ -> {
                // the kind says it all
            }
        }
        return json;
    }

    /** What {@link #write} wrote. */
    public static FieldType<?> read(JsonNode json) {
        String kind = json.required("kind").stringValue();
        return switch (kind) {
            case "choice" -> new ChoiceType(options(json));
            case "treeChoice" -> new TreeChoiceType(new TreeChoiceType.Nodes(options(json)));
            case "region" -> new TreeChoiceType(new TreeChoiceType.Divisions());
            case "multiChoice" -> new TextListType(new TextListType.Choices(options(json)));
            case "tags" -> new TextListType(new TextListType.Tags());
            case "integer" ->
                new IntegerType(
                        json.required("min").longValue(), json.required("max").longValue());
            case "money" -> new MoneyType();
            case "date" -> new DateType();
            case "dateTime" -> new DateTimeType();
            case "boolean" -> new BooleanType();
            case "user" -> new IdType(new IdType.User());
            case "department" -> new IdType(new IdType.Department());
            case "reference" ->
                new IdType(new IdType.Records(json.required(OBJECT).stringValue()));
            case "multiReference" ->
                new IdListType(new IdListType.Records(json.required(OBJECT).stringValue()));
            case "files" -> new IdListType(new IdListType.Files());
            case "link" -> new LinkType(json.required("capability").stringValue());
            case "address" -> new AddressType();
            case "location" -> new LocationType();
            case "json" -> new JsonType();
            default -> textualOrDecimal(kind, json);
        };
    }

    private static FieldType<?> textualOrDecimal(String kind, JsonNode json) {
        for (TextualType.Form form : TextualType.Form.values()) {
            if (new TextualType(form, 1).kind().equals(kind)) {
                return new TextualType(form, json.required("maxLength").intValue());
            }
        }
        DecimalType.Form form = Arrays.stream(DecimalType.Form.values())
                .filter(each -> decimal(each, json).kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This version knows no kind " + kind));
        return decimal(form, json);
    }

    private static DecimalType decimal(DecimalType.Form form, JsonNode json) {
        return new DecimalType(
                form,
                json.path("scale").asInt(0),
                new BigDecimal(json.path("min").asString("0")),
                new BigDecimal(json.path("max").asString("0")));
    }

    private static ArrayNode options(List<Option> options) {
        ArrayNode array = Json.NODES.arrayNode();
        options.forEach(option -> array.add(option(option)));
        return array;
    }

    public static ObjectNode option(Option option) {
        return Json.NODES
                .objectNode()
                .put("value", option.value())
                .put("chinese", option.label().chinese())
                .put("english", option.label().english())
                .put("color", option.color())
                .put("parent", option.parent())
                .put("active", option.active());
    }

    private static List<Option> options(JsonNode json) {
        return json.required(OPTIONS).valueStream().map(TypeJson::option).toList();
    }

    /** What {@link #option(Option)} wrote. */
    public static Option option(JsonNode json) {
        Label label = new Label(
                json.required("chinese").stringValue(), json.required("english").stringValue());
        return new Option(
                json.required("value").stringValue(),
                label,
                optional(json, "color"),
                optional(json, "parent"),
                json.required("active").booleanValue());
    }

    private static @Nullable String optional(JsonNode json, String name) {
        return json.required(name).stringValue(null);
    }
}
