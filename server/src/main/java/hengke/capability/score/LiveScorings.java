package hengke.capability.score;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules of scoring in force. Every node looks for newer ones at least every few seconds, and at once when told. */
@Component
public final class LiveScorings {
    private final LiveValue<List<Scoring>> live;

    LiveScorings(DSLContext database, Clock clock, Broadcast broadcast) {
        live = new LiveValue<>("scoring", database, clock, broadcast, LiveScorings::read);
    }

    public List<Scoring> all() {
        return live.get();
    }

    /** The rules of an object, in force or not. */
    public Optional<Scoring> find(ObjectDefinition object) {
        return of(all(), object);
    }

    /** The same as a transaction sees them. */
    static Optional<Scoring> find(DSLContext within, ObjectDefinition object) {
        return of(read(within), object);
    }

    /** Looks for newer ones now. */
    void refresh() {
        live.refresh();
    }

    /** Says within a transaction that they change. */
    void change(DSLContext within) {
        live.change(within);
    }

    private static Optional<Scoring> of(List<Scoring> all, ObjectDefinition object) {
        return all.stream().filter(each -> each.object().equals(object.name())).findFirst();
    }

    private static List<Scoring> read(DSLContext within) {
        return within.fetch("select definition, version from scoring order by object")
                .map(row -> JsonMapper.shared()
                        .readValue(row.get("definition", JSONB.class).data(), Scoring.class)
                        .as(row.get("version", Long.class)));
    }
}
