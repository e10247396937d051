package hengke.kernel.query;

import java.util.ArrayList;
import java.util.List;
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
        return reasons().stream()
                .map(reason -> Criterion.all(reason, selection.criterion()))
                .filter(criterion -> !(criterion instanceof Criterion.Never))
                .toList();
    }

    /** Every record is found by exactly one of these, so that counts and sums are right without looking for doubles. */
    List<Criterion> parts() {
        List<Criterion> reasons = reasons();
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

    /** A search is done once and what it finds is looked through, not once for each reason. */
    private List<Criterion> reasons() {
        Visibility visibility = selection.visibility();
        return selection.narrowing() == null ? visibility.branches() : List.of(visibility.criterion());
    }

    Condition condition(Criterion criterion) {
        Condition living = selection.deleted() ? row.deleted() : row.living();
        Selection.Narrowing narrowing = selection.narrowing();
        return living.and(CriterionSql.filter(criterion, row))
                .and(narrowing == null ? hint(criterion) : narrowing.on(row));
    }

    /** Of no use where the records of a few owners are looked through anyway, or a search has found them. */
    private Condition hint(Criterion criterion) {
        Selection.Narrowing hint = selection.hint();
        return hint == null || Shape.isOfFew(criterion) ? DSL.noCondition() : hint.on(row);
    }
}
