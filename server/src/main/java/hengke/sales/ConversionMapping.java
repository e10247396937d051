package hengke.sales;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the company wants values of a lead to go that would go elsewhere by themselves.
 *
 * @param own by object a lead becomes and by field of that object: the field of the lead it is taken from; empty text
 *     for none
 * @param version 0 while nothing was decided
 */
public record ConversionMapping(Map<String, Map<String, String>> own, long version) {
    static final ConversionMapping NONE = new ConversionMapping(Map.of(), 0);

    public ConversionMapping {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        own.forEach((object, fields) -> copy.put(object, Map.copyOf(fields)));
        own = Map.copyOf(copy);
    }

    /** What was decided about a field, if anything. */
    Optional<String> of(String object, String field) {
        return Optional.ofNullable(own.getOrDefault(object, Map.of()).get(field));
    }
}
