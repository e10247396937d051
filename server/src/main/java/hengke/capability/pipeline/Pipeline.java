package hengke.capability.pipeline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param tasks what there is to do in it, in order
     * @param category how far one counts on what stands in it
     */
    public record Stage(
            String key, BigDecimal rate, @Nullable Integer rottingDays, List<Task> tasks, Category category) {
        /** Pipelines that a company laid over the shipped ones before there were tasks or categories have none. */
        public Stage {
            tasks = List.copyOf(Objects.requireNonNullElse(tasks, List.of()));
            category = Objects.requireNonNullElseGet(category, () -> Category.of(rate));
        }
    }

    /**
     * Something to do while a record stands in a stage.
     *
     * @param key the option of {@link Pipelined#TASKS_DONE} that names it
     * @param required without it the record does not go on
     */
    public record Task(String key, boolean required) {}

    /** A stage with tasks that one may leave undone. */
    public static Stage stage(String key, int rate, @Nullable Integer rottingDays, String... tasks) {
        return new Stage(
                key,
                BigDecimal.valueOf(rate),
                rottingDays,
                Stream.of(tasks).map(task -> new Task(task, false)).toList(),
                Category.of(BigDecimal.valueOf(rate)));
    }

    /** The place of an open stage, counted from 0; what is won is past all of them; absent: lost, or not of this one. */
    Optional<Integer> place(@Nullable String stage) {
        if (Pipelined.WON.equals(stage)) {
            return Optional.of(stages.size());
        }
        return find(stage).map(stages::indexOf);
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

    /** How far one counts on what comes to this stage; absent where it ends. */
    Optional<Category> category(@Nullable String stage) {
        return find(stage).map(Stage::category);
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
