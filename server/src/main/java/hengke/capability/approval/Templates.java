package hengke.capability.approval;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The templates in force, and which of them a record needs. */
@Component
public final class Templates {
    private final LiveValue<List<Template>> live;
    private final Access access;

    Templates(DSLContext database, Clock clock, Broadcast broadcast, Access access) {
        this.access = access;
        this.live = new LiveValue<>("approval", database, clock, broadcast, Templates::read);
    }

    /** All, by object and in their order. */
    public List<Template> all() {
        return live.get();
    }

    public Optional<Template> find(long id) {
        return live.refresh().stream().filter(template -> template.id() == id).findFirst();
    }

    /** Those of an object that are in force, in their order. */
    public List<Template> active(ObjectDefinition object) {
        return live.get().stream()
                .filter(template -> template.active() && template.object().equals(object.name()))
                .toList();
    }

    /** The first that is for this record as it is stored now. */
    public Optional<Template> applying(DSLContext within, ObjectDefinition object, long record) {
        return active(object).stream()
                .filter(template -> fits(within, object, template.way(), record))
                .findFirst();
    }

    boolean fits(DSLContext within, ObjectDefinition object, Template.Way way, long record) {
        return way.when() == null
                || !Access.satisfying(within, object, access.resolve(Actor.SYSTEM, object, way.when()), List.of(record))
                        .isEmpty();
    }

    List<Template> within(DSLContext transaction) {
        return live.within(transaction);
    }

    void change(DSLContext within) {
        live.change(within);
    }

    void refresh() {
        live.refresh();
    }

    private static List<Template> read(DSLContext within) {
        return within.fetch("select * from approval_template order by object, position, id")
                .map(Templates::template);
    }

    private static Template template(Record row) {
        return new Template(
                row.get("id", Long.class),
                row.get("object", String.class),
                row.get("name", String.class),
                row.get("active", Boolean.class),
                row.get("position", Integer.class),
                row.get("edition", Integer.class),
                JsonMapper.shared().readValue(row.get("definition", JSONB.class).data(), Template.Way.class),
                row.get("version", Long.class));
    }
}
