package hengke.automation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The automations as administrators manage them: checked, written down, in force on every node. */
@Component
public final class AutomationChanges {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_OF_AN_OBJECT = 200;

    private final LiveAutomations automations;
    private final PlanCheck check;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Access access;
    private final Writer writer;
    private final Clock clock;

    AutomationChanges(
            LiveAutomations automations,
            PlanCheck check,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Access access,
            Writer writer,
            Clock clock) {
        this.automations = automations;
        this.check = check;
        this.catalog = catalog;
        this.organisation = organisation;
        this.access = access;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * What an automation is to be.
     *
     * @param acting the person it acts as
     */
    public record Wanted(String name, boolean active, long acting, Plan plan) {}

    /** The objects whose records things can be done with by themselves. */
    public List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> !object.embedded())
                .toList();
    }

    /** The object of this name, if it can be. */
    public ObjectDefinition object(String name) {
        return objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at("object", Message.of("automation.noObject", name)));
    }

    /** The person it would act as, if they are here. */
    public Actor acting(long person) {
        if (person <= 0
                || organisation.get().person(person).filter(Person::active).isEmpty()) {
            throw Refusal.Invalid.at("acting", Message.of("automation.actingGone"));
        }
        return organisation.get().actor(person);
    }

    /** Makes one; its id. */
    public long add(Actor by, ObjectDefinition object, Wanted wanted) {
        access.requireAdministrator(by);
        check.require(acting(wanted.acting()), object, wanted.plan());
        return changing(within -> {
            requireFree(within, object.name(), wanted.name(), 0);
            if (within.fetchSingle(
                                    "select count(*) from automation where object = ? and deleted_at is null",
                                    object.name())
                            .get(0, Integer.class)
                    >= MOST_OF_AN_OBJECT) {
                throw Refusal.Invalid.at("object", Message.of("automation.tooMany", MOST_OF_AN_OBJECT));
            }
            String now = now().toString();
            long id = within.fetchSingle(
                            """
                            insert into automation (object, name, active, acting, plan, looked_at, updated_at, updated_by)
                            values (?, ?, ?, ?, cast(? as jsonb), cast(? as timestamptz), cast(? as timestamptz), ?)
                            returning id""",
                            object.name(),
                            wanted.name(),
                            wanted.active(),
                            wanted.acting(),
                            Plans.write(wanted.plan()),
                            now,
                            now,
                            by.user())
                    .get("id", Long.class);
            keepEdition(within, by, id, 1, wanted.plan());
            log(within, by, id, wanted.name(), null, logged(wanted));
            return id;
        });
    }

    /** Lays a plan over the version that was seen; what is under way goes on by the edition it began with. */
    public void change(Actor by, long id, long seen, Wanted wanted) {
        access.requireAdministrator(by);
        Automation present = automations.find(id).orElseThrow(Refusal.NotFound::new);
        check.require(acting(wanted.acting()), object(present.object()), wanted.plan());
        changing(within -> {
            Automation before = held(within, id);
            if (before.version() != seen) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            requireFree(within, before.object(), wanted.name(), id);
            boolean redrawn = !Plans.write(before.plan()).equals(Plans.write(wanted.plan()));
            int edition = before.edition() + (redrawn ? 1 : 0);
            boolean begins = wanted.active() && (!before.active() || redrawn);
            within.execute(
                    """
                    update automation set name = ?, active = ?, acting = ?, plan = cast(? as jsonb), edition = ?,
                        fault = null, version = version + 1, updated_at = cast(? as timestamptz), updated_by = ?,
                        looked_at = case when ? then cast(? as timestamptz) else looked_at end
                    where id = ?""",
                    wanted.name(),
                    wanted.active(),
                    wanted.acting(),
                    Plans.write(wanted.plan()),
                    edition,
                    now().toString(),
                    by.user(),
                    begins,
                    now().toString(),
                    id);
            if (redrawn) {
                keepEdition(within, by, id, edition, wanted.plan());
            }
            log(within, by, id, wanted.name(), logged(wanted(before)), logged(wanted));
            return id;
        });
    }

    /** How many act as somebody. */
    public long actingAs(long person) {
        return automations.all().stream()
                .filter(automation -> automation.acting() == person)
                .count();
    }

    /**
     * Within a transaction: what acts as somebody who leaves acts as somebody else from now on, who must be able to do
     * all of it; how many.
     */
    public long pass(DSLContext within, Actor by, long from, long to) {
        access.requireAdministrator(by);
        automations.change(within);
        long passed = 0;
        for (Automation before : automations.within(within)) {
            if (before.acting() == from) {
                requireTakenOver(before, to);
                within.execute("""
                        update automation set acting = ?, version = version + 1, updated_at = cast(? as timestamptz),
                            updated_by = ? where id = ?""", to, now().toString(), by.user(), before.id());
                Wanted wanted = wanted(before);
                log(
                        within,
                        by,
                        before.id(),
                        before.name(),
                        logged(wanted),
                        logged(new Wanted(wanted.name(), wanted.active(), to, wanted.plan())));
                passed++;
            }
        }
        return passed;
    }

    private void requireTakenOver(Automation automation, long to) {
        try {
            check.require(acting(to), object(automation.object()), automation.plan());
        } catch (Refusal.Invalid invalid) {
            throw Refusal.Invalid.at(
                    "automations",
                    Message.of(
                            "automation.notTakenOver",
                            automation.name(),
                            invalid.errors().getFirst().message()));
        }
    }

    /** Nothing begins any more, and what is under way ends where it stands. */
    public void remove(Actor by, long id) {
        access.requireAdministrator(by);
        changing(within -> {
            Automation before = held(within, id);
            within.execute(
                    "update automation set deleted_at = cast(? as timestamptz), active = false where id = ?",
                    now().toString(),
                    id);
            end(within, id);
            log(within, by, id, before.name(), logged(wanted(before)), null);
            return id;
        });
    }

    /** Ends all runs that are under way; how many. */
    public int end(Actor by, long id) {
        access.requireAdministrator(by);
        return writer.inTransaction(within -> {
            held(within, id);
            return end(within, id);
        });
    }

    private int end(DSLContext within, long id) {
        return within.execute("""
                update automation_run set status = 'stopped', reason = ?, ended_at = cast(? as timestamptz)
                where automation = ? and status = 'live'""", Outcome.Reason.ENDED.wire(), now().toString(), id);
    }

    private <T> T changing(Function<DSLContext, T> work) {
        T done = writer.inTransaction(within -> {
            automations.change(within);
            return work.apply(within);
        });
        automations.refresh();
        return done;
    }

    private void keepEdition(DSLContext within, Actor by, long id, int edition, Plan plan) {
        within.execute("""
                insert into automation_edition (automation, edition, plan, at, by)
                values (?, ?, cast(? as jsonb), cast(? as timestamptz), ?)""", id, edition, Plans.write(plan), now().toString(), by.user());
    }

    private Automation held(DSLContext within, long id) {
        return automations.within(within).stream()
                .filter(automation -> automation.id() == id)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    private static void requireFree(DSLContext within, String object, String name, long except) {
        if (!within.fetch(
                        "select 1 from automation where object = ? and name = ? and id <> ? and deleted_at is null",
                        object,
                        name,
                        except)
                .isEmpty()) {
            throw Refusal.Invalid.at("name", Message.of("automation.nameTaken"));
        }
    }

    private static Wanted wanted(Automation automation) {
        return new Wanted(automation.name(), automation.active(), automation.acting(), automation.plan());
    }

    private static ObjectNode logged(Wanted wanted) {
        return JSON.valueToTree(wanted);
    }

    private void log(
            DSLContext within,
            Actor by,
            long id,
            String name,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {
        AdministrationLog.record(
                within, by, now(), new AdministrationLog.Subject("automation", id, name), before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
