package hengke.capability.approval.flow;

import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.Task.Standing;
import hengke.capability.approval.flow.Task.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Those who are asked about one thing, and how their words count.
 *
 * @param ratio how many of a hundred must agree, where the mode is a ratio
 */
public record Group(Mode mode, int ratio, List<Task> tasks) {
    public Group {
        tasks = List.copyOf(tasks);
    }

    Standing standing() {
        int of = 0;
        int passed = 0;
        int failed = 0;
        for (Task task : tasks) {
            switch (task.standing()) {
                case PASSED -> passed++;
                case FAILED -> failed++;
                case PENDING -> {}
                case IGNORED -> of--;
            }
            of++;
        }
        boolean agreed = switch (mode) {
            case ALL, IN_TURN -> passed == of;
            case ANY, ONE -> passed > 0 || of == 0;
            case RATIO -> passed * 100 >= ratio * of;
        };
        boolean refused = switch (mode) {
            case ALL, IN_TURN, ANY, ONE -> failed > 0;
            case RATIO -> (of - failed) * 100 < ratio * of;
        };
        return agreed ? Standing.PASSED : refused ? Standing.FAILED : Standing.PENDING;
    }

    /** The tasks that wait for somebody now. */
    public List<Task> live() {
        if (standing() != Standing.PENDING) {
            return List.of();
        }
        int turn = mode == Mode.IN_TURN ? turn() : 0;
        List<Task> live = new ArrayList<>();
        for (Task task : tasks) {
            if (mode != Mode.IN_TURN || task.position() == turn) {
                live.addAll(task.live());
            }
        }
        return live;
    }

    /** Whose turn it is. */
    private int turn() {
        return tasks.stream()
                .filter(task -> task.standing() == Standing.PENDING)
                .mapToInt(Task::position)
                .min()
                .orElse(0);
    }

    /** Every task, those before and after others too. */
    public List<Task> all() {
        List<Task> all = new ArrayList<>();
        tasks.forEach(task -> all.addAll(task.all()));
        return all;
    }

    boolean orderly() {
        int turn = mode == Mode.IN_TURN ? turn() : 0;
        boolean early = mode == Mode.IN_TURN
                && standing() == Standing.PENDING
                && tasks.stream()
                        .filter(task -> task.position() > turn)
                        .flatMap(task -> task.all().stream())
                        .anyMatch(Task::decidedBySomebody);
        return !early && tasks.stream().allMatch(Task::orderly);
    }

    Group map(UnaryOperator<Task> change) {
        return new Group(
                mode, ratio, tasks.stream().map(task -> task.map(change)).toList());
    }

    Group with(Task task) {
        List<Task> more = new ArrayList<>(tasks);
        more.add(task);
        return new Group(mode, ratio, more);
    }

    /** The same, with this one beside another, wherever that stands. */
    Group beside(int other, Task added) {
        Group inner = each(task -> task.within(group -> group.beside(other, added)));
        return tasks.stream().anyMatch(task -> task.id() == other) ? inner.with(added) : inner;
    }

    /** What does not matter any more is dropped, wherever a group has come out. */
    Group settled() {
        return standing() == Standing.PENDING
                ? each(task ->
                        task.standing() == Standing.PENDING ? task.within(Group::settled) : task.map(Group::dropped))
                : map(Group::dropped);
    }

    private Group each(UnaryOperator<Task> change) {
        return new Group(mode, ratio, tasks.stream().map(change).toList());
    }

    private static Task dropped(Task task) {
        return task.in(Word.OPEN) ? task.decided(Word.DROPPED, null, null, task.form()) : task;
    }
}
