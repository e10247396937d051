package hengke.capability.approval;

import hengke.capability.approval.flow.Approvers;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.Node.Ask;
import hengke.capability.approval.flow.Node.Empty;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.flow.Branching;
import hengke.capability.flow.TreeCheck;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.signing.Seals;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with a flow, each at its node: {@code nodes[1].ways[0].nodes[2].approvers}. */
@Component
public final class FlowCheck {
    private static final int MOST_LEVELS = 10;
    private static final int MOST_HOURS = 1_000;

    private final Access access;
    private final LiveOrganisation organisation;
    private final Amendments amendments;
    private final Seals seals;

    FlowCheck(Access access, LiveOrganisation organisation, Amendments amendments, Seals seals) {
        this.access = access;
        this.organisation = organisation;
        this.amendments = amendments;
        this.seals = seals;
    }

    /** Throws what is wrong. */
    public void require(ObjectDefinition object, Template.Way way) {
        List<FieldError> errors = of(object, way);
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private List<FieldError> of(ObjectDefinition object, Template.Way way) {
        One one = new One(object, organisation.get());
        if (way.when() != null) {
            one.tree.condition("when", way.when());
        }
        one.tree.nodes("nodes", way.flow().nodes(), one::node);
        if (Branching.all(way.flow().nodes()).noneMatch(Ask.class::isInstance)) {
            one.errors.add(FieldError.of("nodes", Message.of("approval.noNodes")));
        }
        Long seal = way.flow().seal();
        if (seal != null && seals.find(seal).filter(Seals.Seal::active).isEmpty()) {
            one.errors.add(FieldError.of("seal", Message.of("approval.noSeal")));
        }
        return one.errors;
    }

    /** The check of one flow. */
    private final class One {
        private final ObjectDefinition object;
        private final Organisation now;
        private final List<FieldError> errors = new ArrayList<>();
        private final TreeCheck<Node> tree;

        One(ObjectDefinition object, Organisation now) {
            this.object = object;
            this.now = now;
            this.tree = new TreeCheck<>(filter -> access.resolve(Actor.SYSTEM, object, filter), errors);
        }

        void node(String at, Node node, List<Node> before) {
            switch (node) {
                case Ask ask -> {
                    ask(
                            at,
                            ask,
                            before.stream()
                                    .filter(Ask.class::isInstance)
                                    .map(Node::id)
                                    .toList());
                    if (ask.approvers() instanceof Approvers.Next
                            && !before.isEmpty()
                            && before.getLast() instanceof Node.Wait) {
                        errors.add(FieldError.of(at + ".approvers", Message.of("approval.nextFirst")));
                    }
                }
                case Node.Copy copy -> people(at + ".approvers", copy.approvers(), List.of());
                case Node.Wait wait -> {
                    if (wait.many() < 1 || wait.many() > MOST_HOURS) {
                        errors.add(FieldError.of(at + ".many", Message.of("approval.wait", MOST_HOURS)));
                    }
                }
                case Node.Choice choice -> tree.choice(at, choice);
                case Node.Together together -> tree.together(at, together);
            }
        }

        private void ask(String at, Ask ask, List<String> passed) {
            people(at + ".approvers", ask.approvers(), passed);
            if (ask.mode() == Mode.RATIO && (ask.ratio() < 1 || ask.ratio() > 100)) {
                errors.add(FieldError.of(at + ".ratio", Message.of("approval.ratio")));
            }
            if (ask.empty() == Empty.PERSON) {
                Long person = ask.emptyPerson();
                if (person == null) {
                    errors.add(FieldError.of(at + ".emptyPerson", Message.of("approval.emptyPerson")));
                } else {
                    present(at + ".emptyPerson", List.of(person));
                }
            }
            String backTo = ask.backTo();
            if (backTo != null && !backTo.equals(Node.START) && !passed.contains(backTo)) {
                errors.add(FieldError.of(at + ".backTo", Message.of("approval.backTo")));
            }
            Node.Late late = ask.late();
            if (late != null && (late.hours() < 1 || late.hours() > MOST_HOURS)) {
                errors.add(FieldError.of(at + ".late.hours", Message.of("approval.hours", MOST_HOURS)));
            }
            form(at, ask);
        }

        /** A field is shown, written or hidden at a step, and only one of them. */
        private void form(String at, Ask ask) {
            known(at + ".shows", ask.shows());
            known(at + ".hides", ask.hides());
            List<String> possible = amendments.names(object);
            ask.edits().stream()
                    .filter(field -> !possible.contains(field))
                    .forEach(field -> errors.add(FieldError.of(at + ".edits", Message.of("approval.noEdit", field))));
            ask.hides().stream()
                    .filter(field -> ask.shows().contains(field) || ask.edits().contains(field))
                    .forEach(field ->
                            errors.add(FieldError.of(at + ".hides", Message.of("approval.hidesShown", field))));
        }

        private void known(String at, List<String> fields) {
            fields.stream()
                    .filter(field -> object.field(field).isEmpty())
                    .forEach(field -> errors.add(FieldError.of(at, Message.of("approval.noField", field))));
        }

        private void people(String at, Approvers approvers, List<String> passed) {
            switch (approvers) {
                case Approvers.People(List<Long> people) -> {
                    if (people.isEmpty()) {
                        errors.add(FieldError.of(at, Message.of("approval.noPeople")));
                    }
                    present(at, people);
                }
                case Approvers.Role(long role, boolean _) -> role(at, role);
                case Approvers.InGroup(long group, boolean _) -> {
                    if (now.group(group).isEmpty()) {
                        errors.add(FieldError.of(at, Message.of("approval.noGroup")));
                    }
                }
                case Approvers.Superior(int level) -> level(at, level, 1);
                case Approvers.Superiors(int levels, Long until) -> {
                    level(at, levels, 1);
                    if (until != null) {
                        role(at, until);
                    }
                }
                case Approvers.Head(int level) -> level(at, level, 0);
                case Approvers.Starter _ -> {}
                case Approvers.Chosen(List<Long> among, boolean _) -> present(at, among);
                case Approvers.Next(List<Long> among, boolean _) -> {
                    present(at, among);
                    if (passed.isEmpty()) {
                        errors.add(FieldError.of(at, Message.of("approval.nextFirst")));
                    }
                }
                case Approvers.Named(String field, int level) -> {
                    level(at, level, 0);
                    if (object.field(field)
                            .filter(found -> found.type() instanceof IdType(IdType.User()))
                            .isEmpty()) {
                        errors.add(FieldError.of(at, Message.of("approval.noSuchField", field)));
                    }
                }
            }
        }

        private void role(String at, long role) {
            if (now.role(role).isEmpty()) {
                errors.add(FieldError.of(at, Message.of("approval.noRole")));
            }
        }

        private void level(String at, int level, int least) {
            if (level < least || level > MOST_LEVELS) {
                errors.add(FieldError.of(at, Message.of("approval.levels", MOST_LEVELS)));
            }
        }

        private void present(String at, List<Long> people) {
            for (long person : people) {
                if (person <= 0 || now.person(person).filter(Person::active).isEmpty()) {
                    String name = now.person(person).map(Person::name).orElse("#" + person);
                    errors.add(FieldError.of(at, Message.of("approval.personGone", name)));
                }
            }
        }
    }
}
