package hengke.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a field is set to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Value.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = Value.Of.class, name = "field"),
    @JsonSubTypes.Type(value = Value.Day.class, name = "day"),
    @JsonSubTypes.Type(value = Value.Words.class, name = "text"),
    @JsonSubTypes.Type(value = Value.Itself.class, name = "record"),
    @JsonSubTypes.Type(value = Value.Sent.class, name = "request")
})
public sealed interface Value {
    /** Always this; null clears. */
    record Fixed(@Nullable JsonNode value) implements Value {}

    /** What stands in another field of the record that goes through the steps. */
    record Of(String field) implements Value {
        public Of {
            field = Objects.requireNonNullElse(field, "");
        }
    }

    /**
     * Today, or so many days from now.
     *
     * @param working counts working days only
     * @param at the time of day where the field is a moment; null for the end of the afternoon
     */
    record Day(int days, boolean working, @Nullable LocalTime at) implements Value {}

    /** A text in which names of fields in braces stand for their values. */
    record Words(String text) implements Value {
        public Words {
            text = Objects.requireNonNullElse(text, "");
        }
    }

    /** The record that goes through the steps, where something is to point at it. */
    record Itself() implements Value {}

    /**
     * What stands in the request that the run began with.
     *
     * @param pointer where (RFC 6901); nothing there clears
     */
    record Sent(String pointer) implements Value {
        public Sent {
            pointer = Objects.requireNonNullElse(pointer, "");
        }
    }
}
