package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an input must know about the kind of a field's values. */
public final class KindJson {
    private KindJson() {}

    /** What only some kinds have; null where it does not apply. */
    public static void describe(Catalog catalog, Language language, Field<?> field, ObjectNode json) {
        json.putNull("maxLength")
                .putNull("scale")
                .putNull("min")
                .putNull("max")
                .putNull("pattern")
                .putNull("unit");
        json.put("multiline", false);
        ArrayNode targets = json.putArray("targets");
        List<Option> options = switch (field.type()) {
            case TextualType(TextualType.Form form, int maxLength) -> {
                json.put("maxLength", maxLength).put("multiline", form == TextualType.Form.LONG_TEXT);
                yield List.of();
            }
            case IntegerType(long min, long max) -> {
                json.put("min", Long.toString(min))
                        .put("max", Long.toString(max))
                        .put("scale", 0);
                yield List.of();
            }
            case DecimalType(DecimalType.Form _, int scale, var min, var max) -> {
                json.put("min", min.toPlainString())
                        .put("max", max.toPlainString())
                        .put("scale", scale);
                yield List.of();
            }
            case ChoiceType(List<Option> its) -> its;
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> its)) -> its;
            case TextListType(TextListType.Choices(List<Option> its)) -> its;
            case IdType(IdType.Records(String target)) -> {
                targets.add(target);
                yield List.of();
            }
            case IdListType(IdListType.Records(String target)) -> {
                targets.add(target);
                yield List.of();
            }
            case LinkType _ -> {
                catalog.targets(field).forEach(target -> targets.add(target.name()));
                yield List.of();
            }
            default -> List.of();
        };
        ArrayNode listed = json.putArray("options");
        options.forEach(option -> listed.addObject()
                .put("value", option.value())
                .put("label", option.label().in(language))
                .put("color", option.color())
                .put("parent", option.parent())
                .put("active", option.active()));
    }
}
