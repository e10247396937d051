package hengke.capability.pipeline;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The pipelines in force: the shipped ones until the company has its own. */
@Component
public final class LivePipelines {
    private static final TypeReference<List<Pipeline>> PIPELINES = new TypeReference<>() {};

    private final LiveValue<Map<String, Pipelines>> live;

    LivePipelines(DSLContext database, Clock clock, Broadcast broadcast) {
        live = new LiveValue<>("pipelines", database, clock, broadcast, LivePipelines::read);
    }

    /** Those of an object that is pipelined. */
    public Pipelines of(ObjectDefinition object) {
        return of(object, live.get());
    }

    /** As this transaction sees them. */
    Pipelines within(DSLContext transaction, ObjectDefinition object) {
        return of(object, live.within(transaction));
    }

    private static Pipelines of(ObjectDefinition object, Map<String, Pipelines> own) {
        return Optional.ofNullable(own.get(object.name()))
                .orElseGet(() -> new Pipelines(object.name(), pipelined(object).shipped(), 0));
    }

    static Pipelined pipelined(ObjectDefinition object) {
        return object.capability(Pipelined.class).orElseThrow();
    }

    private static Map<String, Pipelines> read(DSLContext within) {
        return within.fetch("select object, definition, version from pipelines")
                .intoMap(
                        row -> row.get("object", String.class),
                        row -> new Pipelines(
                                row.get("object", String.class),
                                JsonMapper.shared()
                                        .readValue(
                                                row.get("definition", JSONB.class)
                                                        .data(),
                                                PIPELINES),
                                row.get("version", Long.class)));
    }

    void refresh() {
        live.refresh();
    }

    void change(DSLContext within) {
        live.change(within);
    }
}
