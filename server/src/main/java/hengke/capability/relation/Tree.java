package hengke.capability.relation;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records stand under one another: no one is above itself.
 *
 * @param above points at the record one step up
 * @param kind what a record is to the one above; null where there are no kinds
 * @param below what it is to the one above where no kind is said
 */
public record Tree(Field<Long> above, @Nullable Field<String> kind, Label below) implements Capability {
    @Override
    public String name() {
        return "tree";
    }

    public static Optional<Tree> of(ObjectDefinition object) {
        return object.capabilities().stream()
                .filter(Tree.class::isInstance)
                .map(Tree.class::cast)
                .findFirst();
    }
}
