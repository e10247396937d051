package hengke.capability.worth;

import hengke.kernel.metadata.ObjectDefinition;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Somebody who tells more from what was bought, once the figures are written. Declared as a bean. */
@FunctionalInterface
public interface AfterRevaluation {
    /** @param which of the object's records were looked at, as a condition on their ids */
    void revalued(DSLContext within, ObjectDefinition object, Function<Field<Long>, Condition> which);

    /** All records of an object are about to be looked at, part by part. */
    default void begun(DSLContext within, ObjectDefinition object) {}
}
