package hengke.kernel.query;

import static hengke.kernel.query.Library.BOOK;
import static hengke.kernel.query.Library.BRANCH;
import static hengke.kernel.query.Library.LOAN;
import static hengke.kernel.query.Library.book;
import static hengke.kernel.query.Library.branch;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody may see of the books: nothing, everything, or some reasons that overlap. */
final class RandomVisibility {
    private final Random random;

    RandomVisibility(Random random) {
        this.random = random;
    }

    Visibility next() {
        return random.nextInt(6) == 0
                ? Visibility.EVERYTHING
                : Visibility.of(IntStream.range(0, random.nextInt(4))
                        .mapToObj(_ -> new Visibility.Reason(Message.of("query.limit"), criterion()))
                        .toList());
    }

    private Criterion criterion() {
        return switch (random.nextInt(6)) {
            case 0 -> Criterion.is(BOOK.keeper, user());
            case 1 ->
                Criterion.in(
                        BOOK.keeper,
                        Stream.of(user(), user(), user()).distinct().toList());
            case 2 -> new Criterion.Through(BOOK.branch, branch(), Criterion.in(BRANCH.head, List.of(user(), user())));
            case 3 -> new Criterion.Exists(loans(), Criterion.is(LOAN.clerk, user()));
            case 4 -> Criterion.any(Criterion.is(BOOK.genre, "novel"), Criterion.is(BOOK.department, user()));
            default -> Criterion.not(Criterion.present(BOOK.score));
        };
    }

    private static Catalog.Child loans() {
        return Library.CATALOG.children(book()).stream()
                .filter(child -> child.object().name().equals("loan"))
                .findFirst()
                .orElseThrow();
    }

    private long user() {
        return random.nextInt(1, Shelves.USERS + 1);
    }
}
