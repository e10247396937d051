package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.FieldChange;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.web.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What a choice offers. */
@Component
@Order(15)
final class ChoiceSettings implements FieldSettings {
    @Override
    public List<String> kinds() {
        return List.of("choice", "multiChoice", "treeChoice");
    }

    @Override
    public FieldType<?> read(
            Catalog catalog, ObjectDefinition object, String kind, Body body, @Nullable FieldType<?> present) {
        List<Option> before =
                present == null ? List.of() : FieldChange.options(present).orElse(List.of());
        List<Option> options = OptionReader.read(body, before);
        return switch (kind) {
            case "multiChoice" -> new TextListType(new TextListType.Choices(options));
            case "treeChoice" -> new TreeChoiceType(new TreeChoiceType.Nodes(options));
            default -> new ChoiceType(options);
        };
    }

    @Override
    public void write(FieldType<?> type, ObjectNode into) {
        FieldChange.options(type).ifPresent(options -> into.set("options", OptionReader.write(options)));
    }
}
