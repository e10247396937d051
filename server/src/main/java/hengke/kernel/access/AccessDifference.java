package hengke.kernel.access;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Page;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** What a change of the organisation that is only thought of would open to some people, and what it would close. */
public final class AccessDifference {
    /** Counting goes no further than this; who wants to save waits for it. */
    private static final String PATIENCE = "set local statement_timeout = '1500ms'";

    private static final String CANCELED = "57014";

    private final DSLContext database;
    private final Access before;
    private final Access after;
    private final List<Actor> people;

    /** @param people who are asked about, as they are known to both */
    public AccessDifference(DSLContext database, Access before, Access after, List<Actor> people) {
        this.database = database;
        this.before = before;
        this.after = after;
        this.people = List.copyOf(people);
    }

    /**
     * What becomes of a verb on an object.
     *
     * @param gained the number of people who have the verb only afterwards
     * @param lost the number of people who have it only before
     * @param opened the records that it reaches only afterwards, for any of the people; null when counting took too long
     * @param closed the records that it reaches only before
     */
    public record OfVerb(Verb verb, int gained, int lost, Page.@Nullable Count opened, Page.@Nullable Count closed) {}

    /** What becomes of the right on a field, and for how many people. */
    public record OfField(Field<?> field, FieldRight from, FieldRight to, int people) {}

    /** Empty when nothing changes. */
    public Optional<OfVerb> of(ObjectDefinition object, Verb verb) {
        Set<Criterion> opened = new LinkedHashSet<>();
        Set<Criterion> closed = new LinkedHashSet<>();
        int gained = 0;
        int lost = 0;
        for (Actor person : people) {
            Criterion was = before.visibility(person, object, verb).criterion();
            Criterion is = after.visibility(person, object, verb).criterion();
            if (!was.equals(is)) {
                opened.add(Criterion.all(is, Criterion.not(was)));
                closed.add(Criterion.all(was, Criterion.not(is)));
            }
            boolean had = before.may(person, object, verb);
            boolean has = after.may(person, object, verb);
            gained += has && !had ? 1 : 0;
            lost += had && !has ? 1 : 0;
        }
        return opened.isEmpty() && gained == 0 && lost == 0
                ? Optional.empty()
                : Optional.of(new OfVerb(verb, gained, lost, count(object, opened), count(object, closed)));
    }

    public List<OfField> fields(ObjectDefinition object) {
        List<OfField> changed = new ArrayList<>();
        for (Field<?> field : object.fields()) {
            if (!field.traits().is(Trait.SYSTEM)) {
                Map<List<FieldRight>, Integer> moves = new LinkedHashMap<>();
                for (Actor person : people) {
                    FieldRight from = before.right(person, object, field);
                    FieldRight to = after.right(person, object, field);
                    if (from != to) {
                        moves.merge(List.of(from, to), 1, Integer::sum);
                    }
                }
                moves.forEach((move, many) -> changed.add(new OfField(field, move.getFirst(), move.getLast(), many)));
            }
        }
        return changed;
    }

    private Page.@Nullable Count count(ObjectDefinition object, Set<Criterion> any) {
        Criterion criterion = Criterion.any(List.copyOf(any));
        try {
            return database.transactionResult(transaction -> {
                transaction.dsl().execute(PATIENCE);
                return new Pages(transaction.dsl())
                        .count(Selection.of(object, Visibility.EVERYTHING)
                                .where(criterion)
                                .counting(Selection.Counting.CAPPED));
            });
        } catch (DataAccessException e) {
            if (e.getCause() instanceof SQLException cause && CANCELED.equals(cause.getSQLState())) {
                return null;
            }
            throw e;
        }
    }
}
