package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.web.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The kinds about which there is nothing more to set. */
@Component
@Order(30)
final class PlainSettings implements FieldSettings {
    private static final Map<String, FieldType<?>> TYPES = new LinkedHashMap<>();

    static {
        for (FieldType<?> type : List.of(
                new MoneyType(),
                new DateType(),
                new DateTimeType(),
                new BooleanType(),
                new IdType(new IdType.User()),
                new IdType(new IdType.Department()),
                new TreeChoiceType(new TreeChoiceType.Divisions()),
                new AddressType(),
                new LocationType(),
                new IdListType(new IdListType.Files()),
                new TextListType(new TextListType.Tags()),
                new JsonType())) {
            TYPES.put(type.kind(), type);
        }
    }

    @Override
    public List<String> kinds() {
        return List.copyOf(TYPES.keySet());
    }

    @Override
    public FieldType<?> read(
            Catalog catalog, ObjectDefinition object, String kind, Body body, @Nullable FieldType<?> present) {
        return present == null ? Objects.requireNonNull(TYPES.get(kind)) : present;
    }

    @Override
    public void write(FieldType<?> type, ObjectNode into) {
        // nothing to say
    }
}
