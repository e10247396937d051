package hengke.kernel.metadata;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An adjective of business objects (owned, tagged, followed …): the fields it brings. Its rules and commands find the
 * objects that carry it by its class.
 */
public interface Capability {
    /** The part of the form for what capabilities let a person fill in. */
    Label SECTION = new Label("归属与跟进", "Ownership and follow-up");

    /** The name on the wire, e.g. {@code owned}. */
    String name();

    /** What comes with it: whoever can do this can do these as well. */
    default List<Capability> includes() {
        return List.of();
    }

    /** These and what comes with them, each once. */
    static List<Capability> withIncluded(List<Capability> given) {
        return given.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.includes().stream()))
                .distinct()
                .toList();
    }

    /** The fields it adds to the object, in order. */
    default List<Field<?>> fields() {
        return List.of();
    }

    /** Which values of its choices may follow which, by field name; a company may lay its own over them. */
    default Map<String, Transitions> transitions() {
        return Map.of();
    }

    /** May a company give it to an object of its own? Not when it speaks of fields that only code can name. */
    default boolean offered() {
        return getClass().isRecord() && getClass().getRecordComponents().length == 0;
    }

    /** The lists it offers beside the one of every record, in order. */
    default List<BuiltinView> views() {
        return List.of();
    }
}
