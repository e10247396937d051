package hengke.kernel.records;

import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** What a write asks about rights. */
public interface Rights {
    boolean may(Actor actor, ObjectDefinition object, Verb verb);

    FieldRight right(Actor actor, ObjectDefinition object, Field<?> field);

    /** The records in which this field is kept from the actor. */
    default Criterion covers(Actor actor, ObjectDefinition object, Field<?> field) {
        return Criterion.NEVER;
    }

    /** Those of the ids whose records the actor's verb reaches, as the transaction sees them. */
    Set<Long> reached(DSLContext database, Actor actor, ObjectDefinition object, Verb verb, Collection<Long> ids);

    /** Is the record reached by its own values, so that {@link #reached} need not be asked? */
    boolean evidentlyReaches(Actor actor, ObjectDefinition object, Verb verb, Row row);

    /** What a change of this record needs besides a right, and fails. */
    default Optional<Refusal> limited(Actor actor, ObjectDefinition object, Verb verb, Row row) {
        return Optional.empty();
    }

    boolean isActiveUser(long id);

    boolean isDepartment(long id);
}
