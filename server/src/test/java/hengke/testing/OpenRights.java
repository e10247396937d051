package hengke.testing;

import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Rights;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Everybody may do everything with whatever exists: for tests that are not about rights. */
public final class OpenRights implements Rights {
    @Override
    public boolean may(Actor actor, ObjectDefinition object, Verb verb) {
        return true;
    }

    @Override
    public FieldRight right(Actor actor, ObjectDefinition object, Field<?> field) {
        return FieldRight.EDIT;
    }

    @Override
    public Set<Long> reached(
            DSLContext database, Actor actor, ObjectDefinition object, Verb verb, Collection<Long> ids) {
        return new HashSet<>(database.select(DSL.field("id", Long.class))
                .from(DSL.table(DSL.name(object.table())))
                .where(DSL.field("id", Long.class).in(ids))
                .and(DSL.field("deleted_at").isNull())
                .fetchInto(Long.class));
    }

    @Override
    public boolean evidentlyReaches(Actor actor, ObjectDefinition object, Verb verb, Row row) {
        return false;
    }

    @Override
    public boolean isActiveUser(long id) {
        return true;
    }

    @Override
    public boolean isDepartment(long id) {
        return true;
    }
}
