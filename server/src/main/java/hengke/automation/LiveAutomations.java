package hengke.automation;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The automations of the company as they are now, and the editions that runs began with. */
@Component
public final class LiveAutomations {
    private final LiveValue<List<Automation>> live;

    /** Editions never change. */
    private final Map<Edition, Plan> plans = new ConcurrentHashMap<>();

    private record Edition(long automation, int number) {}

    LiveAutomations(DSLContext database, Clock clock, Broadcast broadcast) {
        this.live = new LiveValue<>("automation", database, clock, broadcast, LiveAutomations::read);
    }

    /** All, by object and name. */
    public List<Automation> all() {
        return live.get();
    }

    /** One as it is now, if it is not deleted. */
    public Optional<Automation> find(long id) {
        return live.refresh().stream()
                .filter(automation -> automation.id() == id)
                .findFirst();
    }

    /** Those that begin with records of an object. */
    List<Automation> active(ObjectDefinition object) {
        return live.get().stream()
                .filter(automation -> automation.active() && automation.object().equals(object.name()))
                .toList();
    }

    /** An automation with the plan of this edition, deleted or not. */
    public Optional<Automation> edition(DSLContext within, long id, int number) {
        return within.fetchOptional("select * from automation where id = ?", id)
                .map(LiveAutomations::automation)
                .map(now -> new Automation(
                        id,
                        now.object(),
                        now.name(),
                        now.active(),
                        now.acting(),
                        number,
                        plan(within, id, number),
                        now.fault(),
                        now.version()));
    }

    private Plan plan(DSLContext within, long id, int number) {
        Edition edition = new Edition(id, number);
        Plan known = plans.get(edition);
        if (known == null) {
            known = plan(within.fetchSingle(
                    "select plan from automation_edition where automation = ? and edition = ?", id, number));
            plans.put(edition, known);
        }
        return known;
    }

    private static Plan plan(Record row) {
        return Plans.kept(row.get("plan", JSONB.class).data());
    }

    List<Automation> within(DSLContext transaction) {
        return live.within(transaction);
    }

    void change(DSLContext within) {
        live.change(within);
    }

    void refresh() {
        live.refresh();
    }

    private static List<Automation> read(DSLContext within) {
        return within.fetch("select * from automation where deleted_at is null order by object, name, id")
                .map(LiveAutomations::automation);
    }

    private static Automation automation(Record row) {
        return new Automation(
                row.get("id", Long.class),
                row.get("object", String.class),
                row.get("name", String.class),
                row.get("active", Boolean.class),
                row.get("acting", Long.class),
                row.get("edition", Integer.class),
                plan(row),
                row.get("fault", String.class),
                row.get("version", Long.class));
    }
}
