package hengke.kernel.overview;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import java.util.List;
import org.jooq.DSLContext;

/** Knows key figures of records. A bean of this kind shows them at the head of every record it concerns. */
public interface KeyFigures {
    boolean concerns(ObjectDefinition object);

    /** What is known of this record, in order, told to this person only from what they may see; what is not known is left out. */
    List<Figure> of(Question question);

    /**
     * Whose figures are asked for.
     *
     * @param record with the fields the person may read
     */
    record Question(ObjectDefinition object, Row record, Actor actor, DSLContext database) {}
}
