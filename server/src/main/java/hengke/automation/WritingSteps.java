package hengke.automation;

import hengke.automation.Filling.Filled;
import hengke.automation.Turn.At;
import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Commands;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** Steps that write records: as one operation for all that take them, with the rights of whoever they act as. */
@Component
final class WritingSteps {
    private final Writer writer;
    private final Commands commands;
    private final LiveCatalog catalog;
    private final Filling filling;
    private final FindPeople people;

    WritingSteps(Writer writer, Commands commands, LiveCatalog catalog, Filling filling, FindPeople people) {
        this.writer = writer;
        this.commands = commands;
        this.catalog = catalog;
        this.filling = filling;
        this.people = people;
    }

    void change(Turn turn, Step.Change change) {
        Map<Long, Filled> filled = filling.of(turn, turn.object(), change.values());
        write(turn, turn.object(), filled, (at, its) -> Draft.update(at.run().record(), null, its.values()));
    }

    void create(Turn turn, Step.Create create) {
        ObjectDefinition target = target(create.object());
        write(turn, target, filling.of(turn, target, create.values()), (_, its) -> Draft.create(its.values()));
    }

    void task(Turn turn, Step.Task task) {
        ObjectDefinition target = target(hengke.capability.task.Task.NAME);
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("name", new Value.Words(task.title()));
        values.put("dueAt", new Value.Day(task.days(), true, null));
        values.put("priority", new Value.Fixed(StringNode.valueOf(task.priority())));
        Field<?> about = target.field("about").orElseThrow();
        Map<Long, Filled> filled = filling.of(turn, target, values);
        write(turn, target, filled, (at, its) -> {
            Map<Field<?>, @Nullable Object> all = new LinkedHashMap<>(its.values());
            all.put(about, new Link(turn.object().name(), at.run().record()));
            List<Long> whom = people.of(task.whom(), turn.object(), at.row());
            all.put(Owned.OWNER, whom.isEmpty() ? Long.valueOf(turn.actor().user()) : whom.getFirst());
            return Draft.create(all);
        });
    }

    private ObjectDefinition target(String object) {
        return catalog.current().find(object).orElseThrow(() -> Filling.noField(object));
    }

    /** How a record's values become a draft. */
    private interface Drafting {
        Draft draft(At at, Filled its);
    }

    private void write(Turn turn, ObjectDefinition target, Map<Long, Filled> filled, Drafting drafting) {
        List<At> written = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (At at : turn.runs()) {
            Filled its = Objects.requireNonNull(filled.get(at.run().record()));
            Refusal refusal = its.refusal();
            if (refusal != null) {
                turn.outcome(at.run(), Advance.failed(refusal));
            } else {
                written.add(at);
                drafts.add(drafting.draft(at, its));
            }
        }
        if (!drafts.isEmpty()) {
            List<Verdict> verdicts = writer.write(turn.database(), turn.caller(), turn.operation(), target, drafts);
            judge(turn, target, written, verdicts);
        }
    }

    private static void judge(Turn turn, ObjectDefinition target, List<At> written, List<Verdict> verdicts) {
        for (int i = 0; i < written.size(); i++) {
            At at = written.get(i);
            switch (verdicts.get(i)) {
                case Verdict.Written(var row, boolean changed) -> {
                    if (changed) {
                        turn.effect(target.name(), row.id(), at.run());
                    }
                    turn.outcome(
                            at.run(),
                            new Outcome.Done(changed ? turn.operation().id() : null, null));
                }
                case Verdict.Refused(Refusal refusal) -> turn.outcome(at.run(), Advance.failed(refusal));
            }
        }
    }

    void command(Turn turn, Step.Run run) {
        List<Verdict> verdicts = commands.run(
                turn.database(),
                turn.caller(),
                turn.operation(),
                turn.object(),
                run.command(),
                run.input(),
                turn.records());
        judge(turn, turn.object(), turn.runs(), verdicts);
    }
}
