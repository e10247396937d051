package hengke.kernel.metadata.type;

import hengke.kernel.text.value.Regions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A postal address; at least one part is there.
 *
 * @param region code of 2, 4 or 6 digits
 */
public record Address(
        @Nullable String region,
        @Nullable String street,
        @Nullable String postcode) {

    /** As people write it on one line, e.g. 云南省丽江市 东大街 1 号. */
    public String line() {
        String place = region == null ? "" : Regions.label(region);
        return Stream.of(place, street == null ? "" : street)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
