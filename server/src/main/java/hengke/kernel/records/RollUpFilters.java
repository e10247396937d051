package hengke.kernel.records;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SummedUp;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.FieldGuard;
import hengke.kernel.query.Resolver;
import hengke.kernel.query.Who;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What the filters of roll-ups mean, worked out once for each catalog. */
public final class RollUpFilters {
    private static final Logger log = LoggerFactory.getLogger(RollUpFilters.class);

    private final LiveCatalog live;
    private final Clock clock;
    private final Map<String, Criterion> known = new ConcurrentHashMap<>();

    RollUpFilters(LiveCatalog live, Clock clock) {
        this.live = live;
        this.clock = clock;
        live.onSwap(_ -> known.clear());
    }

    /** A filter that has lost its meaning counts nothing. */
    Criterion of(SummedUp rollUp) {
        return known.computeIfAbsent(
                live.current().version() + rollUp.parent().name() + "."
                        + rollUp.field().name(),
                _ -> {
                    try {
                        return resolve(live.current(), rollUp);
                    } catch (Refusal refusal) {
                        log.warn("The roll-up {} counts nothing: {}", rollUp.field(), refusal.getMessage());
                        return Criterion.NEVER;
                    }
                });
    }

    private Criterion resolve(Catalog catalog, SummedUp rollUp) {
        JsonNode filter = rollUp.rollUp().filter();
        return filter == null ? Criterion.ALWAYS : read(catalog, rollUp.child(), filter);
    }

    /** What a filter means; refuses one that makes no sense. */
    public Criterion read(Catalog catalog, ObjectDefinition child, JsonNode filter) {
        return new Resolver(catalog, FieldGuard.ALL, new Nobody(), clock, ZoneOffset.UTC).resolve(child, filter);
    }

    /** A stored sum is the same for everybody. */
    private record Nobody() implements Who {
        @Override
        public long me() {
            throw Refusal.Invalid.at("filter", Message.of("query.person"));
        }

        @Override
        public Set<Long> myTeam() {
            throw Refusal.Invalid.at("filter", Message.of("query.person"));
        }

        @Override
        public Set<Long> usersUnderDepartment(long department) {
            throw Refusal.Invalid.at("filter", Message.of("query.person"));
        }

        @Override
        public Set<Long> departmentsUnder(long department) {
            throw Refusal.Invalid.at("filter", Message.of("query.person"));
        }
    }
}
