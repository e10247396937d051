package hengke.kernel.metadata;

import tools.jackson.databind.JsonNode;

/** What a new record holds where nothing was given. */
public sealed interface DefaultValue {
    /** A fixed value, as it stands on the wire. */
    record Constant(JsonNode value) implements DefaultValue {}

    /** Who creates the record. */
    record CurrentUser() implements DefaultValue {}

    /** The moment or the day of creation. */
    record Now() implements DefaultValue {}

    /** The next number of a pattern such as {@code C{yyyyMM}{0000}}. */
    record NextNumber(String pattern) implements DefaultValue {}
}
