package hengke.capability.portrait;

import hengke.kernel.access.Access;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.explaining.Explainer.Question;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.util.Collection;
import java.util.List;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Whether somebody who asks may know all that a number was made of; if not, the number is not told. */
@Component
public final class Knowledge {
    private final Access access;
    private final LiveCatalog catalog;
    private final Interactions interactions;

    Knowledge(Access access, LiveCatalog catalog, Interactions interactions) {
        this.access = access;
        this.catalog = catalog;
        this.interactions = interactions;
    }

    /** These fields of the record itself, in clear. */
    public boolean reads(Question question, List<? extends Field<?>> fields) {
        return fields.stream().allMatch(field -> access.readsThroughout(question.actor(), question.object(), field));
    }

    /** All of these fields, of whatever objects. */
    public boolean reads(Collection<Sources.Source> fields, Question question) {
        return fields.stream()
                .allMatch(source -> access.readsThroughout(question.actor(), source.object(), source.field()));
    }

    /** These fields of all records that point at it. */
    public boolean readsAll(Question question, String child, Field<Long> reference, List<? extends Field<?>> fields) {
        ObjectDefinition object = catalog.current().object(child);
        Alias row = Alias.of(object);
        Criterion visible =
                access.visibility(question.actor(), object, Verb.READ).criterion();
        return access.right(question.actor(), object, reference).atLeast(FieldRight.READ)
                && fields.stream().allMatch(field -> access.readsThroughout(question.actor(), object, field))
                && !question.database()
                        .fetchExists(DSL.selectOne()
                                .from(row.table())
                                .where(CriterionSql.of(
                                        Criterion.is(
                                                reference, question.record().id()),
                                        row))
                                .and(row.living())
                                .and(DSL.not(DSL.condition("({0}) is true", CriterionSql.of(visible, row)))));
    }

    /** All contacts with it. */
    public boolean seesContacts(Question question) {
        Subjects one = Subjects.of(List.of(question.record().id()));
        return count(question, interactions.of(question.object(), one, question.actor()))
                == count(question, interactions.of(question.object(), one, null));
    }

    private static int count(Question question, Table<?> life) {
        return question.database().fetchCount(DSL.selectFrom(life));
    }
}
