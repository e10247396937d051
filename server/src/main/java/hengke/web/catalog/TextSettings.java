package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TextualType.Form;
import hengke.web.Body;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** How long a text may be. */
@Component
@Order(10)
final class TextSettings implements FieldSettings {
    private static final Map<String, Form> FORMS = new LinkedHashMap<>();

    static {
        Arrays.stream(Form.values()).forEach(form -> FORMS.put(new TextualType(form, 1).kind(), form));
    }

    @Override
    public List<String> kinds() {
        return List.copyOf(FORMS.keySet());
    }

    @Override
    public FieldType<?> read(
            Catalog catalog, ObjectDefinition object, String kind, Body body, @Nullable FieldType<?> present) {
        Form form = Objects.requireNonNull(FORMS.get(kind));
        long length = present instanceof TextualType text ? text.maxLength() : usual(form);
        // a shipped field may be longer than an own one
        long most = Math.max(most(form), length);
        return new TextualType(form, Math.toIntExact(body.kept("maxLength", new IntegerType(1, most), length)));
    }

    private static int usual(Form form) {
        return switch (form) {
            case TEXT -> 200;
            case LONG_TEXT -> 10_000;
            case RICH_TEXT -> 100_000;
            case PHONE -> 40;
            case EMAIL -> 254;
            case URL -> 2_000;
            case AUTO_NUMBER -> 60;
        };
    }

    private static int most(Form form) {
        return switch (form) {
            case TEXT -> 600;
            case LONG_TEXT, RICH_TEXT -> 100_000;
            case PHONE -> 40;
            case EMAIL -> 254;
            case URL -> 2_000;
            case AUTO_NUMBER -> 60;
        };
    }

    @Override
    public void write(FieldType<?> type, ObjectNode into) {
        if (type instanceof TextualType text) {
            into.put("maxLength", text.maxLength());
        }
    }
}
