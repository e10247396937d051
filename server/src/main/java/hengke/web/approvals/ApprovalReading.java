package hengke.web.approvals;

import static hengke.web.approvals.ApprovalJson.wire;

import hengke.capability.approval.Approval;
import hengke.capability.approval.Approvals;
import hengke.capability.approval.AskForApproval;
import hengke.capability.approval.flow.Approvers;
import hengke.capability.approval.flow.Flow;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.State;
import hengke.capability.approval.flow.State.End;
import hengke.capability.approval.flow.State.Status;
import hengke.capability.approval.flow.Task;
import hengke.capability.flow.Branching;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.Labelled;
import hengke.web.approvals.ApprovalJson.MineJson;
import hengke.web.approvals.ApprovalJson.TargetJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Approvals as those see them who have to do with them. */
@Component
class ApprovalReading {
    private final Approvals approvals;
    private final AskForApproval asking;
    private final ShownFields shown;
    private final ShownLines lines;
    private final Access access;
    private final LiveOrganisation organisation;
    private final LiveCatalog live;
    private final Steps steps;
    private final ToFillIn toFillIn;
    private final LogReading log;
    private final Clock clock;

    ApprovalReading(
            Approvals approvals,
            AskForApproval asking,
            ShownFields shown,
            ShownLines lines,
            Access access,
            LiveOrganisation organisation,
            LiveCatalog live,
            Steps steps,
            ToFillIn toFillIn,
            LogReading log,
            Clock clock) {
        this.approvals = approvals;
        this.asking = asking;
        this.shown = shown;
        this.lines = lines;
        this.access = access;
        this.organisation = organisation;
        this.live = live;
        this.steps = steps;
        this.toFillIn = toFillIn;
        this.log = log;
        this.clock = clock;
    }

    /** The person, and those for whom the person acts now. */
    Set<Long> inWhosePlace(Actor actor) {
        Organisation now = organisation.get();
        Set<Long> people = new HashSet<>();
        people.add(actor.user());
        now.delegations().stream()
                .filter(delegation -> delegation.delegate() == actor.user())
                .filter(delegation -> now.delegatesOf(delegation.person(), clock.instant()).stream()
                        .anyMatch(person -> person.id() == actor.user()))
                .filter(delegation ->
                        now.person(delegation.person()).filter(Person::active).isPresent())
                .forEach(delegation -> people.add(delegation.person()));
        return people;
    }

    /** One that this person has to do with; any other looks as if it did not exist. */
    Approval require(Actor actor, long id) {
        return approvals.find(id).filter(approval -> reads(actor, approval)).orElseThrow(Refusal.NotFound::new);
    }

    /** Has this person to do with it, or see its record? */
    boolean reads(Actor actor, Approval approval) {
        ObjectDefinition object = live.current().find(approval.about().object()).orElse(null);
        return object != null
                && (approval.starter() == actor.user()
                        || access.administrator(actor)
                        || approvals.copied(approval.id(), actor.user())
                        || mineOrDone(actor, approvals.tasks(approval.id()))
                        || !shown.visible(actor, object, Set.of(approval.about().id()))
                                .isEmpty());
    }

    private boolean mineOrDone(Actor actor, List<Approvals.Asked> tasks) {
        Set<Long> people = inWhosePlace(actor);
        return tasks.stream()
                .anyMatch(task -> task.live() && people.contains(task.person())
                        || task.endedBy() != null && task.endedBy() == actor.user());
    }

    ApprovalJson json(Actor actor, Language language, Approval approval) {
        ObjectDefinition object = live.current().object(approval.about().object());
        long record = approval.about().id();
        List<Approvals.Asked> tasks = approvals.tasks(approval.id());
        Set<Long> people = inWhosePlace(actor);
        boolean opens = shown.visible(actor, object, Set.of(record)).contains(record);
        ShownFields.Granted granted = ShownFields.granted(approval, tasks, people);
        ShownFields.Seen seen = shown.of(actor, language, approval, object, opens, granted);
        Organisation now = organisation.get();
        return new ApprovalJson(
                approval.id(),
                approval.name(),
                object.name(),
                object.label().in(language),
                record,
                shown.title(actor, object, approval.title(), opens, granted),
                opens,
                Labelled.person(now, approval.starter()),
                wire(approval.state().status()),
                approval.startedAt(),
                approval.endedAt(),
                approval.state().form(),
                seen.fields(),
                lines.of(actor, language, approval, object, opens),
                steps.of(actor, approval, tasks),
                log.of(actor, language, approval, object, opens, granted),
                mine(approval, tasks, people, actor, now, language),
                takesBack(actor, approval),
                can(actor, approval));
    }

    private List<String> can(Actor actor, Approval approval) {
        Status status = approval.state().status();
        long starter = approval.state().successors().getOrDefault(approval.starter(), approval.starter());
        List<String> can = new ArrayList<>();
        if (approval.revocable()) {
            if (access.administrator(actor)) {
                can.add("revoke");
            } else if (approval.starter() == actor.user()) {
                can.add("wantBack");
            }
        }
        if (status.over()) {
            return can;
        }
        if (starter == actor.user()) {
            boolean withdrawable = approval.flow().withdrawable() == Flow.Withdrawable.WHILE_RUNNING
                    || !approval.state().begun();
            if (withdrawable) {
                can.add("withdraw");
            }
            can.add(status == Status.RETURNED ? "resubmit" : "urge");
        }
        if (access.administrator(actor)) {
            can.add("terminate");
            if (status == Status.RUNNING) {
                can.add("transfer");
            }
        }
        return can;
    }

    private static List<Integer> takesBack(Actor actor, Approval approval) {
        if (approval.state().status() != Status.RUNNING) {
            return List.of();
        }
        return approval.state().runs().stream()
                .filter(run -> run.end() == End.OPEN || run.end() == End.PASSED)
                .flatMap(run -> run.asked().all().stream())
                .filter(task -> task.word() == Task.Word.APPROVED)
                .filter(task -> task.by() != null && task.by() == actor.user())
                .map(Task::id)
                .toList();
    }

    private List<MineJson> mine(
            Approval approval,
            List<Approvals.Asked> tasks,
            Set<Long> people,
            Actor actor,
            Organisation now,
            Language language) {
        List<MineJson> mine = new ArrayList<>();
        for (Approvals.Asked asked : tasks) {
            boolean own = asked.person() == actor.user();
            if (!asked.live() || !people.contains(asked.person()) || !own && actor.user() == approval.starter()) {
                continue;
            }
            State.Waiting at = approval.state().task(asked.number()).orElseThrow();
            List<TargetJson> targets = new ArrayList<>();
            targets.add(new TargetJson(Node.START, ""));
            asking.returnsTo(approval, asked.number())
                    .forEach(node -> targets.add(new TargetJson(node.id(), node.name())));
            mine.add(new MineJson(
                    asked.id(),
                    asked.number(),
                    approval.node(asked.node()).map(Node::name).orElse(""),
                    own ? null : Labelled.person(now, asked.person()),
                    at.task().asked() != null,
                    targets,
                    toFillIn.of(approval, asked.node(), at.task().asked() != null, language),
                    asking.toName(approval, asked.number()),
                    choices(approval.flow().nodes(), Approvers.Next.class)));
        }
        return mine;
    }

    /** Whom the one who submits has to name. */
    List<ApprovalJson.ChoiceJson> choices(List<Node> nodes) {
        return choices(nodes, Approvers.Chosen.class);
    }

    private List<ApprovalJson.ChoiceJson> choices(List<Node> nodes, Class<? extends Approvers> which) {
        Organisation now = organisation.get();
        List<ApprovalJson.ChoiceJson> choices = new ArrayList<>();
        Branching.all(nodes).forEach(node -> {
            Approvers approvers = node instanceof Node.Ask ask
                    ? ask.approvers()
                    : node instanceof Node.Copy copy ? copy.approvers() : null;
            if (which.isInstance(approvers)) {
                choices.add(choice(node, Objects.requireNonNull(approvers), now));
            }
        });
        return choices;
    }

    private static ApprovalJson.ChoiceJson choice(Node node, Approvers approvers, Organisation now) {
        boolean several = approvers instanceof Approvers.Chosen chosen && chosen.several()
                || approvers instanceof Approvers.Next next && next.several();
        List<Long> among = approvers instanceof Approvers.Chosen chosen
                ? chosen.among()
                : approvers instanceof Approvers.Next next ? next.among() : List.of();
        return new ApprovalJson.ChoiceJson(
                node.id(),
                node.name(),
                several,
                among.stream().map(id -> Labelled.person(now, id)).toList());
    }
}
