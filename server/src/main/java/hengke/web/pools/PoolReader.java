package hengke.web.pools;

import hengke.capability.pool.Exemption;
import hengke.capability.pool.Exemptions;
import hengke.capability.pool.PoolDefinition;
import hengke.capability.pool.PoolDefinition.Limits;
import hengke.capability.pool.PoolDefinition.Members;
import hengke.capability.pool.PoolDefinition.Recycling;
import hengke.capability.pool.PoolDefinition.Return;
import hengke.capability.pool.PoolDefinition.Since;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a pool, and refuses people, departments and roles that are not there. */
@Component
final class PoolReader {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    static final IntegerType COUNT = new IntegerType(0, 1_000_000);
    static final IntegerType DAYS = new IntegerType(1, 3_650);
    static final IntegerType REMINDER = new IntegerType(1, 90);

    private static final IdType USER = new IdType(new IdType.User());
    private static final IdType DEPARTMENT = new IdType(new IdType.Department());
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();
    private static final Members NOBODY = new Members(Set.of(), Set.of(), Set.of());
    private static final Limits UNLIMITED = new Limits(null, null, null, List.of());
    private static final Recycling RESTING = new Recycling(true, List.of(), null, Set.of(), null, List.of(7, 3, 1));

    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final Exemptions exemptions;

    PoolReader(LiveOrganisation organisation, LiveCatalog catalog, Exemptions exemptions) {
        this.organisation = organisation;
        this.catalog = catalog;
        this.exemptions = exemptions;
    }

    /** The pool after this body; what it does not mention remains as in the present one. */
    PoolDefinition read(Body body, @Nullable PoolDefinition present) {
        String name =
                present == null ? body.required("name", NAME).orElse("") : body.kept("name", NAME, present.name());
        String object = present == null ? body.required("object", NAME).orElse("") : same(body, present.object());
        Recycling before = present == null ? RESTING : present.recycling();
        return new PoolDefinition(
                present == null ? 0 : present.id(),
                name,
                object,
                body.kept("standard", FLAG, present != null && present.standard()),
                members(body, present == null ? NOBODY : present.members()),
                body.mentions("administrators")
                        ? users(body, "administrators")
                        : present == null ? Set.of() : present.administrators(),
                body.kept("assignedOnly", FLAG, present != null && present.assignedOnly()),
                body.mentions("hidden") ? body.list("hidden", NAME) : present == null ? List.of() : present.hidden(),
                body.kept("opensChildren", FLAG, present != null && present.opensChildren()),
                limits(body, present == null ? UNLIMITED : present.limits()),
                filter(body, "uncounted", present == null ? null : present.uncounted()),
                body.kept("transfersExceed", FLAG, present == null || present.transfersExceed()),
                body.kept("reasonRequired", FLAG, present != null && present.reasonRequired()),
                new Recycling(
                        body.kept("recycling", FLAG, before.active()),
                        rules(body, before.rules()),
                        filter(body, "exempt", before.exempt()),
                        despite(body, object, before.despite()),
                        body.changed("target", ID, before.target()),
                        body.mentions("reminders") ? numbers(body.list("reminders", REMINDER)) : before.reminders()),
                present == null ? 0 : body.kept("version", ID, present.version()));
    }

    /** A page says it too; it never changes. */
    private static String same(Body body, String object) {
        if (!body.kept("object", NAME, object).equals(object)) {
            body.refuse("object", Message.of("pool.objectStays"));
        }
        return object;
    }

    private Members members(Body body, Members present) {
        if (!body.mentions("members")) {
            return present;
        }
        Optional<Body> said = body.inside("members");
        Members members = said.map(each -> new Members(
                        users(each, "users"), known(each, "departments", DEPARTMENT, departments()), roles(each)))
                .orElse(NOBODY);
        said.ifPresent(Body::refuseUnasked);
        return members;
    }

    private Limits limits(Body body, Limits present) {
        if (!body.mentions("limits")) {
            return present;
        }
        Optional<Body> said = body.inside("limits");
        Limits limits = said.map(each -> new Limits(
                        number(each, "perDay", COUNT),
                        number(each, "holding", COUNT),
                        number(each, "coolDownDays", DAYS),
                        specials(each)))
                .orElse(UNLIMITED);
        said.ifPresent(Body::refuseUnasked);
        return limits;
    }

    private List<Limits.Special> specials(Body limits) {
        List<Limits.Special> specials = new ArrayList<>();
        for (Body each : limits.each("exceptions")) {
            Limits.Special special = new Limits.Special(
                    users(each, "users"), roles(each), number(each, "perDay", COUNT), number(each, "holding", COUNT));
            if (special.users().isEmpty() && special.roles().isEmpty()) {
                each.refuse("users", Message.of("web.sharingWithNobody"));
            }
            each.refuseUnasked();
            specials.add(special);
        }
        return specials;
    }

    private static List<Return> rules(Body body, List<Return> present) {
        if (!body.mentions("recycle")) {
            return present;
        }
        List<Return> rules = new ArrayList<>();
        for (Body each : body.each("recycle")) {
            Optional<Since> since = each.required("since", NAME)
                    .flatMap(wire -> Arrays.stream(Since.values())
                            .filter(known -> known.wire().equals(wire))
                            .findFirst());
            if (since.isEmpty()) {
                each.refuse("since", Message.of("pool.since"));
            }
            rules.add(new Return(
                    since.orElse(Since.CLAIM),
                    number(each, "days", DAYS),
                    each.optional("workingDays", FLAG).orElse(false),
                    each.given("filter").orElse(null)));
            each.refuseUnasked();
        }
        return rules;
    }

    private Set<String> despite(Body body, String object, Set<String> present) {
        if (!body.mentions("despite")) {
            return present;
        }
        Set<String> known = catalog.current().find(object).map(exemptions::of).orElse(List.of()).stream()
                .map(Exemption::name)
                .collect(Collectors.toSet());
        Set<String> said = new LinkedHashSet<>(body.list("despite", NAME));
        if (!known.containsAll(said)) {
            body.refuse("despite", Message.of("identity.unknown"));
        }
        return said;
    }

    private static @Nullable JsonNode filter(Body body, String key, @Nullable JsonNode present) {
        return body.mentions(key) ? body.given(key).orElse(null) : present;
    }

    private static @Nullable Integer number(Body body, String key, IntegerType type) {
        return body.optional(key, type).map(Math::toIntExact).orElse(null);
    }

    private static List<Integer> numbers(List<Long> numbers) {
        return numbers.stream().map(Math::toIntExact).distinct().toList();
    }

    private Set<Long> users(Body body, String key) {
        Organisation now = organisation.get();
        return known(body, key, USER, id -> now.person(id).isPresent());
    }

    private Set<Long> roles(Body body) {
        Organisation now = organisation.get();
        return known(body, "roles", ID, id -> now.role(id).isPresent());
    }

    private LongPredicate departments() {
        Organisation now = organisation.get();
        return id -> now.department(id).isPresent();
    }

    private static Set<Long> known(Body body, String key, FieldType<Long> type, LongPredicate exists) {
        Set<Long> ids = new LinkedHashSet<>(body.list(key, type));
        if (!ids.stream().allMatch(exists::test)) {
            body.refuse(key, Message.of("identity.unknown"));
        }
        return ids;
    }
}
