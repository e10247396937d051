package hengke.web.catalog;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The options of a choice, as a whole list in the order in which they are offered. */
final class OptionReader {
    private static final List<String> PALETTE = List.of(
            "red",
            "volcano",
            "orange",
            "gold",
            "lime",
            "green",
            "cyan",
            "blue",
            "geekblue",
            "purple",
            "magenta",
            "gray");
    private static final Pattern RGB = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final TextualType VALUE = new TextualType(TextualType.Form.TEXT, 60);
    private static final TextualType COLOR = new TextualType(TextualType.Form.TEXT, 20);
    private static final BooleanType FLAG = new BooleanType();

    private OptionReader() {}

    static List<Option> read(Body body, List<Option> present) {
        Optional<JsonNode> given = body.given("options");
        if (given.isEmpty()) {
            return present;
        }
        if (given.get().valueStream().allMatch(JsonNode::isString)) {
            return body.list("options", VALUE).stream()
                    .map(value -> Option.of(value, value, ""))
                    .toList();
        }
        Map<String, Option> byValue =
                present.stream().collect(Collectors.toMap(Option::value, Function.identity(), (first, _) -> first));
        List<Option> options = new ArrayList<>();
        for (Body each : body.each("options")) {
            options.add(option(each, byValue));
            each.refuseUnasked();
        }
        return options;
    }

    /** An option without a value of its own is known by its label. */
    private static Option option(Body body, Map<String, Option> present) {
        String stated = body.optional("value", VALUE).orElse("");
        Option before = present.get(stated);
        Label label = Texts.read(body, "label", Texts.LABEL, before == null ? null : before.label())
                .orElseGet(() -> before == null ? new Label(stated, "") : before.label());
        String value = stated.isEmpty() ? label.chinese() : stated;
        if (label.chinese().isBlank()) {
            body.refuse("label", Message.of("catalog.noLabel"));
        }
        String color = body.changed("color", COLOR, before == null ? null : before.color());
        if (color != null && !PALETTE.contains(color) && !RGB.matcher(color).matches()) {
            body.refuse("color", Message.of("catalog.color", String.join(", ", PALETTE)));
        }
        String parent = body.changed("parent", VALUE, before == null ? null : before.parent());
        boolean active = body.kept("active", FLAG, before == null || before.active());
        return new Option(value, label, color, parent, active);
    }

    static ArrayNode write(List<Option> options) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (Option option : options) {
            ObjectNode json = array.addObject().put("value", option.value());
            json.set("label", Texts.write(option.label()));
            json.put("color", option.color()).put("parent", option.parent()).put("active", option.active());
        }
        return array;
    }
}
