package hengke.capability.worth;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DataType;

/** An object's records as one person sees them: which rows, which fields, and absent what is kept from him. */
public final class Sight {
    private final Access access;
    private final Actor actor;
    private final ObjectDefinition object;
    private final Alias row;

    public Sight(Access access, Actor actor, ObjectDefinition object) {
        this.access = access;
        this.actor = actor;
        this.object = object;
        this.row = Alias.of(object);
    }

    public Alias row() {
        return row;
    }

    /** May he read all of these in clear? */
    public boolean reads(Field<?>... fields) {
        return Stream.of(fields)
                .allMatch(field -> access.right(actor, object, field).atLeast(FieldRight.READ));
    }

    /** A field as he sees it. */
    public <T> org.jooq.Field<T> column(Field<?> field, DataType<T> type) {
        return row.column(access.guard(actor).seen(object, field)).coerce(type);
    }

    /** The living records he sees. */
    public Condition rows() {
        return row.living()
                .and(CriterionSql.of(access.visibility(actor, object, Verb.READ).criterion(), row));
    }

    /** The records of another object that he sees. */
    public Criterion of(ObjectDefinition other) {
        return access.visibility(actor, other, Verb.READ).criterion();
    }
}
