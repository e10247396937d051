package hengke.capability.region;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The objects whose new records go to the owner of their region, as the company has decided. */
@Component
public final class RegionAssignment {
    private final LiveValue<Set<String>> live;
    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Access access;
    private final Clock clock;

    RegionAssignment(DSLContext database, LiveCatalog catalog, Access access, Clock clock, Broadcast broadcast) {
        this.live = new LiveValue<>("region-assignment", database, clock, broadcast, RegionAssignment::read);
        this.database = database;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    /** Those that can be assigned so. */
    public List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Regional.class))
                .toList();
    }

    public boolean active(ObjectDefinition object) {
        return live.get().contains(object.name());
    }

    public void change(Actor by, ObjectDefinition object, boolean active) {
        access.requireAdministrator(by);
        database.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            live.change(within);
            boolean before = read(within).contains(object.name());
            within.execute("delete from region_assignment where object = ?", object.name());
            if (active) {
                within.execute(
                        "insert into region_assignment values (?, cast(? as timestamptz), ?)",
                        object.name(),
                        clock.instant(),
                        by.user());
            }
            AdministrationLog.record(
                    within,
                    by,
                    clock.instant(),
                    new AdministrationLog.Subject(
                            "region-assignment", null, object.label().chinese()),
                    JsonMapper.shared().createObjectNode().put("active", before),
                    JsonMapper.shared().createObjectNode().put("active", active));
        });
        live.refresh();
    }

    private static Set<String> read(DSLContext within) {
        return Set.copyOf(within.fetch("select object from region_assignment").getValues("object", String.class));
    }
}
