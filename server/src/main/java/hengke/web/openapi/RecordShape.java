package hengke.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shape of an answer that is a Java record, read from its components, so that it is not written twice. */
public final class RecordShape {
    private static final String LABELLED = "Labelled";

    private RecordShape() {}

    public static Shape of(Class<? extends Record> type) {
        Shape shape = Shape.answer();
        boolean leavesOut = type.isAnnotationPresent(JsonInclude.class);
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType declared = component.getAnnotatedType();
            boolean nullable = declared.isAnnotationPresent(Nullable.class);
            Schema schema = schema(declared);
            if (nullable && leavesOut) {
                shape.maybe(component.getName(), schema);
            } else {
                shape.with(component.getName(), nullable ? schema.orNull() : schema);
            }
        }
        return shape;
    }

    private static Schema schema(AnnotatedType declared) {
        if (declared instanceof AnnotatedParameterizedType list) {
            AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
            Schema schema = schema(element);
            return Schema.listOf(element.isAnnotationPresent(Nullable.class) ? schema.orNull() : schema);
        }
        return schema((Class<?>) raw(declared.getType()));
    }

    private static Type raw(Type type) {
        return type instanceof Class<?> plain ? plain : List.class;
    }

    private static Schema schema(Class<?> type) {
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return Schema.integer();
        }
        if (type == double.class || type == Double.class) {
            return Schema.number();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Schema.flag();
        }
        if (type == String.class) {
            return Schema.text();
        }
        if (type == Instant.class) {
            return Schema.moment();
        }
        if (type == LocalDate.class) {
            return Schema.date();
        }
        if (type.isRecord()) {
            return type.getSimpleName().equals(LABELLED) ? Schema.named(LABELLED) : of(type.asSubclass(Record.class));
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return Schema.mapOf(Schema.any());
        }
        throw new IllegalArgumentException("no schema for " + type);
    }
}
