package hengke.capability.lifecycle;

import hengke.kernel.explaining.Account;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.query.Alias;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import tools.jackson.databind.json.JsonMapper;

/** Where the day of a step is told from. Declared as a bean; of several for one step the earliest day counts. */
public interface StepSource {
    Step step();

    /**
     * The day on which a record took the step, as SQL over its row; null where it has not. Empty when nothing tells of
     * the step at present.
     */
    Optional<Field<LocalDate>> day(ObjectDefinition object, Alias row);

    /** The records that tell of the step, where they are no deals. */
    default Optional<Told> told(ObjectDefinition object) {
        return Optional.empty();
    }

    /** Every field the day tells something of, beside those of the record itself. */
    default Set<Source> sources(ObjectDefinition object) {
        return told(object).map(Told::sources).orElse(Set.of());
    }

    /**
     * Records that point at the one whose step it is: when one of them changes, the step is told anew.
     *
     * @param fields the others of their fields that count
     */
    record Told(
            ObjectDefinition object,
            hengke.kernel.metadata.Field<Long> reference,
            List<hengke.kernel.metadata.Field<?>> fields) {
        public Told {
            fields = List.copyOf(fields);
        }

        private Set<Source> sources() {
            return Stream.concat(Stream.of(reference), fields.stream())
                    .map(field -> new Source(object, field))
                    .collect(Collectors.toSet());
        }

        /** Those of one record, as a list that opens. */
        Account.Records of(long record) {
            return new Account.Records(
                    object.name(),
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("field", reference.name())
                            .put("op", Operator.EQ.wire())
                            .put("value", record));
        }
    }
}
