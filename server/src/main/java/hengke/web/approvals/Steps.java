package hengke.web.approvals;

import static hengke.web.approvals.ApprovalJson.wire;

import hengke.capability.approval.Approval;
import hengke.capability.approval.Approvals;
import hengke.capability.approval.AskForApproval;
import hengke.capability.approval.flow.Event;
import hengke.capability.approval.flow.Forecast;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.Task;
import hengke.capability.flow.Branching;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.web.Labelled;
import hengke.web.approvals.ApprovalJson.StepJson;
import hengke.web.approvals.ApprovalJson.WordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way of an approval, with its people: behind, here and ahead. */
@Component
class Steps {
    private final AskForApproval asking;
    private final LiveOrganisation organisation;

    Steps(AskForApproval asking, LiveOrganisation organisation) {
        this.asking = asking;
        this.organisation = organisation;
    }

    /** What was, is, and will be if everybody agrees. */
    List<StepJson> of(Actor actor, Approval approval, List<Approvals.Asked> tasks) {
        Organisation now = organisation.get();
        List<StepJson> steps = new ArrayList<>();
        int reached = approval.state().runs().size();
        approval.state().runs().forEach(run -> steps.add(step(actor, approval, run, tasks, false, now)));
        if (!approval.state().status().over()) {
            Forecast.Path path = asking.ahead(approval);
            path.ahead(reached).forEach(run -> steps.add(step(actor, approval, run, tasks, true, now)));
            copies(path.steps(), approval.flow().nodes(), now, steps);
        }
        return steps;
    }

    /** A path that is only thought of. */
    List<StepJson> path(Forecast.Path path, List<Node> nodes) {
        Organisation now = organisation.get();
        Map<String, Node> byId =
                Branching.all(nodes).collect(Collectors.toMap(Node::id, node -> node, (one, _) -> one));
        List<StepJson> steps = new ArrayList<>();
        path.state().runs().forEach(run -> steps.add(step(null, byId.get(run.node()), run, List.of(), true, now)));
        copies(path.steps(), nodes, now, steps);
        return steps;
    }

    private static void copies(List<Event> events, List<Node> nodes, Organisation now, List<StepJson> steps) {
        for (Event event : events) {
            if (event instanceof Event.Copied(String node, List<Long> people)) {
                String name = Branching.all(nodes)
                        .filter(each -> each.id().equals(node))
                        .map(Node::name)
                        .findFirst()
                        .orElse("");
                steps.add(new StepJson(
                        node,
                        name,
                        "copy",
                        "ahead",
                        null,
                        0,
                        1,
                        null,
                        people.stream()
                                .map(id -> new WordJson(
                                        0, Labelled.person(now, id), null, null, "open", false, false, false, null))
                                .toList()));
            }
        }
    }

    private static StepJson step(
            Actor actor, Approval approval, Run run, List<Approvals.Asked> tasks, boolean ahead, Organisation now) {
        return step(actor, approval.node(run.node()).orElse(null), run, tasks, ahead, now);
    }

    private static StepJson step(
            @Nullable Actor actor,
            @Nullable Node node,
            Run run,
            List<Approvals.Asked> tasks,
            boolean ahead,
            Organisation now) {
        Set<Integer> live = run.asked().live().stream().map(Task::id).collect(Collectors.toSet());
        List<WordJson> words = new ArrayList<>();
        for (Task task : run.asked().all()) {
            Integer adder = task.addedBy();
            boolean removable = actor != null
                    && adder != null
                    && run.open()
                    && task.word() == Task.Word.OPEN
                    && run.asked().all().stream().anyMatch(each -> each.id() == adder && each.person() == actor.user());
            words.add(new WordJson(
                    task.id(),
                    Labelled.person(now, task.person()),
                    task.by() != null && task.by() != task.person() ? Labelled.personOrNull(now, task.by()) : null,
                    Labelled.personOrNull(now, task.asked()),
                    ahead ? "open" : wire(task.word()),
                    !ahead && run.open() && live.contains(task.id()),
                    adder != null,
                    removable,
                    tasks.stream()
                            .filter(asked -> asked.live() && asked.number() == task.id())
                            .map(Approvals.Asked::dueAt)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null)));
        }
        Node.Ask ask = node instanceof Node.Ask asked ? asked : null;
        return new StepJson(
                run.node(),
                node == null ? "" : node.name(),
                node instanceof Node.Wait ? "wait" : "ask",
                ahead ? "ahead" : run.open() ? "current" : wire(run.end()),
                ask == null ? null : wire(ask.mode()),
                ask == null ? 0 : ask.ratio(),
                run.round(),
                run.auto() == null ? null : wire(run.auto()),
                words);
    }
}
