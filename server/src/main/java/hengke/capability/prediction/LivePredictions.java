package hengke.capability.prediction;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.learning.Model;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** By what records are foretold on every node. */
@Component
public final class LivePredictions {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final LiveValue<Map<String, Serving>> live;

    LivePredictions(DSLContext database, Clock clock, Broadcast broadcast) {
        live = new LiveValue<>("prediction", database, clock, broadcast, LivePredictions::read);
    }

    public Serving of(ObjectDefinition object) {
        return of(live.get(), object);
    }

    /** As this transaction sees it. */
    Serving within(DSLContext transaction, ObjectDefinition object) {
        return of(live.within(transaction), object);
    }

    private static Serving of(Map<String, Serving> all, ObjectDefinition object) {
        Serving found = all.get(object.name());
        return found == null ? Serving.nothing(object.name()) : found;
    }

    void change(DSLContext within) {
        live.change(within);
    }

    void refresh() {
        live.refresh();
    }

    private static Map<String, Serving> read(DSLContext within) {
        return within.fetch("""
                        select p.object, p.model, p.rates, p.left_out, p.version, m.definition
                        from prediction p left join prediction_model m on m.id = p.model
                        """).intoMap(row -> row.get("object", String.class), LivePredictions::serving);
    }

    private static Serving serving(Record row) {
        return new Serving(
                row.get("object", String.class),
                learnt(row.get("model", Long.class), row.get("definition", JSONB.class)),
                JSON.readValue(row.get("rates", JSONB.class).data(), StageRates.class),
                Set.copyOf(JSON.readValue(row.get("left_out", JSONB.class).data(), NAMES)),
                row.get("version", Long.class));
    }

    private static Serving.@Nullable Learnt learnt(@Nullable Long id, @Nullable JSONB definition) {
        return id == null || definition == null
                ? null
                : new Serving.Learnt(id, JSON.readValue(definition.data(), Model.class));
    }
}
