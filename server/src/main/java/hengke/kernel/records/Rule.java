package hengke.kernel.records;

import hengke.kernel.metadata.ObjectDefinition;

/**
 * Behaviour of objects: runs inside every write of them, in its transaction, whatever way the change came. It may
 * complete values, refuse changes, and write what follows.
 */
public interface Rule {
    /** The objects it is about: by name for one object's rule, by capability for a shared one. */
    boolean concerns(ObjectDefinition object);

    /** Before the rows are written: complete and refuse. */
    default void before(Batch batch) {}

    /** After the rows are written: write what follows. */
    default void after(Batch batch) {}
}
