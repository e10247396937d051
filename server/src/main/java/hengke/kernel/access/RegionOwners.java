package hengke.kernel.access;

import hengke.kernel.metadata.type.Regions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after which region. The same fact decides what people see by their regions and who takes what is new there.
 *
 * @param byRegion the people of each region, first one first
 */
public record RegionOwners(Map<String, List<Long>> byRegion) {
    public static final RegionOwners NONE = new RegionOwners(Map.of());

    public RegionOwners {
        Map<String, List<Long>> copy = new LinkedHashMap<>();
        byRegion.forEach((region, people) -> copy.put(region, List.copyOf(people)));
        byRegion = copy;
    }

    /**
     * Somebody who takes what lies in a region.
     *
     * @param region the region looked after, the record's own or one above
     * @param person the owner, or who acts for an owner who is away
     */
    public record Taker(String region, long person) {}

    /** Who could take a record in this region: of the nearest region first, and there in order. */
    public List<Taker> takers(Organisation now, @Nullable String region, Instant at) {
        List<Taker> takers = new ArrayList<>();
        for (Optional<String> above = Optional.ofNullable(region);
                above.isPresent();
                above = above.flatMap(Regions::parent)) {
            String here = above.get();
            byRegion.getOrDefault(here, List.of()).stream()
                    .flatMap(owner -> now.person(owner).stream())
                    .filter(Person::active)
                    .map(owner ->
                            now.delegatesOf(owner.id(), at).stream().findFirst().orElse(owner))
                    .forEach(person -> takers.add(new Taker(here, person.id())));
        }
        return takers;
    }
}
