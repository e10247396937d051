package hengke.kernel.access;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Visibility.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What decides beside roles and shares who sees what, for reasons that a capability knows: it opens records to people
 * who have the verb on the object but not so far, and it keeps values of records from people who see them otherwise.
 */
public interface Circumstance {
    /** May everybody do this with every record of the object, whatever their roles say? */
    default boolean open(ObjectDefinition object, Verb verb) {
        return false;
    }

    /**
     * Why else somebody reaches records of the object.
     *
     * @param from the record itself, or what lives within it
     */
    default List<Reason> reasons(Organisation now, Actor actor, ObjectDefinition object, Verb verb, Reach from) {
        return List.of();
    }

    /** The records that are as good as absent for the actor, whatever reason reaches them, and all that lives within them. */
    default Criterion hides(Actor actor, ObjectDefinition object) {
        return Criterion.NEVER;
    }

    /** The records in which this field is as good as absent for the actor. */
    default Criterion covers(Organisation now, Actor actor, ObjectDefinition object, Field<?> field) {
        return Criterion.NEVER;
    }

    /** What has to hold of a record besides before the actor changes it so, e.g. that it is still new. Read rights stay. */
    default Optional<Limit> limit(Organisation now, Actor actor, ObjectDefinition object, Verb verb) {
        return Optional.empty();
    }

    /** What the value of a field tells something of: who may not read all of it does not read the field. */
    default Set<Source> sources(ObjectDefinition object, Field<?> field) {
        return Set.of();
    }

    /** What a reason is asked for. */
    enum Reach {
        RECORD,
        /** What lives within the record. */
        CHILDREN
    }
}
