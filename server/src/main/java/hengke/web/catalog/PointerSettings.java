package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What a field points at: records of one object, or of any object with a capability. */
@Component
@Order(40)
final class PointerSettings implements FieldSettings {
    private static final String TARGETS = "targets";
    private static final String CAPABILITY = "capability";

    @Override
    public List<String> kinds() {
        return List.of("reference", "multiReference", "link");
    }

    @Override
    public FieldType<?> read(
            Catalog catalog, ObjectDefinition object, String kind, Body body, @Nullable FieldType<?> present) {
        if (kind.equals("link")) {
            String capability = present instanceof LinkType link ? link.capability() : "";
            return new LinkType(
                    present == null
                            ? body.required(CAPABILITY, Texts.NAME).orElse("")
                            : body.kept(CAPABILITY, Texts.NAME, capability));
        }
        String target = target(body, present);
        return kind.equals("reference")
                ? new IdType(new IdType.Records(target))
                : new IdListType(new IdListType.Records(target));
    }

    private static String target(Body body, @Nullable FieldType<?> present) {
        if (present != null && !body.mentions(TARGETS)) {
            return targetOf(present);
        }
        List<String> targets = body.list(TARGETS, Texts.NAME);
        if (targets.size() != 1) {
            body.refuse(TARGETS, Message.of("catalog.oneTarget"));
        }
        return targets.isEmpty() ? "" : targets.getFirst();
    }

    private static String targetOf(FieldType<?> type) {
        return switch (type) {
            case IdType(IdType.Records(String object)) -> object;
            case IdListType(IdListType.Records(String object)) -> object;
            default -> "";
        };
    }

    @Override
    public void write(FieldType<?> type, ObjectNode into) {
        if (type instanceof LinkType(String capability)) {
            into.put(CAPABILITY, capability);
        } else if (!targetOf(type).isEmpty()) {
            into.putArray(TARGETS).add(targetOf(type));
        }
    }
}
