package hengke.capability.webhook;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of the company as they are now. */
@Component
public final class Endpoints {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveValue<List<Endpoint>> live;
    private final DSLContext database;

    Endpoints(DSLContext database, Clock clock, Broadcast broadcast) {
        this.live = new LiveValue<>("webhook", database, clock, broadcast, Endpoints::read);
        this.database = database;
    }

    /** All of a kind, by name. */
    public List<Endpoint> all(String kind) {
        return of(kind, live.get());
    }

    /** One of a kind as it is now. */
    public Optional<Endpoint> find(String kind, long id) {
        return find(id).filter(endpoint -> endpoint.kind().equals(kind));
    }

    /** One of whatever kind as it is now. */
    public Optional<Endpoint> find(long id) {
        return live.refresh().stream().filter(endpoint -> endpoint.id() == id).findFirst();
    }

    /** What it was sealed with by whoever keeps endpoints of its kind. */
    public JsonNode sealed(long id) {
        return database.fetchOptional("select secret from webhook_endpoint where id = ?", id)
                .map(row -> JSON.readTree(row.get("secret", JSONB.class).data()))
                .orElseGet(JSON::nullNode);
    }

    List<Endpoint> within(DSLContext transaction, String kind) {
        return of(kind, live.within(transaction));
    }

    private static List<Endpoint> of(String kind, List<Endpoint> all) {
        return all.stream().filter(endpoint -> endpoint.kind().equals(kind)).toList();
    }

    void change(DSLContext within) {
        live.change(within);
    }

    void refresh() {
        live.refresh();
    }

    /** Says why it is told nothing, or that it is told again. */
    void fault(DSLContext within, Endpoint endpoint, @Nullable Message fault) {
        String kept = fault == null ? null : KeptMessage.of(fault);
        if (!Objects.equals(kept, endpoint.fault())) {
            change(within);
            within.execute("update webhook_endpoint set fault = ? where id = ?", kept, endpoint.id());
        }
    }

    private static List<Endpoint> read(DSLContext within) {
        return within.fetch("select * from webhook_endpoint order by name, id").map(Endpoints::endpoint);
    }

    private static Endpoint endpoint(Record row) {
        JSONB own = row.get("own", JSONB.class);
        return new Endpoint(
                row.get("id", Long.class),
                row.get("kind", String.class),
                row.get("name", String.class),
                row.get("address", String.class),
                row.get("active", Boolean.class),
                row.get("off", String.class),
                row.get("fault", String.class),
                row.get("acting", Long.class),
                JSON.readValue(row.get("interests", JSONB.class).data(), new TypeReference<>() {}),
                own == null ? null : JSON.readTree(own.data()),
                row.get("version", Long.class));
    }
}
