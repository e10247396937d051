package hengke.capability.routing;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules of routing in force. */
@Component
public final class LiveRoutings {
    private final LiveValue<Map<String, Routing>> live;

    LiveRoutings(DSLContext database, Clock clock, Broadcast broadcast) {
        live = new LiveValue<>("routing", database, clock, broadcast, LiveRoutings::read);
    }

    /** Those of an object; none in force until the company has made some. */
    public Routing of(ObjectDefinition object) {
        return of(object, live.get());
    }

    /** As this transaction sees them. */
    Routing within(DSLContext transaction, ObjectDefinition object) {
        return of(object, live.within(transaction));
    }

    private static Routing of(ObjectDefinition object, Map<String, Routing> all) {
        return Optional.ofNullable(all.get(object.name())).orElseGet(() -> Routing.none(object.name()));
    }

    private static Map<String, Routing> read(DSLContext within) {
        return within.fetch("select object, definition, version from routing")
                .intoMap(
                        row -> row.get("object", String.class),
                        row -> JsonMapper.shared()
                                .readValue(row.get("definition", JSONB.class).data(), Routing.class)
                                .as(row.get("version", Long.class)));
    }

    void refresh() {
        live.refresh();
    }

    void change(DSLContext within) {
        live.change(within);
    }
}
