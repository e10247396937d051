package hengke.kernel.text.value;

import hengke.kernel.text.value.Identity.Kind;
import hengke.kernel.text.value.Identity.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely two records are the same thing, from 0 to 1, and by which of their fields. What speaks for it adds up, as
 * independent signs do: 1 − Π(1 − sign). Two different credit codes are two companies, whatever else agrees.
 *
 * @param reasons the signs, strongest first
 */
public record Likeness(double score, List<Reason> reasons) {
    private static final Likeness NONE = new Likeness(0, List.of());
    private static final double SAME_CODE = 0.99;
    private static final double CODE_WITH_A_SLIP = 0.7;
    private static final double SAME_PERSONAL_CONTACT = 0.9;
    private static final double SAME_SHARED_CONTACT = 0.6;
    private static final double SAME_PERSON_NAME = 0.5;
    /** What is left of the likeness of two names when the records lie in different places. */
    private static final double ELSEWHERE = 0.85;
    /** What is left of a shared number when the people are called otherwise. */
    private static final double ANOTHER_PERSON = 0.85;

    /** A sign that two records are the same. */
    public record Reason(String field, double weight) {}

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    /** Compares two records; the order does not matter. */
    public static Likeness of(Identity one, Identity other) {
        List<Reason> reasons = new ArrayList<>();
        boolean people = one.marks().stream().anyMatch(mark -> mark.kind() == Kind.PERSON);
        double doubt = 1;
        for (Mark mark : one.marks()) {
            for (Mark its : other.marks()) {
                if (!mark.field().equals(its.field())) {
                    continue;
                }
                if (otherwiseRegistered(mark, its)) {
                    return NONE;
                }
                if (mark.kind() == Kind.PERSON && !samePerson(mark.value(), its.value())) {
                    doubt = ANOTHER_PERSON;
                }
                double weight = weight(one, other, mark, its, people);
                if (weight > 0) {
                    reasons.add(new Reason(mark.field(), weight));
                }
            }
        }
        double against = 1;
        for (Reason reason : reasons) {
            against *= 1 - reason.weight();
        }
        reasons.sort((first, second) -> Double.compare(second.weight(), first.weight()));
        return reasons.isEmpty() ? NONE : new Likeness((1 - against) * doubt, reasons);
    }

    /** Two codes that no slip explains. */
    private static boolean otherwiseRegistered(Mark mark, Mark its) {
        return mark.kind() == Kind.CODE
                && CreditCode.looksLikeOne(mark.value())
                && CreditCode.looksLikeOne(its.value())
                && !mark.value().equals(its.value())
                && !CreditCode.nearly(mark.value(), its.value());
    }

    private static double weight(Identity one, Identity other, Mark mark, Mark its, boolean people) {
        boolean same = mark.value().equals(its.value());
        return switch (mark.kind()) {
            case COMPANY -> names(one, other, mark, its);
            case PERSON -> same ? SAME_PERSON_NAME : 0;
            case PHONE ->
                !same ? 0 : people && ContactKeys.isMobile(mark.value()) ? SAME_PERSONAL_CONTACT : SAME_SHARED_CONTACT;
            case EMAIL -> !same ? 0 : people ? SAME_PERSONAL_CONTACT : SAME_SHARED_CONTACT;
            case CODE ->
                same
                        ? SAME_CODE
                        : CreditCode.looksLikeOne(mark.value()) && CreditCode.looksLikeOne(its.value())
                                ? CODE_WITH_A_SLIP
                                : 0;
        };
    }

    private static double names(Identity one, Identity other, Mark mark, Mark its) {
        if (mark.company() == null || its.company() == null) {
            return 0;
        }
        double likeness = mark.company().likeness(its.company());
        return Places.apart(one.region(), other.region()) ? likeness * ELSEWHERE : likeness;
    }

    /** 王先生 may be 王磊; 李磊 is not. */
    private static boolean samePerson(String one, String other) {
        return one.charAt(0) == other.charAt(0);
    }
}
