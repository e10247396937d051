package hengke.automation;

import hengke.capability.approval.AskForApproval;
import hengke.capability.flow.TreeCheck;
import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Command;
import hengke.kernel.records.Commands;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is wrong with single steps. */
@Component
final class StepCheck {
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_TITLE = 100;
    private static final int MOST_DAYS = 366;
    private static final Map<Span.Unit, Integer> LONGEST = Map.of(
            Span.Unit.MINUTE, 60 * 24 * 31, Span.Unit.HOUR, 24 * 366, Span.Unit.DAY, 366, Span.Unit.WORKDAY, 250);

    private final Access access;
    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final Commands commands;
    private final Filling filling;
    private final AskForApproval asking;
    private final CallingSteps calling;
    private final TextingSteps texting;

    StepCheck(
            Access access,
            LiveOrganisation organisation,
            LiveCatalog catalog,
            Commands commands,
            Filling filling,
            AskForApproval asking,
            CallingSteps calling,
            TextingSteps texting) {
        this.access = access;
        this.organisation = organisation;
        this.catalog = catalog;
        this.commands = commands;
        this.filling = filling;
        this.asking = asking;
        this.calling = calling;
        this.texting = texting;
    }

    One of(Actor actor, ObjectDefinition object, TreeCheck<Step> tree, List<FieldError> errors) {
        return new One(actor, object, tree, errors);
    }

    /** The check of the steps of one plan. */
    final class One {
        private final Actor actor;
        private final ObjectDefinition object;
        private final TreeCheck<Step> tree;
        private final List<FieldError> errors;

        private One(Actor actor, ObjectDefinition object, TreeCheck<Step> tree, List<FieldError> errors) {
            this.actor = actor;
            this.object = object;
            this.tree = tree;
            this.errors = errors;
        }

        void step(String at, Step step) {
            String node = at.substring(0, at.length() - 1);
            switch (step) {
                case Step.Change change -> values(at, object, Verb.EDIT, change.values());
                case Step.Create create ->
                    catalog.current()
                            .find(create.object())
                            .filter(target -> access.may(actor, target, Verb.READ))
                            .ifPresentOrElse(
                                    target -> values(at, target, Verb.CREATE, create.values()),
                                    () -> fault(at + "object", Message.of("automation.noObject", create.object())));
                case Step.Task task -> {
                    words(at + "title", task.title(), MOST_TITLE, true);
                    people(at + "whom.", task.whom(), false);
                    if (task.days() < 0 || task.days() > MOST_DAYS) {
                        fault(at + "days", Message.of("automation.days", MOST_DAYS));
                    }
                    if (!taskable()) {
                        fault(node, Message.of("automation.noTasks", object.label()));
                    } else if (!priorities().contains(task.priority())) {
                        fault(at + "priority", Message.of("automation.noOption", task.priority()));
                    }
                }
                case Step.Tell tell -> {
                    people(at + "whom.", tell.whom(), true);
                    words(at + "title", tell.title(), MOST_TITLE, true);
                    words(at + "text", tell.text(), MOST_TEXT, false);
                    if (!Words.names(tell.title()).isEmpty()) {
                        fault(at + "title", Message.of("automation.titleNamesFields"));
                    }
                }
                case Step.Run run -> command(at, run);
                case Step.Mail mail -> {
                    String to = mail.to();
                    people(at + "whom.", mail.whom(), to == null);
                    if (to != null) {
                        readable(at + "to", to)
                                .filter(field -> !(field.type() instanceof TextualType))
                                .ifPresent(field -> fault(at + "to", Message.of("automation.notText", field.label())));
                    }
                    words(at + "title", mail.title(), MOST_TITLE, true);
                    words(at + "text", mail.text(), MOST_TEXT, true);
                }
                case Step.Sms sms -> sms(at, sms);
                case Step.Submit submit -> {
                    words(at + "comment", submit.comment(), MOST_TEXT, false);
                    if (!asking.approves(object) || !access.may(actor, object, Verb.EDIT)) {
                        fault(node, Message.of("automation.notApprovable", object.label()));
                    }
                }
                case Step.Webhook webhook -> {
                    if (!calling.knows(webhook.endpoint())) {
                        fault(at + "endpoint", Message.of("automation.noWebhook"));
                    }
                    webhook.fields().forEach(name -> readable(at + "fields", name));
                }
                case Step.Choice choice -> tree.choice(node, choice);
                case Step.Wait wait -> span(at + "span.", wait.span());
                case Step.WaitForDay wait -> {
                    Optional<Field<?>> field = readable(at + "field", wait.field());
                    if (field.isPresent() && !PlanCheck.dated(field.get())) {
                        fault(
                                at + "field",
                                Message.of("automation.notDated", field.get().label()));
                    }
                    if (Math.abs(wait.days()) > MOST_DAYS) {
                        fault(at + "days", Message.of("automation.days", MOST_DAYS));
                    }
                }
                case Step.Until until -> {
                    if (until.condition() == null) {
                        fault(at + "condition", Message.of("automation.noCondition"));
                    } else {
                        tree.condition(at + "condition", until.condition());
                    }
                    span(at + "atMost.", until.atMost());
                    if (until.ways().size() != 2) {
                        fault(at + "ways", Message.of("automation.twoWays"));
                    }
                    tree.outcomes(node, until);
                }
                case Step.Stop _ -> {}
            }
        }

        private void sms(String at, Step.Sms sms) {
            if (!texting.may(actor)) {
                fault(at.substring(0, at.length() - 1), Message.of("automation.mayNotText"));
            }
            readable(at + "to", sms.to())
                    .filter(field -> !field.type().kind().equals("phone"))
                    .ifPresent(field -> fault(at + "to", Message.of("automation.notPhone", field.label())));
            texting.template(sms.template())
                    .ifPresentOrElse(
                            template -> template.gaps()
                                    .forEach(gap -> words(
                                            at + "gaps." + gap, sms.gaps().getOrDefault(gap, ""), MOST_TITLE, true)),
                            () -> fault(at + "template", Message.of("automation.noSmsTemplate")));
        }

        private boolean taskable() {
            return object.has(hengke.capability.task.Tasked.NAME)
                    && catalog.current()
                            .find(hengke.capability.task.Task.NAME)
                            .filter(task -> access.may(actor, task, Verb.CREATE))
                            .isPresent();
        }

        private List<String> priorities() {
            return List.of("urgent", "high", "normal", "low");
        }

        private void command(String at, Step.Run run) {
            try {
                Command command = commands.require(actor, object, run.command());
                if (command.several() == Command.Several.TOGETHER) {
                    fault(at + "command", Message.of("automation.together", command.label()));
                } else {
                    commands.check(Caller.of(actor, Turn.THROUGH), object, run.command(), run.input());
                }
            } catch (Refusal.Invalid invalid) {
                errors.addAll(invalid.under(at + "input").errors());
            } catch (Refusal refusal) {
                fault(at + "command", Message.of("automation.noCommand", run.command()));
            }
        }

        private void values(String at, ObjectDefinition target, Verb verb, Map<String, Value> values) {
            if (values.isEmpty()) {
                fault(at + "values", Message.of("automation.noValuesToSet"));
            }
            if (!access.may(actor, target, verb)) {
                fault(at + "values", Message.of("automation.mayNotWrite", target.label()));
                return;
            }
            try {
                filling.fixed(actor, target, values);
            } catch (Refusal.Invalid invalid) {
                errors.addAll(invalid.under(at + "values").errors());
            }
            values.forEach((name, value) -> {
                Field<?> field = target.field(name).orElse(null);
                if (field == null || access.right(actor, target, field) == FieldRight.HIDDEN) {
                    if (!(value instanceof Value.Fixed)) { // else the reader has said so
                        fault(at + "values." + name, Message.of("automation.noField", name));
                    }
                } else if (access.right(actor, target, field) != FieldRight.EDIT
                        || field.traits().is(Trait.DERIVED)
                        || field.computation() != null) {
                    fault(at + "values." + name, Message.of("automation.notWritable", field.label()));
                } else {
                    value(at + "values." + name, field, value);
                }
            });
        }

        private void value(String at, Field<?> field, Value value) {
            switch (value) {
                case Value.Fixed _ -> {}
                case Value.Sent(String pointer) -> {
                    if (!PlanCheck.pointer(pointer)) {
                        fault(at, Message.of("automation.pointer"));
                    }
                }
                case Value.Of(String from) ->
                    readable(at, from)
                            .filter(source -> !source.type().equals(field.type())
                                    && !(source.type() instanceof TextualType && field.type() instanceof TextualType))
                            .ifPresent(source ->
                                    fault(at, Message.of("automation.otherKind", source.label(), field.label())));
                case Value.Day day -> {
                    if (!(field.type() instanceof DateType || field.type() instanceof DateTimeType)) {
                        fault(at, Message.of("automation.notDated", field.label()));
                    }
                    if (Math.abs(day.days()) > MOST_DAYS * 10) {
                        fault(at, Message.of("automation.days", MOST_DAYS * 10));
                    }
                }
                case Value.Words(String text) -> {
                    if (!(field.type() instanceof TextualType)) {
                        fault(at, Message.of("automation.notText", field.label()));
                    }
                    words(at, text, MOST_TEXT, false);
                }
                case Value.Itself _ -> {
                    boolean points =
                            field.type() instanceof IdType(IdType.Records(String to)) && to.equals(object.name())
                                    || field.type() instanceof LinkType(String capability) && object.has(capability);
                    if (!points) {
                        fault(at, Message.of("automation.doesNotPoint", field.label(), object.label()));
                    }
                }
            }
        }

        private void people(String at, Whom whom, boolean needed) {
            Organisation now = organisation.get();
            if (needed && whom.equals(Whom.NOBODY)) {
                fault(at.substring(0, at.length() - 1), Message.of("automation.nobody"));
            }
            if ((whom.owner() || whom.superior()) && !object.has(Owned.class)) {
                fault(at + "owner", Message.of("automation.noOwner", object.label()));
            }
            for (long person : whom.people()) {
                if (person <= 0 || now.person(person).filter(Person::active).isEmpty()) {
                    String name = now.person(person).map(Person::name).orElse("#" + person);
                    fault(at + "people", Message.of("automation.personGone", name));
                }
            }
            whom.roles().stream()
                    .filter(role -> now.role(role).isEmpty())
                    .forEach(role -> fault(at + "roles", Message.of("automation.roleGone")));
            for (String name : whom.fields()) {
                readable(at + "fields", name)
                        .filter(field -> !(field.type() instanceof IdType(IdType.User())))
                        .ifPresent(field -> fault(at + "fields", Message.of("automation.notAPerson", field.label())));
            }
        }

        private Optional<Field<?>> readable(String at, String name) {
            Optional<Field<?>> field = object.field(name).filter(found -> access.readsThroughout(actor, object, found));
            if (field.isEmpty()) {
                fault(at, Message.of("automation.noField", name));
            }
            return field;
        }

        private void words(String at, String text, int most, boolean needed) {
            if (needed && text.isBlank()) {
                fault(at, Message.of("automation.empty"));
            }
            if (text.length() > most) {
                fault(at, Message.of("automation.tooLong", most));
            }
            Words.names(text).forEach(name -> readable(at, name));
        }

        private void span(String at, Span span) {
            int most = LONGEST.getOrDefault(span.unit(), 1);
            if (span.count() < 1 || span.count() > most) {
                fault(at + "count", Message.of("automation.span", most));
            }
        }

        private void fault(String at, Message message) {
            errors.add(FieldError.of(at, message));
        }
    }
}
