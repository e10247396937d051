package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.IdType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the newest records that meet a criterion are found without looking at the others. */
sealed interface Shape {
    int FEW = 50;

    /** By an index of the database's own choice. */
    record Plain(Criterion criterion) implements Shape {}

    /** The newest of each of a few values, such as the members of a team. */
    record FewValues(Field<?> field, List<Object> values, Criterion rest) implements Shape {}

    /** The newest within each of the parents that meet a condition, if those turn out to be few. */
    record Parents(Criterion.Through through, Criterion rest) implements Shape {}

    static Shape of(Criterion criterion) {
        List<Criterion> terms = terms(criterion);
        return fewValues(terms).or(() -> parents(terms)).orElseGet(() -> new Plain(criterion));
    }

    /** Only records of one or a few people, departments or parents. */
    static boolean isOfFew(Criterion criterion) {
        return terms(criterion).stream()
                .anyMatch(term -> isFew(term)
                        && term instanceof Criterion.Test(Field<?> field, var _)
                        && field.type() instanceof IdType);
    }

    private static List<Criterion> terms(Criterion criterion) {
        return criterion instanceof Criterion.And(List<Criterion> all) ? flat(all) : List.of(criterion);
    }

    private static boolean isFew(Criterion term) {
        return values(term) > 0 && values(term) <= FEW;
    }

    private static Optional<Shape> fewValues(List<Criterion> terms) {
        return terms.stream()
                .filter(term -> values(term) >= 2 && values(term) <= FEW)
                .min(Comparator.comparingInt(Shape::values))
                .filter(test -> terms.stream().allMatch(Shape::aboutTheRowAlone))
                .map(Criterion.Test.class::cast)
                .map(test -> new FewValues(test.field(), ((Check.OneOf) test.check()).values(), without(test, terms)));
    }

    private static Optional<Shape> parents(List<Criterion> terms) {
        boolean owned = terms.stream().anyMatch(Shape::isFew);
        List<Criterion> crossing =
                terms.stream().filter(term -> !aboutTheRowAlone(term)).toList();
        return !owned
                        && crossing.size() == 1
                        && crossing.getFirst() instanceof Criterion.Through through
                        && through.reference().traits().parent() != null
                        && !(through.where() instanceof Criterion.Always)
                ? Optional.of(new Parents(through, without(through, terms)))
                : Optional.empty();
    }

    /** How many values of a field with an index for each the term allows; 0 for other terms. */
    private static int values(Criterion term) {
        return term instanceof Criterion.Test(Field<?> field, Check.OneOf(List<Object> values))
                        && Indexes.newestOfEach(field)
                ? values.size()
                : 0;
    }

    private static Criterion without(Criterion term, List<Criterion> terms) {
        return Criterion.all(terms.stream().filter(other -> other != term).toList());
    }

    private static List<Criterion> flat(List<Criterion> terms) {
        return terms.stream()
                .flatMap(term ->
                        term instanceof Criterion.And(List<Criterion> inner) ? flat(inner).stream() : Stream.of(term))
                .toList();
    }

    private static boolean aboutTheRowAlone(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Always _, Criterion.Never _, Criterion.Test _ -> true;
            case Criterion.And(List<Criterion> terms) -> terms.stream().allMatch(Shape::aboutTheRowAlone);
            case Criterion.Or(List<Criterion> terms) -> terms.stream().allMatch(Shape::aboutTheRowAlone);
            case Criterion.Not(Criterion term) -> aboutTheRowAlone(term);
            case Criterion.Through _, Criterion.Exists _, Criterion.Under _, Criterion.Known _ -> false;
        };
    }
}
