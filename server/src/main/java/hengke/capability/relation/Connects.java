package hengke.capability.relation;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record is a connection between two others, written once and read from both ends.
 *
 * @param kind what the far end is to the near one: its supplier
 * @param inverse what the near end is to the far one: its buyer; null where the ends are not alike, such as a person and
 *     a company, which may then be connected several times
 * @param opposites of kinds that read differently from the other end
 */
public record Connects(
        Field<Long> from,
        Field<Long> to,
        Field<String> kind,
        @Nullable Field<String> inverse,
        Map<String, String> opposites,
        Field<LocalDate> since,
        Field<LocalDate> until)
        implements Capability {

    public Connects {
        opposites = Map.copyOf(opposites);
    }

    @Override
    public String name() {
        return "connects";
    }

    /** The kind as it reads from the other end; one that a company added reads the same. */
    String opposite(String of) {
        return opposites.getOrDefault(of, of);
    }

    /** The object that one end points at. */
    static String target(Field<Long> end) {
        return end.type() instanceof IdType(IdType.Records(String object)) ? object : "";
    }

    public static Optional<Connects> of(ObjectDefinition object) {
        return object.capabilities().stream()
                .filter(Connects.class::isInstance)
                .map(Connects.class::cast)
                .findFirst();
    }
}
