package hengke.kernel.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import hengke.kernel.access.Delegation;
import hengke.kernel.access.Department;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.FieldRule;
import hengke.kernel.access.Grant;
import hengke.kernel.access.Mask;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PageRight;
import hengke.kernel.access.PeopleGroup;
import hengke.kernel.access.Person;
import hengke.kernel.access.RegionOwners;
import hengke.kernel.access.Role;
import hengke.kernel.access.SharingRule;
import hengke.kernel.access.Verb;
import hengke.kernel.events.Broadcast;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The organisation in force. Every request that carries a session or token brings the version number along with it and
 * so acts on the newest organisation; all others look for a newer one at least every few seconds, and at once when
 * told.
 */
public final class LiveOrganisation implements Supplier<Organisation>, Broadcast.Listener {
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private final DSLContext dsl;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final ScopedValue<AtomicReference<@Nullable Organisation>> kept = ScopedValue.newInstance();
    private volatile @Nullable Seen seen;

    /** What was read, and until when it is taken for the newest without a look. */
    private record Seen(Organisation organisation, Instant trustedUntil) {}

    public LiveOrganisation(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /**
     * Does work that keeps to the organisation it has first looked at: two steps of it never act on different rights,
     * as when a list is found by the rights before a change and shown by those after it. What such work changes itself,
     * and then looks for, it sees.
     */
    public <T, X extends Throwable> T keepingToOne(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(kept, new AtomicReference<>()).call(work);
    }

    @Override
    public Organisation get() {
        if (kept.isBound() && kept.get().get() instanceof Organisation one) {
            return one;
        }
        Seen last = seen;
        if (last != null && clock.instant().isBefore(last.trustedUntil)) {
            return keep(last.organisation);
        }
        return get(version());
    }

    /** The organisation of the version that somebody has just seen in the database. */
    public Organisation get(long version) {
        Seen last = seen;
        if (last == null || last.organisation.version() != version) {
            return keep(refresh(version));
        }
        seen = new Seen(last.organisation, clock.instant().plus(TRUSTED));
        return keep(last.organisation);
    }

    private Organisation keep(Organisation looked) {
        if (kept.isBound()) {
            kept.get().set(looked);
        }
        return looked;
    }

    @Override
    public void heard(String message) {
        mayHaveMissed();
    }

    /** Whoever asks next looks for a newer one. */
    @Override
    public void mayHaveMissed() {
        Seen last = seen;
        if (last != null) {
            seen = new Seen(last.organisation, Instant.MIN);
        }
    }

    /** Looks for a newer one now. */
    public Organisation refresh() {
        return get(version());
    }

    private Organisation refresh(long wanted) {
        reading.lock();
        try {
            Seen last = seen;
            if (last != null && last.organisation.version() == wanted) {
                return last.organisation;
            }
            Organisation read = read();
            seen = new Seen(read, clock.instant().plus(TRUSTED));
            return read;
        } finally {
            reading.unlock();
        }
    }

    private long version() {
        return dsl.fetchSingle("select version from organisation_version").get("version", Long.class);
    }

    /** The version is read first: should something change in between, the next look finds a higher one. */
    private Organisation read() {
        long version = version();
        RegionOwners regions = RegionPosts.read(dsl);
        return new Organisation(
                version,
                CompanySettings.company(Settings.open(dsl)),
                people(regions),
                departments(),
                roles(),
                sharingRules(),
                groups(),
                delegations(),
                regions);
    }

    private List<Person> people(RegionOwners owners) {
        Map<Long, List<String>> regions = new HashMap<>();
        owners.byRegion()
                .forEach((region, people) -> people.forEach(person ->
                        regions.computeIfAbsent(person, _ -> new ArrayList<>()).add(region)));
        Map<Long, Set<Long>> roles = dsl.fetch("select person_id, role_id from person_role").stream()
                .collect(groupingBy(
                        row -> row.get("person_id", Long.class),
                        mapping(row -> row.get("role_id", Long.class), toSet())));
        return dsl.fetch("""
                select id, login, name, email, phone, department_id, manager_id, active, version
                from person
                """)
                .map(row -> new Person(
                        row.get("id", Long.class),
                        row.get("login", String.class),
                        row.get("name", String.class),
                        row.get("email", String.class),
                        row.get("phone", String.class),
                        row.get("department_id", Long.class),
                        row.get("manager_id", Long.class),
                        regions.getOrDefault(row.get("id", Long.class), List.of()),
                        row.get("active", Boolean.class),
                        roles.getOrDefault(row.get("id", Long.class), Set.of()),
                        row.get("version", Long.class)));
    }

    private List<Department> departments() {
        return dsl.fetch("select id, name, parent_id, head_id, version from department")
                .map(row -> new Department(
                        row.get("id", Long.class),
                        row.get("name", String.class),
                        row.get("parent_id", Long.class),
                        row.get("head_id", Long.class),
                        row.get("version", Long.class)));
    }

    /** What is over is of no account any more. */
    private List<Delegation> delegations() {
        return dsl.fetch("""
                select id, person_id, delegate_id, starts_at, ends_at from delegation
                where ends_at > cast(? as timestamptz) order by id
                """, clock.instant())
                .map(row -> new Delegation(
                        row.get("id", Long.class),
                        row.get("person_id", Long.class),
                        row.get("delegate_id", Long.class),
                        row.get("starts_at", Instant.class),
                        row.get("ends_at", Instant.class)));
    }

    private List<Role> roles() {
        Map<Long, List<Grant>> grants = byRole(
                "select role_id, object, verb, scope, departments, filter from role_grant order by id",
                row -> new Grant(
                        row.get("object", String.class),
                        Verb.of(row.get("verb", String.class)).orElseThrow(),
                        StoredScope.read(row)));
        Map<Long, List<FieldRule>> fields = byRole(
                "select role_id, object, field, field_right, mask, reveal from role_field order by object, field",
                row -> new FieldRule(
                        row.get("object", String.class),
                        row.get("field", String.class),
                        FieldRight.of(row.get("field_right", String.class)).orElseThrow(),
                        Optional.ofNullable(row.get("mask", String.class))
                                .flatMap(Mask::of)
                                .orElse(null),
                        row.get("reveal", Boolean.class)));
        return dsl.fetch("select id, name, administrator, commands, pages, version from role")
                .map(row -> new Role(
                        row.get("id", Long.class),
                        row.get("name", String.class),
                        row.get("administrator", Boolean.class),
                        grants.getOrDefault(row.get("id", Long.class), List.of()),
                        fields.getOrDefault(row.get("id", Long.class), List.of()),
                        Set.of(row.get("commands", String[].class)),
                        Arrays.stream(row.get("pages", String[].class))
                                .flatMap(page -> PageRight.of(page).stream())
                                .collect(toSet()),
                        row.get("version", Long.class)));
    }

    private List<SharingRule> sharingRules() {
        return dsl.fetch("""
                select id, name, object, filter, sharing_right, active, version,
                       array(select person_id from sharing_rule_target
                             where rule_id = id and person_id is not null) as people,
                       array(select department_id from sharing_rule_target
                             where rule_id = id and department_id is not null) as departments,
                       array(select role_id from sharing_rule_target
                             where rule_id = id and role_id is not null) as roles
                from sharing_rule
                """)
                .map(row -> new SharingRule(
                        row.get("id", Long.class),
                        row.get("name", String.class),
                        row.get("object", String.class),
                        JsonMapper.shared()
                                .readTree(row.get("filter", JSONB.class).data()),
                        row.get("sharing_right", String.class).equals("edit"),
                        Set.of(row.get("people", Long[].class)),
                        Set.of(row.get("departments", Long[].class)),
                        Set.of(row.get("roles", Long[].class)),
                        row.get("active", Boolean.class),
                        row.get("version", Long.class)));
    }

    private List<PeopleGroup> groups() {
        return dsl.fetch("select id, name, people, version from people_group")
                .map(row -> new PeopleGroup(
                        row.get("id", Long.class),
                        row.get("name", String.class),
                        List.of(row.get("people", Long[].class)),
                        row.get("version", Long.class)));
    }

    private <T> Map<Long, List<T>> byRole(String sql, Function<Record, T> mapper) {
        return dsl.fetch(sql).stream()
                .collect(groupingBy(row -> row.get("role_id", Long.class), mapping(mapper, toList())));
    }
}
