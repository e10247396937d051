package hengke.capability.worth;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How worth is told now, on every node. */
@Component
public final class LiveWorth {
    private final LiveValue<Map<String, WorthDefinition>> live;

    LiveWorth(DSLContext database, Clock clock, Broadcast broadcast) {
        live = new LiveValue<>("worth", database, clock, broadcast, LiveWorth::read);
    }

    public WorthDefinition of(ObjectDefinition object) {
        WorthDefinition decided = live.get().get(object.name());
        return decided == null ? WorthDefinition.usual(object.name()) : decided;
    }

    /** Looks for changes now. */
    void refresh() {
        live.refresh();
    }

    /** Says within a transaction that it changes. */
    void change(DSLContext within) {
        live.change(within);
    }

    /** As this transaction sees them. */
    static Map<String, WorthDefinition> read(DSLContext within) {
        Map<String, WorthDefinition> definitions = new HashMap<>();
        within.fetch("select object, definition, version from worth_definition")
                .forEach(row -> definitions.put(
                        row.get("object", String.class),
                        JsonMapper.shared()
                                .readValue(row.get("definition", JSONB.class).data(), WorthDefinition.class)
                                .at(row.get("version", Long.class))));
        return Map.copyOf(definitions);
    }
}
