package hengke.kernel.records;

import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;

/**
 * Behaviour of objects: runs inside every write of them, in its transaction, whatever way the change came. It may
 * complete values, refuse changes, and write what follows.
 */
public interface Rule {
    /** The objects it is about: by name for one object's rule, by capability for a shared one. */
    boolean concerns(ObjectDefinition object);

    /** Before the rows are written: complete and refuse. */
    default void before(Batch batch) {}

    /**
     * Once the rows are stored: values of these same rows that only the database can tell. The rule has written them;
     * what is answered is noted down as the product's own doing, beside the change it follows from.
     *
     * @param written the changes that were stored
     */
    default List<Following> derive(Batch batch, List<Edit> written) {
        return List.of();
    }

    /** After the rows are written: write what follows. */
    default void after(Batch batch) {}
}
