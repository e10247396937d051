package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.IdType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The conditions under which a selection's records are found: one alternative for each reason to see them. */
final class Visible {
    private static final int FEW = 50;

    private final Selection selection;
    private final Alias row;

    Visible(Selection selection, Alias row) {
        this.selection = selection;
        this.row = row;
    }

    /** A record may be found by several of these. */
    List<Criterion> alternatives() {
        return selection.visibility().branches().stream()
                .map(reason -> Criterion.all(reason, selection.criterion()))
                .filter(criterion -> !(criterion instanceof Criterion.Never))
                .toList();
    }

    /** Every record is found by exactly one of these, so that counts and sums are right without looking for doubles. */
    List<Criterion> parts() {
        List<Criterion> reasons = selection.visibility().branches();
        List<Criterion> parts = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            List<Criterion> terms = new ArrayList<>(List.of(reasons.get(i), selection.criterion()));
            reasons.subList(0, i).forEach(earlier -> terms.add(Criterion.not(earlier)));
            parts.add(Criterion.all(terms));
        }
        return parts.stream()
                .filter(criterion -> !(criterion instanceof Criterion.Never))
                .toList();
    }

    Condition condition(Criterion criterion) {
        Condition living = selection.deleted() ? row.deleted() : row.living();
        Selection.Narrowing narrowing = selection.narrowing();
        return living.and(CriterionSql.filter(criterion, row))
                .and(narrowing == null ? DSL.noCondition() : narrowing.on(row));
    }

    /** A few people whose newest records are each at the top of an index. */
    record FewPeople(Field<?> field, List<Object> people, Criterion rest) {}

    static Optional<FewPeople> fewPeople(Criterion criterion) {
        List<Criterion> terms =
                criterion instanceof Criterion.And(List<Criterion> all) ? flat(all) : List.of(criterion);
        return terms.stream()
                .filter(Visible::namesFewPeople)
                .map(Criterion.Test.class::cast)
                .min(Comparator.comparingInt(test -> people(test).size()))
                .map(test -> new FewPeople(
                        test.field(),
                        people(test),
                        Criterion.all(
                                terms.stream().filter(term -> term != test).toList())));
    }

    private static List<Criterion> flat(List<Criterion> terms) {
        return terms.stream()
                .flatMap(term ->
                        term instanceof Criterion.And(List<Criterion> inner) ? flat(inner).stream() : Stream.of(term))
                .toList();
    }

    private static boolean namesFewPeople(Criterion criterion) {
        return criterion instanceof Criterion.Test(Field<?> field, Check.OneOf(List<Object> people))
                && field.type() instanceof IdType(IdType.User _)
                && field.traits().is(Trait.INDEXED)
                && people.size() >= 2
                && people.size() <= FEW;
    }

    private static List<Object> people(Criterion.Test test) {
        return ((Check.OneOf) test.check()).values();
    }
}
