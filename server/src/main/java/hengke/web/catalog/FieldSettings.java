package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.FieldType;
import hengke.web.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an administrator sets about fields of some kinds, beside what every field has: read from a request, and shown. A
 * bean of this type is all that the field designer needs to know about a kind.
 */
public interface FieldSettings {
    /** The kinds it speaks for. */
    List<String> kinds();

    /**
     * The kind with the settings asked for; what the body does not mention stays as it is.
     *
     * @param catalog where the field is being made: in force, or in a draft
     * @param object whose field it is
     * @param present null for a new field
     */
    FieldType<?> read(Catalog catalog, ObjectDefinition object, String kind, Body body, @Nullable FieldType<?> present);

    /**
     * How the value comes about, for kinds that are computed; asked after {@link #read}.
     *
     * @param present null for a new field
     */
    default @Nullable Computation computation(
            Catalog catalog, ObjectDefinition object, Body body, @Nullable Field<?> present) {
        return null;
    }

    /** The same for a field with more to say than its type. */
    default void write(Catalog catalog, ObjectDefinition object, Field<?> field, ObjectNode into) {
        write(field.type(), into);
    }

    /** The settings under the keys by which they are read. */
    void write(FieldType<?> type, ObjectNode into);
}
