package hengke.automation;

import hengke.automation.Runs.Moved;
import hengke.capability.flow.Tree;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one record through a plan, kept or not, as it really would go, and takes everything back: what the product's
 * rules say is said, and nothing stays. Waits are not waited for.
 */
@Component
public final class RehearsePlan {
    private final Writer writer;
    private final Advance advance;
    private final Beginnings beginnings;
    private final AutomationChanges changes;
    private final LiveCatalog catalog;
    private final CallingSteps calling;
    private final TextingSteps texting;

    RehearsePlan(
            Writer writer,
            Advance advance,
            Beginnings beginnings,
            AutomationChanges changes,
            LiveCatalog catalog,
            CallingSteps calling,
            TextingSteps texting) {
        this.writer = writer;
        this.advance = advance;
        this.beginnings = beginnings;
        this.changes = changes;
        this.catalog = catalog;
        this.calling = calling;
        this.texting = texting;
    }

    /**
     * What would happen.
     *
     * @param fits is the plan for this record as it is now?
     */
    public record Result(boolean fits, List<Taken> steps) {}

    /**
     * A step on the way.
     *
     * @param outcome {@code done}, {@code way}, {@code waits}, {@code failed} or {@code ends}
     * @param note what there is to say about it, as kept by {@code KeptMessage}
     * @param until when it would be over, where it waits
     * @param sends what another program, or a phone, would be sent
     */
    public record Taken(
            Step step,
            String outcome,
            @Nullable Integer way,
            @Nullable String note,
            @Nullable Instant until,
            List<Written> written,
            @Nullable String sends) {}

    /**
     * A record that would be written.
     *
     * @param id null for one that would be new
     */
    public record Written(String object, @Nullable Long id, List<Became> values) {}

    /** A value that would change. */
    public record Became(Field<?> field, JsonNode before, JsonNode after) {}

    /** Carries the result out of a transaction that must not stay. */
    private static final class TakenBack extends RuntimeException {
        private final transient Result result;

        private TakenBack(Result result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    /** Rehearses what {@link PlanCheck} has found right. */
    public Result of(ObjectDefinition object, AutomationChanges.Wanted wanted, long record) {
        Actor actor = changes.acting(wanted.acting());
        try {
            return writer.inTransaction(within -> {
                throw new TakenBack(rehearsed(within, object, wanted, actor, record));
            });
        } catch (TakenBack back) {
            return back.result;
        }
    }

    private Result rehearsed(
            DSLContext within, ObjectDefinition object, AutomationChanges.Wanted wanted, Actor actor, long record) {
        if (new Pages(within)
                .visible(object, Visibility.EVERYTHING, List.of(record))
                .isEmpty()) {
            throw new Refusal.NotFound();
        }
        boolean fits = beginnings
                .fitting(within, wanted.plan(), object, actor, Set.of(record))
                .contains(record);
        Instant now = beginnings.now();
        Automation thought =
                new Automation(0, object.name(), wanted.name(), true, wanted.acting(), 0, wanted.plan(), null, 0);
        Tree<Step> tree = new Tree<>(wanted.plan().nodes());
        String first = wanted.plan().nodes().getFirst().id();
        long run = begun(within, thought, record, first, now);
        Standing standing = new Standing(run, 0, 0, record, List.of(), first, null, 0, now);
        List<Taken> taken = new ArrayList<>();
        boolean onward = true;
        while (onward) {
            Moved moved = advance.move(within, thought, List.of(standing), now).getFirst();
            Step step = tree.place(standing.node()).node();
            boolean waits = moved.status().equals("live") && moved.node().equals(standing.node());
            boolean fails = moved.error() != null;
            Instant deadline = moved.deadline();
            if (!(waits && standing.deadline() != null)) {
                taken.add(new Taken(
                        step,
                        fails ? "failed" : waits ? "waits" : moved.outcome() == null ? "ends" : moved.outcome(),
                        moved.way(),
                        moved.note(),
                        waits && !fails ? deadline : null,
                        written(within, moved.operation()),
                        sends(within, object, actor, standing, step)));
            }
            onward = moved.status().equals("live") && !fails;
            if (waits && deadline != null && deadline.isAfter(now)) {
                now = deadline;
            }
            standing = new Standing(run, 0, 0, record, List.of(), moved.node(), deadline, 0, standing.startedAt());
        }
        return new Result(fits, taken);
    }

    private @Nullable String sends(
            DSLContext within, ObjectDefinition object, Actor actor, Standing standing, Step step) {
        Optional<String> sends = switch (step) {
            case Step.Webhook webhook -> calling.queued(within, standing.id(), webhook);
            case Step.Sms sms ->
                new Pages(within)
                        .byIds(object, Visibility.EVERYTHING, List.of(standing.record()), object.fields()).stream()
                                .findFirst()
                                .flatMap(row -> texting.wording(actor, object, row, sms));
            case Step.Change _,
                    Step.Create _,
                    Step.Task _,
                    Step.Tell _,
                    Step.Run _,
                    Step.Mail _,
                    Step.Submit _,
                    Step.Choice _,
                    Step.Wait _,
                    Step.WaitForDay _,
                    Step.Until _,
                    Step.Stop _ -> Optional.empty();
        };
        return sends.orElse(null);
    }

    /** A run that nobody else will ever see. */
    private static long begun(DSLContext within, Automation thought, long record, String first, Instant now) {
        long automation =
                within.fetchSingle("""
                        insert into automation (object, name, acting, plan, looked_at, updated_at, updated_by, deleted_at)
                        values (?, '', ?, '{}', now(), now(), 0, now()) returning id
                        """, thought.object(), thought.acting()).get("id", Long.class);
        return within.fetchSingle("""
                        insert into automation_run (automation, edition, object, record_id, cause, chain, status, node,
                            due_at, started_at)
                        values (?, 0, ?, ?, 'rehearsal', '{}', 'live', ?, cast(? as timestamptz), cast(? as timestamptz))
                        returning id
                        """, automation, thought.object(), record, first, now.toString(), now.toString())
                .get("id", Long.class);
    }

    private List<Written> written(DSLContext within, @Nullable Long operation) {
        if (operation == null) {
            return List.of();
        }
        List<Written> written = new ArrayList<>();
        for (Record row : within.fetch(
                "select object, record_id, action, before, after from record_change where operation_id = ? order by id",
                operation)) {
            String name = row.get("object", String.class);
            catalog.current().find(name).ifPresent(object -> {
                JsonNode before = json(row.get("before", JSONB.class));
                JsonNode after = json(row.get("after", JSONB.class));
                boolean fresh = row.get("action", String.class).equals("create");
                written.add(new Written(
                        name,
                        fresh ? null : row.get("record_id", Long.class),
                        object.fields().stream()
                                .filter(field -> after.has(field.name()))
                                .map(field -> new Became(field, before.path(field.name()), after.path(field.name())))
                                .toList()));
            });
        }
        return written;
    }

    private static JsonNode json(JSONB value) {
        return JsonMapper.shared().readTree(value.data());
    }
}
