package hengke.kernel.overview;

import hengke.kernel.explaining.Account.Records;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One figure of a record. */
public sealed interface Figure {

    /** A value of the record itself: shown as the field is, if it may be read and there is one. */
    record OfField(Field<?> field) implements Figure {}

    /**
     * How many records there are, of those the person may see; opens them. All that are asked for are counted in one
     * statement.
     *
     * @param name on the wire
     * @param evenNone is none worth telling?
     */
    record Counted(String name, Label label, Records records, boolean evenNone) implements Figure {}

    /**
     * Anything else.
     *
     * @param kind of the value as fields have kinds, e.g. {@code integer}, {@code money}, {@code text}
     * @param value as a field of that kind is written
     * @param records those below it
     */
    record Told(
            String name,
            Label label,
            String kind,
            JsonNode value,
            @Nullable Records records) implements Figure {}
}
