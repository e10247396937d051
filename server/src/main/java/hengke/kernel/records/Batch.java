package hengke.kernel.records;

import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Changes of records of one object that are written together, in one transaction. Rules see them all at once so that
 * they can ask the database in sets.
 *
 * @param database the transaction
 * @param nested writes further records in the same operation and transaction, with the product's own rights
 */
public record Batch(
        ObjectDefinition object,
        Caller caller,
        Operation operation,
        List<Edit> edits,
        DSLContext database,
        Nested nested) {

    public Batch {
        edits = List.copyOf(edits);
    }

    /** The changes that nothing speaks against so far. */
    public List<Edit> open() {
        return edits.stream().filter(edit -> !edit.refused()).toList();
    }

    /** Writes what follows from a change. */
    public interface Nested {
        void write(ObjectDefinition object, List<Draft> drafts);
    }
}
