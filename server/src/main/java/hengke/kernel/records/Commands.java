package hengke.kernel.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ObjectNode;

/** Every command there is, and the one way in which commands are run. */
public final class Commands {
    /** Records that may be taken together as one. */
    public static final int MOST_TOGETHER = 100;

    private final Writer writer;
    private final Access access;
    private final CommandInput inputs;
    private final List<Command> all;
    private final List<ActsByItself> byItself;

    Commands(Writer writer, Access access, Rights rights, Clock clock, List<Command> all, List<ActsByItself> byItself) {
        this.writer = writer;
        this.access = access;
        this.inputs = new CommandInput(new Completion(clock), new ReferenceCheck(writer.catalog(), rights));
        this.all = List.copyOf(all);
        this.byItself = List.copyOf(byItself);
    }

    /** The commands of an object, whoever may run them. */
    public List<Command> of(ObjectDefinition object) {
        return all.stream().filter(command -> command.concerns(object)).toList();
    }

    /** Those that the actor may run. */
    public List<Command> of(Actor actor, ObjectDefinition object) {
        return of(object).stream()
                .filter(command -> access.mayRun(actor, object, command.name()))
                .toList();
    }

    /** By the name of each command that the actor may run, the records on which it is offered. */
    public Map<String, Criterion> offered(Actor actor, ObjectDefinition object) {
        Map<String, Criterion> offered = new LinkedHashMap<>();
        of(actor, object).forEach(command -> offered.put(command.name(), command.offered(object, actor)));
        return offered;
    }

    /** The command of this name, if the actor may run it. */
    public Command require(Actor actor, ObjectDefinition object, String name) {
        if (!access.may(actor, object, Verb.READ)) {
            throw new Refusal.NotFound();
        }
        Command command = of(object).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        if (!access.mayRun(actor, object, name)) {
            throw new Refusal.Forbidden(Message.of("records.mayNotRun", command.label(), object.label()));
        }
        return command;
    }

    /** Refuses what would be refused for every one of many records. */
    public void check(Caller caller, ObjectDefinition object, String name, ObjectNode input) {
        Command command = require(caller.actor(), object, name);
        if (command.several() == Command.Several.TOGETHER) {
            throw Refusal.Invalid.at("command", Message.of("records.commandTogether", command.label(), MOST_TOGETHER));
        }
        DraftReader.values(command.input(object), input);
    }

    /** Does it to one record, as an operation of its own; throws when refused. */
    public Operation run(Caller caller, ObjectDefinition object, long id, String name, ObjectNode input) {
        return runTogether(caller, object, List.of(id), name, input);
    }

    /** Does it to all of these or, if one of them is refused, to none, as an operation of its own. */
    public Operation runTogether(
            Caller caller, ObjectDefinition object, List<Long> ids, String name, ObjectNode input) {
        if (ids.size() > MOST_TOGETHER) {
            throw Refusal.Invalid.at("ids", Message.of("value.tooMany", MOST_TOGETHER));
        }
        Command command = require(caller.actor(), object, name);
        return writer.inTransaction(transaction -> {
            Operation operation = OperationLog.open(
                    transaction,
                    caller,
                    Kind.COMMAND,
                    object.name(),
                    command.label().chinese() + " " + object.label().chinese(),
                    Status.DONE,
                    ids.size());
            for (Verdict verdict : run(transaction, caller, operation, object, command, input, ids)) {
                if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                    throw refusal;
                }
            }
            return operation;
        });
    }

    /** As part of a larger operation, in its transaction: a verdict for each record, in order. */
    public List<Verdict> run(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            String name,
            ObjectNode input,
            List<Long> ids) {
        return run(transaction, caller, operation, object, require(caller.actor(), object, name), input, ids);
    }

    private List<Verdict> run(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            Command command,
            ObjectNode input,
            List<Long> ids) {
        Row asked = inputs.read(transaction, caller, operation, command, object, input);
        Set<Long> seen = new HashSet<>(access.reached(transaction, caller.actor(), object, Verb.READ, ids));
        seen.addAll(Access.satisfying(transaction, object, command.answersAbout(object, caller.actor()), ids));
        List<Long> records = ids.stream().filter(seen::contains).distinct().toList();
        Map<Long, Verdict> verdicts = new HashMap<>();
        if (!records.isEmpty()) {
            Iterator<Verdict> told = command.run(new Command.Run(
                            object,
                            caller,
                            operation,
                            records,
                            asked,
                            transaction,
                            (other, drafts) -> writer.write(transaction, caller.asProduct(), operation, other, drafts)))
                    .iterator();
            records.forEach(id -> verdicts.put(id, told.next()));
        }
        List<Verdict> all = new ArrayList<>();
        ids.forEach(id -> all.add(verdicts.getOrDefault(id, new Verdict.Refused(new Refusal.NotFound()))));
        return all;
    }

    /** What was done by an operation of this name in the log: a command, or something the product does by itself. */
    public Optional<Label> act(ObjectDefinition object, String logged) {
        return Stream.concat(
                        of(object).stream().map(Command::label),
                        byItself.stream().map(ActsByItself::act))
                .filter(label -> logged.startsWith(label.chinese() + " "))
                .max(Comparator.comparingInt(label -> label.chinese().length()));
    }

    /** What a command of an object is called in the log of operations. */
    String label(ObjectDefinition object, String name) {
        return of(object).stream()
                .filter(command -> command.name().equals(name))
                .map(command -> command.label().chinese())
                .findFirst()
                .orElse(name);
    }
}
