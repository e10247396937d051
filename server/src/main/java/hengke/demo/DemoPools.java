package hengke.demo;

import hengke.capability.pool.LivePools;
import hengke.capability.pool.PoolDefinition;
import hengke.capability.pool.PoolDefinition.Limits;
import hengke.capability.pool.PoolDefinition.Members;
import hengke.capability.pool.PoolDefinition.Recycling;
import hengke.capability.pool.PoolDefinition.Return;
import hengke.capability.pool.PoolDefinition.Since;
import hengke.capability.pool.Pools;
import hengke.customers.Customer;
import hengke.demo.DemoCompany.Team;
import hengke.demo.DemoLedger.Made;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two pools of customers: one where everybody helps himself, one that hides how to reach the customers. */
@Component
final class DemoPools {
    private final Pools pools;
    private final LivePools live;
    private final Customer customer;
    private final DemoLedger ledger;

    DemoPools(Pools pools, LivePools live, Customer customer, DemoLedger ledger) {
        this.pools = pools;
        this.live = live;
        this.customer = customer;
        this.ledger = ledger;
    }

    /** Answers the pools by the region their teams look after; none where there are real ones already. */
    Map<String, Long> dig(Map<String, Team> teams) {
        Map<String, Long> dug = new LinkedHashMap<>();
        if (!live.all().isEmpty()) {
            return dug;
        }
        long south = pool("华东华南公海（演示）", teams, List.of("east", "south"), List.of(), new Limits(5, 60, 3, List.of()));
        long north = pool(
                "北方公海（演示）",
                teams,
                List.of("north", "west"),
                List.of(customer.phone.name(), customer.website.name()),
                new Limits(3, 40, 7, List.of()));
        List.of("east", "south").forEach(region -> dug.put(region, south));
        List.of("north", "west").forEach(region -> dug.put(region, north));
        return dug;
    }

    private long pool(String name, Map<String, Team> teams, List<String> regions, List<String> hidden, Limits limits) {
        JsonNode fresh = is("new");
        JsonNode won = is("won");
        Set<Long> members = regions.stream()
                .flatMap(region -> Objects.requireNonNull(teams.get(region)).sellers().stream())
                .collect(Collectors.toSet());
        Set<Long> leaders = regions.stream()
                .map(region ->
                        Objects.requireNonNull(teams.get(region)).sellers().getFirst())
                .collect(Collectors.toSet());
        PoolDefinition pool = new PoolDefinition(
                0,
                name,
                customer.name(),
                false,
                new Members(members, Set.of(), Set.of()),
                leaders,
                false,
                hidden,
                hidden.isEmpty(),
                limits,
                won,
                true,
                false,
                new Recycling(
                        true,
                        List.of(new Return(Since.CONTACT, 5, false, fresh), new Return(Since.CONTACT, 30, false, null)),
                        won,
                        Set.of(),
                        null,
                        List.of(7, 3, 1)),
                0);
        return ledger.note(Made.POOLS, pools.add(Caller.SYSTEM, pool));
    }

    private JsonNode is(String status) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("field", customer.status.name())
                .put("op", "eq")
                .put("value", status);
    }

    /** Removes those that nobody uses by now; the standard one last. */
    void fill(List<Long> made) {
        for (long id : made.reversed()) {
            try {
                pools.remove(Caller.SYSTEM, id);
            } catch (Refusal.Invalid | Refusal.NotFound kept) {
                // it is in use, or gone already: both are as they should be
            }
        }
    }
}
