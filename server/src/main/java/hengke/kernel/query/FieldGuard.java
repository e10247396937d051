package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.formula.Expression;

/** Which fields a question may use; given by access. A field it does not allow is as good as not there. */
@FunctionalInterface
public interface FieldGuard {
    /** For questions the product itself asks. */
    FieldGuard ALL = (_, _) -> true;

    /** May this field be filtered, sorted and grouped by? */
    boolean allows(ObjectDefinition object, Field<?> field);

    /**
     * The records of another object that a path or {@code exists} may look at. Without this limit a filter on
     * {@code customer.region} would tell something about customers the asker may not see.
     */
    default Visibility rows(ObjectDefinition crossed) {
        return Visibility.EVERYTHING;
    }

    /** The same limit for a formula that crosses into an object. */
    default Expression.Sight sight(ObjectDefinition crossed) {
        return new Seen(rows(crossed).criterion());
    }

    /** The records of the object in which this field is as good as absent for the asker. */
    default Criterion covers(ObjectDefinition object, Field<?> field) {
        return Criterion.NEVER;
    }

    /**
     * The field as the asker may see it: absent where it is covered, and a formula looks at no other records than
     * {@link #rows} allows.
     */
    default Field<?> seen(ObjectDefinition object, Field<?> field) {
        return Covered.in(covers(object, field), field.seenBy(this::sight));
    }
}
