package hengke.capability.prediction;

import hengke.kernel.learning.Model;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what the records of an object are foretold.
 *
 * @param learnt the model in use and its number; null: none is good enough yet
 * @param rates what stages tell instead
 * @param leftOut clues that administrators do not want to be looked at
 * @param version of what administrators say
 */
public record Serving(String object, @Nullable Learnt learnt, StageRates rates, Set<String> leftOut, long version) {
    public Serving {
        leftOut = Set.copyOf(leftOut);
    }

    /** A model and the number it is kept under. */
    public record Learnt(long id, Model model) {}

    static Serving nothing(String object) {
        return new Serving(object, null, StageRates.NONE, Set.of(), 0);
    }

    /** Does it say nothing of any record? */
    boolean silent() {
        return learnt == null && rates.stages().isEmpty();
    }
}
