package hengke.capability.pipeline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way from the first contact to a win.
 *
 * @param key the option of the record's field that names it
 * @param stages the open ones, in order; a record that is won or lost has left them
 */
public record Pipeline(String key, List<Stage> stages) {
    static final int MOST_DAYS = 3_650;

    private static final BigDecimal CERTAIN = new BigDecimal(100);

    public Pipeline {
        stages = List.copyOf(stages);
    }

    /**
     * One step of the way.
     *
     * @param key the option of the record's field that names it
     * @param rate how many of a hundred that come so far are won
     * @param rottingDays so many days without a contact are too many; null: no limit
     */
    public record Stage(
            String key, BigDecimal rate, @Nullable Integer rottingDays) {}

    public static Stage stage(String key, int rate, @Nullable Integer rottingDays) {
        return new Stage(key, BigDecimal.valueOf(rate), rottingDays);
    }

    Optional<Stage> find(@Nullable String stage) {
        return stages.stream().filter(each -> each.key().equals(stage)).findFirst();
    }

    /** May a record of this pipeline stand there? */
    boolean has(@Nullable String stage) {
        return Pipelined.WON.equals(stage)
                || Pipelined.LOST.equals(stage)
                || find(stage).isPresent();
    }

    /** How many of a hundred that come to this stage are won. */
    BigDecimal rate(String stage) {
        return switch (stage) {
            case Pipelined.WON -> CERTAIN;
            case Pipelined.LOST -> BigDecimal.ZERO;
            default -> find(stage).map(Stage::rate).orElse(BigDecimal.ZERO);
        };
    }
}
