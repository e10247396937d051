package hengke.kernel.metadata;

import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.Computation.RollUp;
import hengke.kernel.metadata.formula.Expression;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields that the value of a computed field tells something of. */
public final class Sources {
    private final Catalog catalog;
    private final Set<Source> found = new LinkedHashSet<>();

    /** A field of an object. */
    public record Source(ObjectDefinition object, Field<?> field) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Source source
                    && source.object.name().equals(object.name())
                    && source.field.equals(field);
        }

        @Override
        public int hashCode() {
            return field.hashCode();
        }
    }

    private Sources(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Empty for a field that is not computed. */
    public static Set<Source> of(Catalog catalog, ObjectDefinition object, Field<?> field) {
        Sources sources = new Sources(catalog);
        Field<?> known = object.field(field.name()).orElse(field);
        switch (known.computation()) {
            case Formula(String _, Expression expression)
            when expression != null -> expression.parts().forEach(part -> sources.add(object, part));
            case Formula _ -> {}
            case RollUp rollUp -> sources.add(rollUp);
            case null -> {}
        }
        return sources.found;
    }

    private void add(ObjectDefinition object, Expression expression) {
        switch (expression) {
            case Expression.Own own -> found.add(new Source(object, own.field()));
            case Expression.Named(Field<?> field) -> found.add(new Source(object, field));
            case Expression.Across across -> {
                found.add(new Source(object, across.reference()));
                add(across.target(), across.value());
            }
            case Expression.Result result -> {
                found.add(new Source(object, result.field()));
                add(object, result.value());
            }
            case Expression.Constant _, Expression.OptionLabel _, Expression.Apply _ ->
                expression.parts().forEach(part -> add(object, part));
        }
    }

    private void add(RollUp rollUp) {
        ObjectDefinition child = catalog.object(rollUp.child());
        child.field(rollUp.reference()).ifPresent(field -> found.add(new Source(child, field)));
        child.field(rollUp.field() == null ? rollUp.reference() : rollUp.field())
                .ifPresent(field -> found.add(new Source(child, field)));
        if (rollUp.filter() != null) {
            filtered(child, rollUp.filter());
        }
    }

    private void filtered(ObjectDefinition child, JsonNode filter) {
        filter.findValues("field")
                .forEach(
                        name -> child.field(name.asString("")).ifPresent(field -> found.add(new Source(child, field))));
    }
}
