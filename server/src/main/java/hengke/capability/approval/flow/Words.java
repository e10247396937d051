package hengke.capability.approval.flow;

import hengke.capability.approval.flow.Action.AddSigners;
import hengke.capability.approval.flow.Action.Where;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.Node.Self;
import hengke.capability.approval.flow.State.End;
import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.State.Status;
import hengke.capability.approval.flow.State.Waiting;
import hengke.capability.approval.flow.Task.Why;
import hengke.capability.approval.flow.Task.Word;
import hengke.capability.flow.Tree;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done with one task: by its holder, by whoever acts for them, or by the time. */
final class Words {
    private final Tree<Node> tree;
    private final World world;

    Words(Tree<Node> tree, World world) {
        this.tree = tree;
        this.world = world;
    }

    void act(Walk walk, Action.OfTask action) {
        Waiting at = walk.state().task(action.task()).orElseThrow(() -> Engine.refused("noTask"));
        Engine.require(at.task().person() != Task.NOBODY || action instanceof Action.TimeOut, "notYours");
        switch (action) {
            case Action.Amend amend -> amend(walk, live(walk, at), amend);
            case Action.Approve approve -> {
                Waiting live = live(walk, at);
                walk.agreed(approve.chosen());
                say(walk, live, approve.by(), Word.APPROVED);
            }
            case Action.Reject reject -> say(walk, live(walk, at), reject.by(), Word.REJECTED);
            case Action.Return back -> back(walk, live(walk, at), back);
            case Action.Transfer transfer -> {
                Waiting live = live(walk, at);
                Engine.require(
                        mine(walk.state(), at.task(), transfer.by()) || world.administers(transfer.by()), "notYours");
                free(walk.state(), live.run(), transfer.to(), at.task());
                walk.weigh(changed(at, task -> task.moved(transfer.to())));
            }
            case Action.Delegate delegate -> {
                owns(walk, live(walk, at), delegate.by());
                free(walk.state(), at.run(), delegate.to(), null);
                walk.weigh(changed(at, task -> task.asking(delegate.to())));
            }
            case AddSigners add -> add(walk, live(walk, at), add);
            case Action.RemoveSigner remove -> remove(walk, at, remove.by());
            case Action.TakeBack takeBack -> takeBack(walk, at, takeBack.by());
            case Action.TimeOut _ -> timeOut(walk, live(walk, at));
        }
    }

    /** It must be its turn. */
    private static Waiting live(Walk walk, Waiting at) {
        Engine.require(
                walk.state().waiting().stream()
                        .anyMatch(waiting -> waiting.task().id() == at.task().id()),
                "notItsTurn");
        return at;
    }

    private boolean mine(State state, Task task, long by) {
        return task.holder() == by || by != state.starter() && world.actsFor(by, task.holder());
    }

    /** Whoever only gives an opinion may not give it away. */
    private void owns(Walk walk, Waiting at, long by) {
        Engine.require(mine(walk.state(), at.task(), by), "notYours");
        Engine.require(at.task().asked() == null, "onlyOpinion");
    }

    /** May this person come in? Not one who has gone, is already here, or would approve what they ask for. */
    private void free(State state, Run run, long person, @Nullable Task apart) {
        Engine.require(world.active(person), "gone");
        Engine.require(person != state.starter() || node(run).self() == Self.ALLOW, "selfApproval");
        Engine.require(
                run.asked().all().stream()
                        .filter(task -> apart == null || task.id() != apart.id() || task.person() == person)
                        .noneMatch(task -> task.concerns(person)),
                "alreadyAsked");
    }

    Node.Ask node(Run run) {
        return (Node.Ask) tree.place(run.node()).node();
    }

    private static Run changed(Waiting at, UnaryOperator<Task> change) {
        return at.run().with(at.run().asked().map(task -> task.id() == at.task().id() ? change.apply(task) : task));
    }

    private void say(Walk walk, Waiting at, long by, Word word) {
        Engine.require(mine(walk.state(), at.task(), by), "notYours");
        int form = walk.state().form();
        walk.weigh(changed(at, task -> task.asked() != null ? task.asking(null) : task.decided(word, by, null, form)));
    }

    /** What was agreed before was agreed of another form; whoever gives an opinion leaves it as it is. */
    private void amend(Walk walk, Waiting at, Action.Amend amend) {
        owns(walk, at, amend.by());
        List<FieldError> closed = amend.fields().stream()
                .filter(field -> !node(at.run()).edits().contains(field))
                .map(field -> FieldError.of(field, Message.of("approval.notAmendable")))
                .toList();
        if (!closed.isEmpty()) {
            throw new Refusal.Invalid(closed);
        }
        walk.changed();
        walk.replace(changed(at, task -> task.with(task.before(), task.after())));
    }

    private void back(Walk walk, Waiting at, Action.Return back) {
        owns(walk, at, back.by());
        Engine.require(
                back.to().equals(Node.START)
                        || new Back(walk, tree).targets(at.run()).contains(back.to()),
                "notPassed");
        int form = walk.state().form();
        Run returned = changed(at, task -> task.decided(Word.RETURNED, back.by(), null, form))
                .ended(End.RETURNED);
        returned = returned.with(
                returned.asked().map(task -> task.in(Word.OPEN) ? task.decided(Word.DROPPED, null, null, form) : task));
        walk.replace(returned);
        new Back(walk, tree).to(returned, back.to(), back.directly());
    }

    private void add(Walk walk, Waiting at, AddSigners add) {
        owns(walk, at, add.by());
        List<Long> people = add.people().stream().distinct().toList();
        Engine.require(!people.isEmpty(), "nobodyAdded");
        people.forEach(person -> free(walk.state(), at.run(), person, null));
        int first = walk.newIds(people.size());
        int form = walk.state().form();
        List<Task> added = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            int position = add.where() == Where.TOGETHER ? at.task().position() : i;
            added.add(
                    Task.of(first + i, people.get(i), position, form, at.task().id()));
        }
        Run run = at.run();
        if (add.where() == Where.TOGETHER) {
            Group asked =
                    changed(at, task -> task.with(task.before(), task.after())).asked();
            for (Task task : added) {
                asked = asked.beside(at.task().id(), task);
            }
            run = run.with(asked);
        } else {
            Engine.require(Set.of(Mode.ALL, Mode.ANY, Mode.IN_TURN).contains(add.mode()), "mode");
            Group group = new Group(add.mode(), 100, added);
            run = changed(
                    at,
                    task -> add.where() == Where.BEFORE
                            ? task.with(and(task.before(), group), task.after())
                            : task.with(task.before(), and(task.after(), group)));
        }
        walk.weigh(run);
    }

    private static List<Group> and(List<Group> groups, Group group) {
        List<Group> more = new ArrayList<>(groups);
        more.add(group);
        return more;
    }

    private void remove(Walk walk, Waiting at, long by) {
        Integer adder = at.task().addedBy();
        if (adder == null || !at.run().open()) {
            throw Engine.refused("notAdded");
        }
        Task of = walk.state().task(adder).orElseThrow().task();
        Engine.require(of.person() == by || world.administers(by), "notYours");
        Engine.require(
                at.task().unfinished()
                        && at.task().all().stream().noneMatch(task -> task.decidedBySomebody() || task.touched()),
                "begun");
        walk.weigh(changed(at, Words::removed));
    }

    private static Task removed(Task task) {
        return task.map(each -> each.unfinished() ? each.decided(Word.REMOVED, null, null, each.form()) : each);
    }

    private void takeBack(Walk walk, Waiting at, long by) {
        Engine.require(
                at.task().in(Word.APPROVED)
                        && at.task().by() != null
                        && at.task().by() == by,
                "notYours");
        Engine.require(walk.state().status() == Status.RUNNING, "notRunning");
        Group before = changed(at, task -> task.decided(Word.OPEN, null, null, task.form()))
                .asked()
                .map(task -> task.in(Word.DROPPED) ? task.decided(Word.OPEN, null, null, task.form()) : task)
                .settled();
        boolean again =
                before.live().stream().anyMatch(task -> task.id() == at.task().id());
        boolean untouched = at.run().asked().live().stream()
                .filter(task -> before.live().stream().noneMatch(each -> each.id() == task.id()))
                .noneMatch(Task::touched);
        Engine.require(again && untouched && before.orderly() && once(before), "goneOn");
        switch (at.run().end()) {
            case OPEN -> walk.replace(at.run().with(before));
            case PASSED -> Engine.require(new Back(walk, tree).again(at.run(), before), "goneOn");
            case REJECTED, RETURNED, CANCELLED, UNDONE -> throw Engine.refused("goneOn");
        }
    }

    /** Is everybody who has something to do there only once? */
    private static boolean once(Group group) {
        Set<Long> people = new HashSet<>();
        return group.all().stream()
                .filter(Task::unfinished)
                .flatMap(task ->
                        task.asked() == null ? Stream.of(task.person()) : Stream.of(task.person(), task.asked()))
                .allMatch(people::add);
    }

    private void timeOut(Walk walk, Waiting at) {
        int form = walk.state().form();
        if (at.task().person() == Task.NOBODY) {
            walk.weigh(changed(at, task -> task.decided(Word.APPROVED, null, Why.ELAPSED, form)));
            return;
        }
        Node.Late late = node(at.run()).late();
        if (late == null) {
            throw Engine.refused("notLate");
        }
        Optional<Long> superior = late.action() == Node.Late.Then.SUPERIOR
                ? world.superior(at.task().holder()).filter(person -> canCome(walk.state(), at.run(), person))
                : Optional.empty();
        switch (late.action()) {
            case PASS -> walk.weigh(changed(at, task -> task.decided(Word.APPROVED, null, Why.LATE, form)));
            case REJECT -> walk.weigh(changed(at, task -> task.decided(Word.REJECTED, null, Why.LATE, form)));
            case SUPERIOR ->
                superior.ifPresentOrElse(
                        person -> walk.weigh(changed(at, task -> task.moved(person))), () -> remind(walk, at));
            case REMIND -> remind(walk, at);
        }
    }

    private boolean canCome(State state, Run run, long person) {
        try {
            free(state, run, person, null);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    private static void remind(Walk walk, Waiting at) {
        walk.events().add(new Event.Reminded(at.task().id(), at.task().holder()));
    }
}
