package hengke.capability.region;

import hengke.capability.owner.Receiving;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.RegionOwners.Taker;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds who takes records by their regions: the nearest owner who may have one more. */
@Component
final class Takers {
    private final LiveOrganisation organisation;
    private final List<Receiving> receiving;
    private final Clock clock;

    Takers(LiveOrganisation organisation, ObjectProvider<Receiving> receiving, Clock clock) {
        this.organisation = organisation;
        this.receiving = receiving.orderedStream().toList();
        this.clock = clock;
    }

    /**
     * Who takes a record.
     *
     * @param full why the nearest of all could not, if nobody could
     */
    record Found(@Nullable Taker taker, @Nullable Message full) {}

    /** A search within one transaction, in which people fill up. */
    final class Search {
        private final ObjectDefinition object;
        private final Organisation now = organisation.get();
        private final List<Receiving.Counter> counters;

        private Search(DSLContext database, ObjectDefinition object, boolean newOnes) {
            this.object = object;
            this.counters = receiving.stream()
                    .map(each -> each.counter(database, object, newOnes))
                    .toList();
        }

        /** @param possible may this person be given it at all? */
        Found find(Row record, Predicate<Taker> possible) {
            Message full = null;
            String region = record.get(Regional.of(object));
            for (Taker taker : now.regionOwners().takers(now, region, clock.instant())) {
                if (possible.test(taker)) {
                    Optional<Message> refused = counters.stream()
                            .flatMap(counter -> counter.refuses(taker.person(), record).stream())
                            .findFirst();
                    if (refused.isEmpty()) {
                        return new Found(taker, null);
                    }
                    full = full == null ? refused.get() : full;
                }
            }
            return new Found(null, full);
        }
    }

    Search search(DSLContext database, ObjectDefinition object, boolean newOnes) {
        return new Search(database, object, newOnes);
    }
}
