package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.RegionOwners;
import hengke.kernel.metadata.type.Regions;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Who looks after which region, as administrators arrange it. */
public final class RegionPosts {
    private final OrganisationChanges changes;

    RegionPosts(OrganisationChanges changes) {
        this.changes = changes;
    }

    /** Puts these people, first one first, in the place of those who look after the region. */
    public void change(Actor by, String region, List<Long> people) {
        if (!Regions.contains(region)) {
            throw new Refusal.NotFound();
        }
        changes.make(by, within -> {
            for (long person : people) {
                if (!Rows.exist(within, "select from person where id > 0 and active and id = ?", person)) {
                    throw Refusal.Invalid.at("owners", Message.of("identity.unknown"));
                }
            }
            List<Long> before = within.fetch("select person_id from region_owner where region = ?", region)
                    .getValues("person_id", Long.class);
            List<Long> touched = new ArrayList<>(before);
            touched.addAll(people);
            within.execute("delete from region_owner where region = ?", region);
            people.stream().distinct().forEach(person -> insert(within, person, region));
            // whoever edits one of them must look again
            return within.execute("update person set version = version + 1 where id = any (?)", (Object)
                    touched.toArray(Long[]::new));
        });
    }

    /** Gives a person these regions; in one that is looked after already the person comes last. */
    static void give(DSLContext within, long person, List<String> regions) {
        within.execute(
                "delete from region_owner where person_id = ? and region <> all (?)",
                person,
                regions.toArray(String[]::new));
        regions.forEach(region -> insert(within, person, region));
    }

    private static void insert(DSLContext within, long person, String region) {
        within.execute(
                "insert into region_owner (region, person_id) values (?, ?) on conflict do nothing", region, person);
    }

    static RegionOwners read(DSLContext within) {
        Map<String, List<Long>> byRegion = new LinkedHashMap<>();
        within.fetch("select region, person_id from region_owner order by region, place")
                .forEach(row -> byRegion.computeIfAbsent(row.get("region", String.class), _ -> new ArrayList<>())
                        .add(row.get("person_id", Long.class)));
        return new RegionOwners(byRegion);
    }
}
