package hengke.kernel.records;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;

/** Something that the product does to records by itself, as an operation. */
public interface ActsByItself {
    /** What it is called. */
    Label act();

    /** What it is called in the log of operations. */
    default String logged(ObjectDefinition object) {
        return act().chinese() + " " + object.label().chinese();
    }
}
