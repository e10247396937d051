package hengke.capability.approval;

import hengke.capability.approval.flow.Approvers;
import hengke.capability.approval.flow.Engine;
import hengke.capability.approval.flow.Engine.Outcome;
import hengke.capability.approval.flow.Flow;
import hengke.capability.approval.flow.Forecast;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.RecordedWorld;
import hengke.capability.approval.flow.State;
import hengke.capability.flow.Branching;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Conflict;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Submits records for approval, and tells before who will be asked. */
@Component
public final class AskForApproval {
    private final DSLContext database;
    private final Writer writer;
    private final Access access;
    private final LiveOrganisation organisation;
    private final LiveCatalog live;
    private final Templates templates;
    private final ApprovalLog log;
    private final RecordState states;
    private final Approvables approvables;
    private final TellApproval tell;
    private final Clock clock;

    AskForApproval(
            DSLContext database,
            Writer writer,
            Access access,
            LiveOrganisation organisation,
            LiveCatalog live,
            Templates templates,
            ApprovalLog log,
            RecordState states,
            Approvables approvables,
            TellApproval tell,
            Clock clock) {
        this.database = database;
        this.writer = writer;
        this.access = access;
        this.organisation = organisation;
        this.live = live;
        this.templates = templates;
        this.log = log;
        this.states = states;
        this.approvables = approvables;
        this.tell = tell;
        this.clock = clock;
    }

    /** Can records of this object be approved at all? */
    public boolean approves(ObjectDefinition object) {
        return object.has(Approved.class);
    }

    /** The template a record would be submitted by; none where it needs no approval, or cannot be submitted now. */
    public Optional<Template> needed(ObjectDefinition object, long record) {
        return approves(object)
                        && Approvals.underWay(database, new Link(object.name(), record))
                                .isEmpty()
                        && RecordState.row(database, object, record)
                                .filter(row -> submittable(object, row))
                                .isPresent()
                ? templates.applying(database, object, record)
                : Optional.empty();
    }

    private boolean submittable(ObjectDefinition object, Row row) {
        return !Approved.APPROVED.equals(row.get(Approved.APPROVAL))
                && approvables.of(object).filter(hook -> !hook.open(row)).isEmpty();
    }

    /** Is a template for this record? */
    public boolean fits(ObjectDefinition object, long record, Template.Way way) {
        return templates.fits(database, object, way, record);
    }

    /** May this person submit it? */
    public boolean may(Actor actor, ObjectDefinition object, long record) {
        return may(database, actor, object, record);
    }

    private boolean may(DSLContext within, Actor actor, ObjectDefinition object, long record) {
        return access.reached(within, actor, object, Verb.EDIT, List.of(record)).contains(record);
    }

    /** Who would be asked about a record by a flow, if everybody agreed. */
    public Forecast.Path preview(
            ObjectDefinition object, long record, long starter, Flow flow, Map<String, List<Long>> chosen) {
        return new Forecast(flow, world(database, object, record, now())).beforeStart(starter, chosen);
    }

    /** Who will be asked from now on. */
    public Forecast.Path ahead(Approval approval) {
        ObjectDefinition object = live.current().object(approval.about().object());
        return new Forecast(
                        approval.flow(),
                        world(database, object, approval.about().id(), now()))
                .from(approval.state());
    }

    /** The steps to which a task can be returned. */
    public List<Node> returnsTo(Approval approval, int task) {
        ObjectDefinition object = live.current().object(approval.about().object());
        return new Engine(
                        approval.flow(),
                        world(database, object, approval.about().id(), now()))
                .returnsTo(approval.state(), task).stream()
                        .flatMap(node -> approval.node(node).stream())
                        .toList();
    }

    /** The steps whose people whoever agrees to a task now has to name. */
    public List<String> toName(Approval approval, int task) {
        ObjectDefinition object = live.current().object(approval.about().object());
        return new Engine(
                        approval.flow(),
                        world(database, object, approval.about().id(), now()))
                .toName(approval.state(), task);
    }

    RecordWorld world(DSLContext within, ObjectDefinition object, long record, Instant now) {
        return new RecordWorld(within, access, organisation.get(), object, record, now);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Submits a record; its id. */
    public long start(Caller caller, ObjectDefinition object, long record, Map<String, List<Long>> chosen, Said said) {
        return writer.inTransaction(within -> start(within, caller, object, record, chosen, said));
    }

    /** The same within a transaction that is open already. */
    public long start(
            DSLContext within,
            Caller caller,
            ObjectDefinition object,
            long record,
            Map<String, List<Long>> chosen,
            Said said) {
        requireSeen(within, caller.actor(), object, record);
        said.require(within, caller.actor().user());
        RecordState.lock(within, object, record);
        if (Approvals.underWay(within, new Link(object.name(), record)).isPresent()) {
            throw new Conflict("underWay", Message.of("approval.underWay"), Map.of());
        }
        if (!may(within, caller.actor(), object, record)) {
            throw new Refusal.Forbidden(Message.of("records.verb.edit", object.label()));
        }
        Row row = RecordState.row(within, object, record).orElseThrow(Refusal.NotFound::new);
        if (!submittable(object, row)) {
            throw new Conflict("notNow", Message.of("approval.notNow", object.label()), Map.of());
        }
        Template template = templates
                .applying(within, object, record)
                .orElseThrow(() -> new Conflict("noTemplate", Message.of("approval.noTemplate"), Map.of()));
        Flow flow = template.way().flow();
        Map<String, List<Long>> named = checked(flow, chosen);
        Instant now = now();
        long starter = caller.actor().user();
        RecordedWorld world = new RecordedWorld(world(within, object, record, now));
        Outcome outcome = new Engine(flow, world).start(starter, named);
        Object title = row.get(object.title());
        ObjectNode snapshot = Snapshot.of(within, live.current(), object, row);
        Approval approval = new Approval(
                0,
                template.id(),
                template.edition(),
                template.name(),
                new Link(object.name(), record),
                title == null ? "#" + record : String.valueOf(title),
                starter,
                flow,
                outcome.state(),
                snapshot,
                now,
                null);
        long id = log.begin(within, approval);
        Approval begun = new Approval(
                id,
                approval.template(),
                approval.edition(),
                approval.name(),
                approval.about(),
                approval.title(),
                starter,
                flow,
                outcome.state(),
                snapshot,
                now,
                null);
        log.write(
                within,
                begun,
                outcome,
                new ApprovalLog.Act("submitted", starter, null, null, null, said, details(named), null),
                world.answers(),
                now);
        states.follow(within, object, record, State.Status.RUNNING, starter, said.comment(), now);
        if (outcome.state().status() != State.Status.RUNNING) {
            states.follow(within, object, record, outcome.state().status(), starter, said.comment(), now);
        }
        tell.tell(within, begun, outcome.events(), starter, 0);
        return id;
    }

    private static ObjectNode details(Map<String, List<Long>> chosen) {
        ObjectNode details = JsonMapper.shared().createObjectNode();
        if (!chosen.isEmpty()) {
            details.set("chosen", JsonMapper.shared().valueToTree(chosen));
        }
        return details;
    }

    private void requireSeen(DSLContext within, Actor actor, ObjectDefinition object, long record) {
        if (!approves(object)
                || !access.reached(within, actor, object, Verb.READ, List.of(record))
                        .contains(record)) {
            throw new Refusal.NotFound();
        }
    }

    private Map<String, List<Long>> checked(Flow flow, Map<String, List<Long>> chosen) {
        List<FieldError> errors = new ArrayList<>();
        chosen.forEach((node, people) -> Branching.all(flow.nodes())
                .filter(each -> each.id().equals(node))
                .findFirst()
                .map(AskForApproval::choice)
                .ifPresentOrElse(
                        choice -> {
                            boolean fits = choice.map(each -> (each.several() || people.size() <= 1)
                                            && (each.among().isEmpty()
                                                    || each.among().containsAll(people)))
                                    .orElse(false);
                            boolean here = people.stream()
                                    .allMatch(person -> person > 0
                                            && organisation
                                                    .get()
                                                    .person(person)
                                                    .filter(one -> one.active())
                                                    .isPresent());
                            if (!fits || !here) {
                                errors.add(FieldError.of("chosen." + node, Message.of("approval.notToChoose")));
                            }
                        },
                        () -> errors.add(FieldError.of("chosen." + node, Message.of("approval.notToChoose")))));
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return chosen;
    }

    private static Optional<Approvers.Chosen> choice(Node node) {
        Approvers approvers = switch (node) {
            case Node.Ask ask -> ask.approvers();
            case Node.Copy copy -> copy.approvers();
            case Node.Wait _, Node.Choice _, Node.Together _ -> new Approvers.Starter();
        };
        return approvers instanceof Approvers.Chosen choice ? Optional.of(choice) : Optional.empty();
    }
}
