package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.Collection;
import java.util.List;

/**
 * A condition on the records of one object that is known to make sense: fields that exist, values of their type. It
 * is either true or false for a record, never unknown, so {@link Not} is the plain complement; SQL and memory agree.
 */
public sealed interface Criterion {
    Criterion ALWAYS = new Always();
    Criterion NEVER = new Never();

    /** True for every record. */
    record Always() implements Criterion {}

    /** True for no record. */
    record Never() implements Criterion {}

    /** All of these. */
    record And(List<Criterion> terms) implements Criterion {
        public And {
            terms = several(terms);
        }
    }

    /** At least one of these. */
    record Or(List<Criterion> terms) implements Criterion {
        public Or {
            terms = several(terms);
        }
    }

    /** The complement. */
    record Not(Criterion term) implements Criterion {}

    /** The record's own value satisfies the check. */
    record Test(Field<?> field, Check check) implements Criterion {}

    /** The reference, link or list of references points at a living record of the target that meets the condition. */
    record Through(Field<?> reference, ObjectDefinition target, Criterion where) implements Criterion {}

    /** A living child record meets the condition. */
    record Exists(Catalog.Child child, Criterion where) implements Criterion {}

    /**
     * By this reference to records of its own object, the record lies under another one, however far below.
     *
     * @param top the one above; records it is not under are never found, nor is itself
     * @param where what has to hold of every record on the way up, the top one included
     */
    record Under(Field<?> reference, ObjectDefinition object, long top, Criterion where) implements Criterion {}

    /** Something another kernel package knows about a record from its own tables, e.g. that it was shared with me. */
    record Known(Fact fact) implements Criterion {}

    static Criterion all(List<Criterion> terms) {
        List<Criterion> needed =
                terms.stream().filter(term -> !(term instanceof Always)).toList();
        if (needed.contains(NEVER)) {
            return NEVER;
        }
        return switch (needed.size()) {
            case 0 -> ALWAYS;
            case 1 -> needed.getFirst();
            default -> new And(needed);
        };
    }

    static Criterion all(Criterion... terms) {
        return all(List.of(terms));
    }

    static Criterion any(List<Criterion> terms) {
        List<Criterion> needed =
                terms.stream().filter(term -> !(term instanceof Never)).toList();
        if (needed.contains(ALWAYS)) {
            return ALWAYS;
        }
        return switch (needed.size()) {
            case 0 -> NEVER;
            case 1 -> needed.getFirst();
            default -> new Or(needed);
        };
    }

    static Criterion any(Criterion... terms) {
        return any(List.of(terms));
    }

    static Criterion not(Criterion term) {
        return switch (term) {
            case Always _ -> NEVER;
            case Never _ -> ALWAYS;
            case Not(Criterion inner) -> inner;
            default -> new Not(term);
        };
    }

    /** The field holds this value. */
    static Criterion is(Field<?> field, Object value) {
        return new Test(field, new Check.OneOf(List.of(value)));
    }

    /** The field holds one of these values. */
    static Criterion in(Field<?> field, Collection<?> values) {
        return values.isEmpty() ? NEVER : new Test(field, new Check.OneOf(List.copyOf(values)));
    }

    /** The field holds a value. */
    static Criterion present(Field<?> field) {
        return new Test(field, new Check.Present());
    }

    private static List<Criterion> several(List<Criterion> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("an empty list of conditions means nothing");
        }
        return List.copyOf(terms);
    }
}
