package hengke.capability.score;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.query.Criterion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which other records the rules of a scale look at, on what way from the record that is scored, and at which fields. */
final class Looks {
    private final Catalog catalog;
    private final Map<List<Hop>, Set<String>> fields = new LinkedHashMap<>();

    /** One step from a record to others. */
    sealed interface Hop {
        /** The object it comes to. */
        ObjectDefinition to();

        Field<?> reference();

        /** To the record that a reference of an object points at. */
        record Up(ObjectDefinition from, Field<?> reference, ObjectDefinition to) implements Hop {}

        /** To the records that point back by their reference. */
        record Down(ObjectDefinition from, Field<?> reference, ObjectDefinition to) implements Hop {}

        /** The object it starts from. */
        ObjectDefinition from();
    }

    /**
     * A way to other records.
     *
     * @param fields what is looked at there, and what the way itself goes by
     */
    record Look(List<Hop> way, Set<String> fields) {
        Look {
            way = List.copyOf(way);
            fields = Set.copyOf(fields);
        }

        ObjectDefinition at() {
            return way.getLast().to();
        }
    }

    private Looks(Catalog catalog) {
        this.catalog = catalog;
    }

    static List<Look> of(Catalog catalog, Scale scale) {
        Looks looks = new Looks(catalog);
        scale.criteria().forEach(criterion -> looks.add(scale.object(), List.of(), criterion));
        List<Look> all = new ArrayList<>();
        looks.fields.forEach((way, fields) -> {
            if (!way.isEmpty()) {
                all.add(new Look(way, fields));
            }
        });
        return all;
    }

    private void add(ObjectDefinition object, List<Hop> way, Criterion criterion) {
        switch (criterion) {
            case Criterion.And(List<Criterion> terms) -> terms.forEach(term -> add(object, way, term));
            case Criterion.Or(List<Criterion> terms) -> terms.forEach(term -> add(object, way, term));
            case Criterion.Not(Criterion term) -> add(object, way, term);
            case Criterion.Test(Field<?> field, var _) -> field(object, way, field);
            case Criterion.Through through -> {
                field(object, way, through.reference());
                add(through.target(), up(object, way, through.reference(), through.target()), through.where());
            }
            case Criterion.Exists exists -> {
                Catalog.Child child = exists.child();
                List<Hop> down = down(object, way, child.reference(), child.object());
                field(child.object(), down, child.reference());
                add(child.object(), down, exists.where());
            }
            // what lies above in a tree changes for whole branches at once: that is seen in the night
            case Criterion.Under under -> field(object, way, under.reference());
            case Criterion.Always _, Criterion.Never _, Criterion.Known _ -> {}
        }
    }

    private void field(ObjectDefinition object, List<Hop> way, Field<?> field) {
        Field<?> known = object.field(field.name()).orElse(field);
        switch (known.computation()) {
            case Computation.Formula(String _, Expression expression)
            when expression != null -> expression(object, way, expression);
            case Computation.Formula _ -> {}
            case Computation.RollUp rollUp -> {
                ObjectDefinition child = catalog.object(rollUp.child());
                child.field(rollUp.reference()).ifPresent(reference -> {
                    List<Hop> down = down(object, way, reference, child);
                    Sources.of(catalog, object, known).forEach(source -> field(child, down, source.field()));
                });
            }
            case null -> fields.computeIfAbsent(way, _ -> new LinkedHashSet<>()).add(field.name());
        }
    }

    private void expression(ObjectDefinition object, List<Hop> way, Expression expression) {
        switch (expression) {
            case Expression.Own own -> field(object, way, own.field());
            case Expression.Named(Field<?> field) -> field(object, way, field);
            case Expression.Across across -> {
                field(object, way, across.reference());
                expression(across.target(), up(object, way, across.reference(), across.target()), across.value());
            }
            case Expression.Constant _, Expression.OptionLabel _, Expression.Result _, Expression.Apply _ ->
                expression.parts().forEach(part -> expression(object, way, part));
        }
    }

    private List<Hop> up(ObjectDefinition from, List<Hop> way, Field<?> reference, ObjectDefinition to) {
        return longer(way, new Hop.Up(from, reference, to));
    }

    private List<Hop> down(ObjectDefinition from, List<Hop> way, Field<?> reference, ObjectDefinition to) {
        return longer(way, new Hop.Down(from, reference, to));
    }

    /** What is found there counts, so that the way itself is looked at, too. */
    private List<Hop> longer(List<Hop> way, Hop hop) {
        List<Hop> longer = new ArrayList<>(way);
        longer.add(hop);
        fields.computeIfAbsent(longer, _ -> new LinkedHashSet<>());
        return longer;
    }
}
