package hengke.kernel.metadata.formula;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.Optional;

/** What a formula may speak of. */
public interface Known {
    Optional<ObjectDefinition> object(String name);

    /** May the formula's author use this field? */
    default boolean allows(ObjectDefinition object, Field<?> field) {
        return true;
    }

    /** What a formula field computes; empty where that itself is faulty or leads back to where it began. */
    Optional<Expression> formula(ObjectDefinition object, Field<?> field);
}
