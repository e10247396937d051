package hengke.capability.approval.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word at a step, and those whose words come before or after it.
 *
 * @param person who is responsible
 * @param asked who is to give an opinion first, before it comes back to the person
 * @param by who has decided; another one where somebody acts for the person
 * @param why it was decided by the rules and not by somebody
 * @param form what the form looked like when it was decided
 * @param position the turn, where it goes in turn
 * @param addedBy the task by whose holder it was added
 * @param touched something other than a decision has happened to it
 */
public record Task(
        int id,
        long person,
        @Nullable Long asked,
        Word word,
        @Nullable Long by,
        @Nullable Why why,
        int form,
        int position,
        @Nullable Integer addedBy,
        boolean touched,
        List<Group> before,
        List<Group> after) {

    public Task {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Who holds the task of a step that only waits. */
    public static final long NOBODY = 0;

    /** What became of it. */
    public enum Word {
        OPEN,
        APPROVED,
        REJECTED,
        RETURNED,
        /** It did not matter any more. */
        DROPPED,
        /** It was taken out. */
        REMOVED
    }

    /** Why nobody decided and it was decided even so. */
    public enum Why {
        REPEATED,
        LATE,
        /** It was waited for. */
        ELAPSED
    }

    /** How a task, or the tasks of a group, come out. */
    enum Standing {
        PENDING,
        PASSED,
        FAILED,
        IGNORED
    }

    static Task of(int id, long person, int position, int form, @Nullable Integer addedBy) {
        return new Task(id, person, null, Word.OPEN, null, null, form, position, addedBy, false, List.of(), List.of());
    }

    /** Whose turn it is with this task. */
    public long holder() {
        return asked == null ? person : asked;
    }

    Task decided(Word decision, @Nullable Long decider, @Nullable Why reason, int now) {
        return new Task(id, person, null, decision, decider, reason, now, position, addedBy, touched, before, after);
    }

    Task moved(long to) {
        return new Task(id, to, null, word, by, why, form, position, addedBy, true, before, after);
    }

    Task asking(@Nullable Long other) {
        return new Task(id, person, other, word, by, why, form, position, addedBy, true, before, after);
    }

    Task with(List<Group> first, List<Group> then) {
        return new Task(id, person, asked, word, by, why, form, position, addedBy, true, first, then);
    }

    boolean in(Task.Word decision) {
        return word == decision;
    }

    Standing standing() {
        if (word == Word.REMOVED || word == Word.RETURNED) {
            return Standing.IGNORED;
        }
        if (word == Word.REJECTED || failed(before) || failed(after)) {
            return Standing.FAILED; // also where the task itself was dropped because of that
        }
        if (word == Word.DROPPED) {
            return Standing.IGNORED;
        }
        return word == Word.APPROVED && passed(before) && passed(after) ? Standing.PASSED : Standing.PENDING;
    }

    private static boolean failed(List<Group> groups) {
        return !groups.isEmpty() && groups.stream().anyMatch(group -> group.standing() == Standing.FAILED);
    }

    private static boolean passed(List<Group> groups) {
        return groups.isEmpty() || groups.stream().allMatch(group -> group.standing() == Standing.PASSED);
    }

    List<Group> groups() {
        List<Group> all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }

    /** The tasks that wait for somebody now, this one or those before or after it. */
    List<Task> live() {
        return switch (standing()) {
            case PENDING -> {
                if (!passed(before)) {
                    yield before.stream()
                            .flatMap(group -> group.live().stream())
                            .toList();
                }
                yield word == Word.OPEN
                        ? List.of(this)
                        : after.stream().flatMap(group -> group.live().stream()).toList();
            }
            case PASSED, FAILED, IGNORED -> List.of();
        };
    }

    /** This one and all before and after it. */
    List<Task> all() {
        if (before.isEmpty() && after.isEmpty()) {
            return List.of(this);
        }
        List<Task> all = new ArrayList<>();
        all.add(this);
        groups().forEach(group -> all.addAll(group.all()));
        return all;
    }

    /** Has nobody decided out of turn? */
    boolean orderly() {
        boolean early = !passed(before) && word == Word.APPROVED && why == null
                || word == Word.OPEN
                        && after.stream().flatMap(group -> group.all().stream()).anyMatch(Task::decidedBySomebody);
        return !early
                && before.stream().allMatch(Group::orderly)
                && after.stream().allMatch(Group::orderly);
    }

    boolean decidedBySomebody() {
        return by != null && (word == Word.APPROVED || word == Word.REJECTED);
    }

    boolean unfinished() {
        return word == Word.OPEN;
    }

    /** Does this person still have something to do with it? */
    boolean concerns(long other) {
        return unfinished() && (person == other || Objects.equals(asked, other));
    }

    /** Every task of the tree, from the leaves up. */
    Task map(UnaryOperator<Task> change) {
        return change.apply(within(group -> group.map(change)));
    }

    /** The same, with other groups before and after it. */
    Task within(UnaryOperator<Group> change) {
        return new Task(
                id,
                person,
                asked,
                word,
                by,
                why,
                form,
                position,
                addedBy,
                touched,
                before.isEmpty() ? before : before.stream().map(change).toList(),
                after.isEmpty() ? after : after.stream().map(change).toList());
    }
}
