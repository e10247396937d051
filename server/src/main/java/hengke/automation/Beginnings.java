package hengke.automation;

import hengke.automation.Runs.Beginning;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets records begin that an automation is for, as far as whoever it acts as may see them. */
@Component
final class Beginnings {
    private static final int PART = 5_000;

    private final LiveAutomations automations;
    private final Acting acting;
    private final Access access;
    private final Background background;
    private final Clock clock;

    Beginnings(LiveAutomations automations, Acting acting, Access access, Background background, Clock clock) {
        this.automations = automations;
        this.acting = acting;
        this.access = access;
        this.background = background;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Those of the candidates that it is for begin; how many. An automation that cannot judge says why, and none does. */
    int begin(DSLContext within, Automation automation, ObjectDefinition object, Collection<Beginning> candidates) {
        Optional<Actor> actor = acting.as(automation);
        if (actor.isEmpty()) {
            fault(within, automation, Message.of("automation.actingGone"));
            return 0;
        }
        Set<Long> fitting;
        try {
            fitting = fitting(
                    within,
                    automation.plan(),
                    object,
                    actor.get(),
                    candidates.stream().map(Beginning::record).collect(Collectors.toSet()));
        } catch (Refusal refusal) {
            fault(within, automation, refusal.reason());
            return 0;
        }
        fault(within, automation, null);
        List<Beginning> these = candidates.stream()
                .filter(each -> fitting.contains(each.record()))
                .toList();
        int begun = Runs.begin(within, automation, now(), these);
        if (begun > 0) {
            promise();
        }
        return begun;
    }

    /** All records it is for begin, for one cause; how many. */
    int beginAll(DSLContext within, Automation automation, ObjectDefinition object, String cause) {
        int begun = 0;
        long last = 0;
        List<Long> part;
        do {
            part = within.fetch(
                            "select id from {0} where deleted_at is null and id > {1} order by id limit {2}",
                            DSL.table(DSL.name(object.table())), DSL.val(last), DSL.val(PART))
                    .getValues(0, Long.class);
            begun += begin(
                    within,
                    automation,
                    object,
                    part.stream().map(id -> new Beginning(id, cause, List.of())).toList());
            last = part.isEmpty() ? last : part.getLast();
        } while (part.size() == PART);
        return begun;
    }

    /** The records are moved on as soon as this transaction has committed. */
    void promise() {
        background.promise(AutomationClock.ADVANCE, UUID.randomUUID().toString(), Duration.ZERO);
    }

    /** Those of these living records that a plan is for. */
    Set<Long> fitting(DSLContext within, Plan plan, ObjectDefinition object, Actor actor, Set<Long> records) {
        Set<Long> seen = new Pages(within).visible(object, access.visibility(actor, object, Verb.READ), records);
        return plan.when() == null
                ? seen
                : Access.satisfying(within, object, access.resolve(actor, object, plan.when()), seen);
    }

    private void fault(DSLContext within, Automation automation, @Nullable Message fault) {
        String kept = fault == null ? null : KeptMessage.of(fault);
        if (!Objects.equals(kept, automation.fault())) {
            automations.change(within);
            within.execute("update automation set fault = ? where id = ?", kept, automation.id());
        }
    }
}
