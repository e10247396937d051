package hengke.capability.approval.flow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Notes down what the world has answered, so that the log of an approval alone leads to its state again. */
public final class RecordedWorld implements World {
    private final @Nullable World world;
    private final Deque<List<String>> replayed;
    private final List<List<String>> answers = new ArrayList<>();

    public RecordedWorld(World world) {
        this(world, List.of());
    }

    private RecordedWorld(@Nullable World world, List<List<String>> replayed) {
        this.world = world;
        this.replayed = new ArrayDeque<>(replayed);
    }

    /** Answers what was answered before, in the same order. */
    public static RecordedWorld replaying(List<List<String>> answers) {
        return new RecordedWorld(null, answers);
    }

    /** What was answered so far. */
    public List<List<String>> answers() {
        return Collections.unmodifiableList(answers);
    }

    /** What was answered after so many answers is not needed: it was refused. */
    public void forget(int from) {
        answers.subList(from, answers.size()).clear();
    }

    private List<String> answer(Supplier<List<String>> ask) {
        List<String> answer = world == null ? replayed.pop() : ask.get();
        answers.add(answer);
        return answer;
    }

    private World world() {
        if (world == null) {
            throw new IllegalStateException("nothing is asked while it is replayed");
        }
        return world;
    }

    private boolean flag(Supplier<Boolean> ask) {
        return Boolean.parseBoolean(
                answer(() -> List.of(String.valueOf(ask.get()))).getFirst());
    }

    private List<Long> ids(Supplier<List<Long>> ask) {
        return answer(() -> ask.get().stream().map(String::valueOf).toList()).stream()
                .map(Long::valueOf)
                .toList();
    }

    private Optional<Long> id(Supplier<Optional<Long>> ask) {
        return ids(() -> ask.get().stream().toList()).stream().findFirst();
    }

    @Override
    public boolean holds(JsonNode condition) {
        return flag(() -> world().holds(condition));
    }

    @Override
    public List<Long> people(long starter, Approvers approvers) {
        return ids(() -> world().people(starter, approvers));
    }

    @Override
    public boolean active(long person) {
        return flag(() -> world().active(person));
    }

    @Override
    public Optional<Long> superior(long person) {
        return id(() -> world().superior(person));
    }

    @Override
    public Optional<Long> head(long person) {
        return id(() -> world().head(person));
    }

    @Override
    public List<Long> administrators() {
        return ids(() -> world().administrators());
    }

    @Override
    public boolean administers(long person) {
        return flag(() -> world().administers(person));
    }

    @Override
    public boolean actsFor(long person, long other) {
        return flag(() -> world().actsFor(person, other));
    }

    @Override
    public int lot(int below) {
        return Integer.parseInt(
                answer(() -> List.of(String.valueOf(world().lot(below)))).getFirst());
    }

    @Override
    public Instant now() {
        return Instant.parse(answer(() -> List.of(world().now().toString())).getFirst());
    }
}
