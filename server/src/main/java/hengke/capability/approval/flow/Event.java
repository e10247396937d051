package hengke.capability.approval.flow;

import java.util.List;

/** What follows from an action, in its order. */
public sealed interface Event {
    /** Somebody is asked. */
    record Asked(String node, int task, long person) implements Event {}

    /** Somebody need not answer any more. */
    record Dropped(String node, int task, long person) implements Event {}

    /** These are told. */
    record Copied(String node, List<Long> people) implements Event {
        public Copied {
            people = List.copyOf(people);
        }
    }

    /** A step has ended without anybody. */
    record Passed(String node, State.Auto why) implements Event {}

    /** These are asked once more. */
    record Urged(List<Long> people) implements Event {
        public Urged {
            people = List.copyOf(people);
        }
    }

    /** One task has waited too long, and is to be told so. */
    record Reminded(int task, long person) implements Event {}

    /** It is over, or lies with whoever asked, or runs again. */
    record Became(State.Status status) implements Event {}
}
