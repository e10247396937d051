package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.stream.Stream;

/** Which records of an object somebody may see; produced by access. */
public sealed interface Visibility {
    Visibility EVERYTHING = new Everything();
    Visibility NOTHING = new Nothing();

    /** All records. */
    record Everything() implements Visibility {}

    /** No record. */
    record Nothing() implements Visibility {}

    /** The union of what each reason gives. */
    record Reasons(List<Reason> reasons) implements Visibility {
        public Reasons {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why a record may be seen.
     *
     * @param name in a person's words: own, shared with me, in my pool
     */
    record Reason(Message name, Criterion criterion) {}

    /** The union; no reason at all is nothing. */
    static Visibility of(List<Reason> reasons) {
        return reasons.isEmpty() ? NOTHING : new Reasons(reasons);
    }

    /** The same as one condition, where it does not matter how fast it is found. */
    default Criterion criterion() {
        return Criterion.any(branches());
    }

    /** The alternatives of which each can be found by an index of its own. */
    default List<Criterion> branches() {
        return switch (this) {
            case Everything _ -> List.of(Criterion.ALWAYS);
            case Nothing _ -> List.of();
            case Reasons(List<Reason> reasons) ->
                reasons.stream()
                        .flatMap(reason -> alternatives(reason.criterion()))
                        .distinct()
                        .toList();
        };
    }

    /** What may be seen because the record it lives within may be: one reason for each of the parent's. */
    default Visibility through(Field<?> reference, ObjectDefinition parent, Message name) {
        return switch (this) {
            case Nothing _ -> NOTHING;
            case Everything _ ->
                of(List.of(new Reason(name, new Criterion.Through(reference, parent, Criterion.ALWAYS))));
            case Reasons(List<Reason> reasons) ->
                of(reasons.stream()
                        .map(reason -> new Reason(name, new Criterion.Through(reference, parent, reason.criterion())))
                        .toList());
        };
    }

    private static Stream<Criterion> alternatives(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Or(List<Criterion> terms) -> terms.stream().flatMap(Visibility::alternatives);
            case Criterion.Never _ -> Stream.of();
            default -> Stream.of(criterion);
        };
    }
}
