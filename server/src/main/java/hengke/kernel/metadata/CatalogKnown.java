package hengke.kernel.metadata;

import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.Known;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a formula may speak of once the catalog is in force.
 *
 * @param owner the object whose field is being written
 * @param self the field that is being written, which nothing it uses may use; null for a new one
 */
record CatalogKnown(
        Catalog catalog, ObjectDefinition owner, @Nullable Field<?> self) implements Known {
    @Override
    public Optional<ObjectDefinition> object(String name) {
        return catalog.find(name);
    }

    @Override
    public Optional<Expression> formula(ObjectDefinition object, Field<?> field) {
        return field.computation() instanceof Formula(String _, Expression expression)
                        && expression != null
                        && !leadsBack(object, field)
                ? Optional.of(expression)
                : Optional.empty();
    }

    private boolean leadsBack(ObjectDefinition object, Field<?> field) {
        return self != null
                && (is(object, field)
                        || Sources.of(catalog, object, field).stream()
                                .anyMatch(source -> is(source.object(), source.field())));
    }

    private boolean is(ObjectDefinition object, Field<?> field) {
        return self != null
                && object.name().equals(owner.name())
                && field.name().equals(self.name());
    }
}
