package hengke.capability.lifecycle;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Field;

/** Where the day of a step is told from. Declared as a bean; of several for one step the earliest day counts. */
public interface StepSource {
    Step step();

    /**
     * The day on which a record took the step, as SQL over its row; null where it has not. Empty when nothing tells of
     * the step at present.
     */
    Optional<Field<LocalDate>> day(ObjectDefinition object, Alias row);
}
