package hengke.capability.approval.flow;

import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.Task.Word;
import java.util.Objects;
import java.util.Optional;

/** What somebody leaves behind at a step goes to somebody else, who is then asked once. */
final class HandedOver {
    private HandedOver() {}

    static Run of(Run run, long from, long to) {
        Run moved = run;
        while (true) {
            Optional<Task> next = moved.asked().all().stream()
                    .filter(task -> task.concerns(from))
                    .findFirst();
            if (next.isEmpty()) {
                return moved;
            }
            moved = moved.with(one(moved.asked(), next.get(), from, to));
        }
    }

    private static Group one(Group asked, Task task, long from, long to) {
        boolean there = asked.all().stream().anyMatch(each -> each.id() != task.id() && each.concerns(to));
        if (Objects.equals(task.asked(), from)) {
            boolean back = there || task.concerns(to);
            return asked.map(each -> each.id() == task.id() ? each.asking(back ? null : to) : each);
        }
        boolean inside = task.all().stream().anyMatch(each -> each.id() != task.id() && each.concerns(to));
        if (inside) {
            Group without = asked.map(
                    each -> each.id() != task.id() && inside(task, each) && each.concerns(to) ? without(each) : each);
            return without.map(each -> each.id() == task.id() ? each.moved(to) : each);
        }
        return asked.map(each -> each.id() != task.id() ? each : there ? without(each) : each.moved(to));
    }

    private static boolean inside(Task task, Task other) {
        return task.all().stream().anyMatch(each -> each.id() == other.id());
    }

    private static Task without(Task task) {
        return task.map(each -> each.unfinished() ? each.decided(Word.REMOVED, null, null, each.form()) : each);
    }
}
