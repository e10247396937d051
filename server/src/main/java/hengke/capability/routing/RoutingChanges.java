package hengke.capability.routing;

import hengke.capability.owner.Owned;
import hengke.capability.pool.LivePools;
import hengke.capability.routing.Routing.Kind;
import hengke.capability.routing.Routing.Member;
import hengke.capability.routing.Routing.Rule;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of routing as administrators manage them: checked, written down, in force on every node. */
@Component
public final class RoutingChanges {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_RULES = 100;
    private static final int MOST_MEMBERS = 200;

    private final LiveRoutings live;
    private final RoutingFilters filters;
    private final LivePools pools;
    private final LiveOrganisation organisation;
    private final Writer writer;
    private final LiveCatalog catalog;
    private final Access access;
    private final Background background;
    private final Clock clock;

    RoutingChanges(
            LiveRoutings live,
            RoutingFilters filters,
            LivePools pools,
            LiveOrganisation organisation,
            Writer writer,
            LiveCatalog catalog,
            Access access,
            Background background,
            Clock clock) {
        this.live = live;
        this.filters = filters;
        this.pools = pools;
        this.organisation = organisation;
        this.writer = writer;
        this.catalog = catalog;
        this.access = access;
        this.background = background;
        this.clock = clock;
    }

    /** The objects whose records can be routed. */
    public List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Routed.class) && object.has(Owned.class))
                .toList();
    }

    /** The object of this name, if its records can be routed. */
    public ObjectDefinition object(String name) {
        return objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Lays these rules over those at the version that was seen. */
    public void save(Actor by, ObjectDefinition object, Routing next) {
        access.requireAdministrator(by);
        check(object, next);
        writer.inTransaction(within -> {
            live.change(within);
            Routing before = live.within(within, object);
            if (before.version() != next.version()) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            within.execute("""
                    insert into routing (object, definition, updated_at, updated_by)
                    values (?, cast(? as jsonb), cast(? as timestamptz), ?)
                    on conflict (object) do update set definition = excluded.definition,
                        version = routing.version + 1, updated_at = excluded.updated_at,
                        updated_by = excluded.updated_by
                    """, object.name(), JSON.writeValueAsString(next), clock.instant(), by.user());
            AdministrationLog.record(
                    within,
                    by,
                    clock.instant(),
                    new AdministrationLog.Subject(
                            "routing", null, object.label().chinese()),
                    logged(before),
                    logged(next));
            return next;
        });
        live.refresh();
        background.promiseOnce(RoutingClock.REFRESH, Duration.ZERO);
    }

    /** What is wrong with rules; throws, each at its field. */
    void check(ObjectDefinition object, Routing next) {
        List<FieldError> errors = new ArrayList<>();
        if (next.rules().size() > MOST_RULES) {
            errors.add(FieldError.of("rules", Message.of("routing.tooMany", MOST_RULES)));
        }
        if (next.active() && next.rules().stream().noneMatch(Rule::active)) {
            errors.add(FieldError.of("rules", Message.of("routing.least")));
        }
        if (next.reroutes() != null && next.answerWithin() == null) {
            errors.add(FieldError.of("answerWithin", Message.of("routing.limitFirst")));
        }
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < next.rules().size(); i++) {
            Rule rule = next.rules().get(i);
            String at = "rules[" + i + "].";
            if (!keys.add(rule.key())) {
                errors.add(FieldError.of(at + "key", Message.of("routing.twice", rule.key())));
            }
            if (!names.add(rule.name())) {
                errors.add(FieldError.of(at + "name", Message.of("routing.twice", rule.name())));
            }
            if (rule.filter() != null) {
                filters.fault(object, rule.filter())
                        .ifPresent(fault -> errors.add(FieldError.of(at + "filter", fault)));
            }
            target(object, rule, at + "target.", errors);
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private void target(ObjectDefinition object, Rule rule, String at, List<FieldError> errors) {
        if (rule.target().kind() == Kind.POOL) {
            if (pools.find(rule.target().pool())
                    .filter(pool -> pool.object().equals(object.name()))
                    .isEmpty()) {
                errors.add(FieldError.of(at + "pool", Message.of("pool.otherObject", object.label())));
            }
            return;
        }
        List<Member> members = rule.target().members();
        if (members.isEmpty() || rule.target().kind() == Kind.PERSON && members.size() > 1) {
            errors.add(FieldError.of(at + "members", Message.of("routing.members")));
        }
        if (members.size() > MOST_MEMBERS) {
            errors.add(FieldError.of(at + "members", Message.of("routing.tooManyMembers", MOST_MEMBERS)));
        }
        Organisation now = organisation.get();
        Set<Long> people = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            long person = members.get(i).person();
            String where = at + "members[" + i + "].person";
            // who has left meanwhile is passed over, and stays in the rule until somebody takes them out
            if (now.person(person).filter(known -> known.id() > 0).isEmpty()) {
                errors.add(FieldError.of(where, Message.of("routing.person")));
            } else if (!people.add(person)) {
                String name = now.person(person).map(Person::name).orElse("");
                errors.add(FieldError.of(where, Message.of("routing.twice", name)));
            }
        }
    }

    private static ObjectNode logged(Routing routing) {
        ObjectNode json = JSON.valueToTree(routing);
        json.remove("version");
        return json;
    }
}
