package hengke.web.files;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.files.FilePlace;
import hengke.kernel.files.StoredFile;
import hengke.kernel.identity.Identified;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Who may read a file: whoever may read a record it hangs on, or another place of it; while it hangs nowhere, whoever
 * uploaded it. An administrator who looks as somebody else reads what hangs on records only.
 */
@Component
final class FileAccess {
    private final LiveCatalog catalog;
    private final Access access;
    private final DSLContext database;
    private final List<FilePlace> places;

    FileAccess(LiveCatalog catalog, Access access, DSLContext database, List<FilePlace> places) {
        this.catalog = catalog;
        this.access = access;
        this.database = database;
        this.places = places;
    }

    boolean mayRead(Identified reader, StoredFile file) {
        Actor actor = reader.actor();
        if (!looksAsAnother(reader) && places.stream().anyMatch(place -> place.shows(file.id(), actor.user()))) {
            return true;
        }
        boolean hangs = places.stream().anyMatch(place -> place.holds(file.id()));
        for (ObjectDefinition object : catalog.current().objects()) {
            for (Field<?> field : object.fields()) {
                if (field.type() instanceof IdListType(IdListType.Files())) {
                    if (hangs(file, object, field, visible(actor, object, field))) {
                        return true;
                    }
                    hangs |= hangs(file, object, field, DSL.noCondition());
                }
            }
        }
        return !hangs && file.createdBy() == actor.user();
    }

    private static boolean looksAsAnother(Identified reader) {
        return reader instanceof Identified.BySession session && session.viewing() != null;
    }

    private Condition visible(Actor actor, ObjectDefinition object, Field<?> field) {
        Alias row = Alias.of(object);
        return access.right(actor, object, field).atLeast(FieldRight.READ)
                ? CriterionSql.of(access.visibility(actor, object, Verb.READ).criterion(), row)
                        .and(row.living())
                        .andNot(CriterionSql.of(access.covers(actor, object, field), row))
                : DSL.falseCondition();
    }

    private boolean hangs(StoredFile file, ObjectDefinition object, Field<?> field, Condition condition) {
        Alias row = Alias.of(object);
        return database.fetchExists(DSL.selectOne()
                .from(row.table())
                .where(row.column(field).coerce(Long[].class).contains(new Long[] {file.id()}))
                .and(condition));
    }
}
