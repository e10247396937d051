package hengke.capability.forecast;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a person: his own word, and beside it what somebody above him says instead. The adjustment counts
 * where there is one; it never takes the place of his word.
 *
 * @param own the newest, also when it takes back the one before
 */
public record Said(@Nullable Submission own, @Nullable Submission adjustment) {
    public static final Said NOTHING = new Said(null, null);

    /** What counts. */
    public Optional<Submission> counts() {
        return Stream.of(Optional.ofNullable(adjustment), Optional.ofNullable(own))
                .flatMap(Optional::stream)
                .filter(Submission::stands)
                .findFirst();
    }

    /**
     * What is said of several people together.
     *
     * @param people of how many something is said
     */
    public record Together(BigDecimal committed, BigDecimal best, int people) {
        static Together of(Collection<Said> all) {
            BigDecimal committed = BigDecimal.ZERO;
            BigDecimal best = BigDecimal.ZERO;
            int people = 0;
            for (Said said : all) {
                Submission counts = said.counts().orElse(null);
                if (counts != null) {
                    committed = committed.add(Objects.requireNonNull(counts.committed()));
                    best = best.add(Objects.requireNonNull(counts.best()));
                    people++;
                }
            }
            return new Together(committed, best, people);
        }
    }
}
