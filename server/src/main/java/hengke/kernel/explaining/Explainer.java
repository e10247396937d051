package hengke.kernel.explaining;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import org.jooq.DSLContext;

/**
 * Tells how a value that nobody wrote by hand came about. A bean of this kind makes the value open wherever the
 * interface shows it on a record.
 */
public interface Explainer {
    /** Does it explain this field? */
    boolean explains(ObjectDefinition object, Field<?> field);

    /** How the value of this record came about, told only from what the asker may see. */
    Account account(Question question);

    /**
     * Somebody asks about one value.
     *
     * @param field the asker may read it
     * @param record a living record the asker may see, with the fields the asker may read in clear
     */
    record Question(ObjectDefinition object, Field<?> field, Row record, Actor actor, DSLContext database) {}
}
