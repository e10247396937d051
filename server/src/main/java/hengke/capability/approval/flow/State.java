package hengke.capability.approval.flow;

import hengke.capability.approval.flow.Task.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one approval is; all of it.
 *
 * @param form counts the changes of the record since it was submitted
 * @param runs every time a step was reached, oldest first
 * @param forks where several ways are being gone at once
 * @param resume where it goes on once whoever asked submits it again; null for the beginning
 * @param chosen whom the one who asked, or agreed before, has named, by step
 * @param successors who has come in whose place
 * @param lastId the last number that was given to a run or task
 */
public record State(
        Status status,
        long starter,
        int form,
        List<Run> runs,
        List<Fork> forks,
        @Nullable Resume resume,
        Map<String, List<Long>> chosen,
        Map<Long, Long> successors,
        int lastId,
        @Nullable Instant urgedAt) {

    public State {
        runs = List.copyOf(runs);
        forks = List.copyOf(forks);
        chosen = Map.copyOf(chosen);
        successors = Map.copyOf(successors);
    }

    /** How far it is as a whole. */
    public enum Status {
        RUNNING,
        /** It lies with whoever asked. */
        RETURNED,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        TERMINATED,
        /** It was approved, and that was taken back. */
        REVOKED;

        public boolean over() {
            return this != RUNNING && this != RETURNED;
        }
    }

    /**
     * A step was reached.
     *
     * @param round how many times this step was reached
     * @param returned it was reached by a return
     * @param resume where it goes on afterwards; null for the next step
     */
    public record Run(
            int id,
            String node,
            int round,
            End end,
            boolean returned,
            @Nullable Resume resume,
            @Nullable Auto auto,
            Group asked) {
        Run ended(End how) {
            return new Run(id, node, round, how, returned, resume, auto, asked);
        }

        Run with(Group group) {
            return new Run(id, node, round, end, returned, resume, auto, group);
        }

        public boolean open() {
            return end == End.OPEN;
        }

        /** Has somebody agreed here, and not the rules? */
        public boolean decided() {
            return asked.all().stream().anyMatch(Task::decidedBySomebody);
        }

        boolean untouched() {
            return asked.all().stream().noneMatch(task -> task.touched() || task.decidedBySomebody());
        }
    }

    /** How a run has ended. */
    public enum End {
        OPEN,
        PASSED,
        REJECTED,
        RETURNED,
        /** It did not matter any more. */
        CANCELLED,
        /** It had passed, and that does not count any more. */
        UNDONE
    }

    /** Why a step has ended without anybody. */
    public enum Auto {
        NOBODY,
        SELF,
        REPEATED,
        /** Only where it is foretold: whoever agrees before will name somebody. */
        LATER
    }

    /** Several ways that are being gone at once; those that have not come to their end. */
    public record Fork(String node, Set<Integer> pending) {
        public Fork {
            pending = Set.copyOf(pending);
        }
    }

    /** Where an approval goes on directly after a return. */
    public record Resume(List<Point> points, List<Fork> forks) {
        public Resume {
            points = List.copyOf(points);
            forks = List.copyOf(forks);
        }
    }

    /** A step that is asked again, and where it goes on then. */
    public record Point(String node, @Nullable Resume then) {}

    State with(Status next, @Nullable Resume then) {
        return new State(next, starter, form, runs, forks, then, chosen, successors, lastId, urgedAt);
    }

    State with(List<Run> all, int last) {
        return new State(status, starter, form, all, forks, resume, chosen, successors, last, urgedAt);
    }

    State with(List<Fork> open) {
        return new State(status, starter, form, runs, open, resume, chosen, successors, lastId, urgedAt);
    }

    /** Its form is another one from now on. */
    State reformed() {
        return new State(status, starter, form + 1, runs, forks, resume, chosen, successors, lastId, urgedAt);
    }

    /** From now on these are named for a step. */
    State naming(String node, List<Long> people) {
        Map<String, List<Long>> named = new HashMap<>(chosen);
        named.put(node, people);
        return new State(status, starter, form, runs, forks, resume, named, successors, lastId, urgedAt);
    }

    State urged(Instant at) {
        return new State(status, starter, form, runs, forks, resume, chosen, successors, lastId, at);
    }

    State with(Map<Long, Long> others) {
        return new State(status, starter, form, runs, forks, resume, chosen, others, lastId, urgedAt);
    }

    /** All tasks that wait for somebody now, with their runs. */
    public List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        for (Run run : runs) {
            if (run.open()) {
                run.asked().live().forEach(task -> waiting.add(new Waiting(run, task)));
            }
        }
        return waiting;
    }

    /** A task that waits for somebody. */
    public record Waiting(Run run, Task task) {}

    /** A task, with its run, whether it waits or not. */
    public Optional<Waiting> task(int id) {
        return runs.stream()
                .flatMap(run -> run.asked().all().stream()
                        .filter(task -> task.id() == id)
                        .map(task -> new Waiting(run, task)))
                .findFirst();
    }

    /** Has anybody said a word? */
    public boolean begun() {
        return runs.stream()
                .flatMap(run -> run.asked().all().stream())
                .anyMatch(task -> task.decidedBySomebody() || task.in(Word.RETURNED));
    }
}
