package hengke.receivables;

import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.receivables.Proposals.Part;
import hengke.receivables.Proposals.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which of the terms that are open an amount pays most likely: of the bill that is named, by the amount, else the oldest. */
final class LikelyTerms {
    /** Among more terms no sums are looked for. */
    private static final int MOST_ADDED = 12;

    private LikelyTerms() {}

    /** @param sure is there no other way to understand it? */
    record Found(List<Part> parts, Message reason, boolean sure) {}

    /**
     * @param open the earliest first
     * @param named the bills the payer has written of
     */
    static Found of(BigDecimal amount, List<Term> open, Set<Link> named) {
        List<Term> ofNamed =
                open.stream().filter(term -> named.contains(term.bill())).toList();
        List<Term> pool = ofNamed.isEmpty() ? open : ofNamed;
        if (pool.isEmpty()) {
            return new Found(List.of(), Message.of("receivables.asCredit"), false);
        }
        List<Term> equal =
                pool.stream().filter(term -> term.open().compareTo(amount) == 0).toList();
        if (!equal.isEmpty()) {
            return new Found(
                    List.of(new Part(equal.getFirst(), amount)),
                    Message.of("receivables.sameAmount", equal.getFirst().name()),
                    ofOneBill(equal));
        }
        List<List<Term>> sums = sums(amount, pool);
        if (!sums.isEmpty()) {
            return new Found(
                    whole(sums.getFirst()),
                    Message.of("receivables.sameSum", sums.getFirst().size()),
                    sums.size() == 1);
        }
        List<Part> oldest = oldest(amount, pool);
        BigDecimal paid = oldest.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!ofNamed.isEmpty()) {
            return new Found(oldest, Message.of("receivables.ofNamed"), paid.compareTo(amount) == 0);
        }
        return new Found(oldest, Message.of("receivables.oldestFirst"), false);
    }

    private static boolean ofOneBill(List<Term> terms) {
        return terms.stream().map(Term::bill).distinct().count() == 1;
    }

    /** The first ones in order that come to it; or else, among few, whichever two or three do. */
    private static List<List<Term>> sums(BigDecimal amount, List<Term> pool) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int count = 0; count < pool.size() && sum.compareTo(amount) < 0; count++) {
            sum = sum.add(pool.get(count).open());
            if (sum.compareTo(amount) == 0) {
                return List.of(pool.subList(0, count + 1));
            }
        }
        List<List<Term>> found = new ArrayList<>();
        if (pool.size() <= MOST_ADDED) {
            for (int i = 0; i < pool.size(); i++) {
                for (int j = i + 1; j < pool.size(); j++) {
                    add(found, amount, List.of(pool.get(i), pool.get(j)));
                    for (int k = j + 1; k < pool.size(); k++) {
                        add(found, amount, List.of(pool.get(i), pool.get(j), pool.get(k)));
                    }
                }
            }
        }
        return found;
    }

    private static void add(List<List<Term>> found, BigDecimal amount, List<Term> terms) {
        if (terms.stream()
                        .map(Term::open)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(amount)
                == 0) {
            found.add(terms);
        }
    }

    private static List<Part> whole(List<Term> terms) {
        return terms.stream().map(term -> new Part(term, term.open())).toList();
    }

    private static List<Part> oldest(BigDecimal amount, List<Term> pool) {
        List<Part> parts = new ArrayList<>();
        BigDecimal rest = amount;
        for (Term term : pool) {
            BigDecimal part = rest.min(term.open());
            if (part.signum() > 0) {
                parts.add(new Part(term, part));
                rest = rest.subtract(part);
            }
        }
        return parts;
    }
}
