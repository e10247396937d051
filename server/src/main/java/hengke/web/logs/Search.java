package hengke.web.logs;

import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.Unreadable;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Something a log is searched by: a text from an address as a condition on its rows. */
interface Search {
    Condition of(String asked) throws Unreadable;

    /** Rows whose column is this number. */
    static Search id(String column) {
        Field<Long> field = DSL.field(DSL.name(column), Long.class);
        return asked -> field.eq(read(new IntegerType(0, Long.MAX_VALUE), number(asked)));
    }

    /** Rows whose column is this text. */
    static Search text(String column) {
        Field<String> field = DSL.field(DSL.name(column), String.class);
        return asked -> field.eq(line(asked));
    }

    /** The same whatever the case. */
    static Search word(String column) {
        Field<String> field = DSL.lower(DSL.field(DSL.name(column), String.class));
        return asked -> field.eq(line(asked).toLowerCase(Locale.ROOT));
    }

    static Search flag(String column) {
        Field<Boolean> field = DSL.field(DSL.name(column), Boolean.class);
        return asked -> {
            boolean wanted = read(new BooleanType(), JsonNodeFactory.instance.booleanNode(asked.equals("true")));
            return wanted ? DSL.condition(field) : DSL.not(DSL.condition(field));
        };
    }

    /** Rows of which this is true of the asked text. */
    static Search that(Function<String, Condition> condition) {
        return asked -> condition.apply(line(asked));
    }

    private static String line(String asked) throws Unreadable {
        return read(new TextualType(TextualType.Form.TEXT, 200), JsonNodeFactory.instance.stringNode(asked));
    }

    private static JsonNode number(String asked) {
        return asked.matches("\\d{1,18}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(asked))
                : JsonNodeFactory.instance.stringNode(asked);
    }

    private static <T> T read(FieldType<T> type, JsonNode json) throws Unreadable {
        return type.read(json);
    }
}
