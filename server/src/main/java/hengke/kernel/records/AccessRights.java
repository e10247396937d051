package hengke.kernel.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Rights as the roles of the organisation give them. */
public record AccessRights(Access access, Supplier<Organisation> organisation) implements Rights {

    @Override
    public boolean may(Actor actor, ObjectDefinition object, Verb verb) {
        return access.may(actor, object, verb);
    }

    @Override
    public FieldRight right(Actor actor, ObjectDefinition object, Field<?> field) {
        return access.right(actor, object, field);
    }

    @Override
    public Criterion covers(Actor actor, ObjectDefinition object, Field<?> field) {
        return access.covers(actor, object, field);
    }

    @Override
    public Set<Long> reached(
            DSLContext database, Actor actor, ObjectDefinition object, Verb verb, Collection<Long> ids) {
        return access.reached(database, actor, object, verb, ids);
    }

    @Override
    public boolean evidentlyReaches(Actor actor, ObjectDefinition object, Verb verb, Row row) {
        return access.evidentlyReaches(actor, object, verb, row);
    }

    @Override
    public Optional<Refusal> limited(Actor actor, ObjectDefinition object, Verb verb, Row row) {
        return access.limited(actor, object, verb, row);
    }

    @Override
    public boolean isActiveUser(long id) {
        return organisation.get().person(id).filter(Person::active).isPresent();
    }

    @Override
    public boolean isDepartment(long id) {
        return organisation.get().department(id).isPresent();
    }
}
