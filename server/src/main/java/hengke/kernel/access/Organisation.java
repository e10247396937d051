package hengke.kernel.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The company, its people, departments and roles at one moment: an immutable value with quick answers about who works
 * where and reports to whom. People who left still count as members: their records remain with their department.
 */
public final class Organisation {
    private final long version;
    private final Company company;
    private final Map<Long, Person> people;
    private final Map<Long, Department> departments;
    private final Map<Long, Role> roles;
    private final Map<Long, SharingRule> sharingRules;
    private final Map<Long, PeopleGroup> groups;
    private final List<Delegation> delegations;
    private final RegionOwners regionOwners;
    private final Map<Long, Set<Long>> membersByDepartment;
    private final Map<Long, Set<Long>> reportsByManager;
    private final Map<Long, Set<Long>> departmentsByParent;
    private final Map<Long, Set<Long>> departmentsByHead;

    public Organisation(
            long version,
            Company company,
            Collection<Person> people,
            Collection<Department> departments,
            Collection<Role> roles) {
        this(version, company, people, departments, roles, List.of(), List.of(), List.of(), RegionOwners.NONE);
    }

    public Organisation(
            long version,
            Company company,
            Collection<Person> people,
            Collection<Department> departments,
            Collection<Role> roles,
            Collection<SharingRule> sharingRules,
            Collection<PeopleGroup> groups,
            Collection<Delegation> delegations,
            RegionOwners regionOwners) {
        this.regionOwners = regionOwners;
        this.delegations = List.copyOf(delegations);
        this.version = version;
        this.company = company;
        this.people = byId(people, Person::id);
        this.departments = byId(departments, Department::id);
        this.roles = byId(roles, Role::id);
        this.sharingRules = byId(sharingRules, SharingRule::id);
        this.groups = byId(groups, PeopleGroup::id);
        this.membersByDepartment = idsBy(people, Person::department, Person::id);
        this.reportsByManager = idsBy(people, Person::manager, Person::id);
        this.departmentsByParent = idsBy(departments, Department::parent, Department::id);
        this.departmentsByHead = idsBy(departments, Department::head, Department::id);
    }

    /** Grows with every change to anybody or anything in it. */
    public long version() {
        return version;
    }

    public Company company() {
        return company;
    }

    public Optional<Person> person(long id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Everybody, those who left included, in order of id. */
    public List<Person> people() {
        return people.values().stream()
                .filter(person -> person.id() != Actor.SYSTEM.user())
                .toList();
    }

    public Optional<Department> department(long id) {
        return Optional.ofNullable(departments.get(id));
    }

    /** All departments, in order of id. */
    public List<Department> departments() {
        return List.copyOf(departments.values());
    }

    public Optional<Role> role(long id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** All roles, in order of id. */
    public List<Role> roles() {
        return List.copyOf(roles.values());
    }

    /** All sharing rules, in order of id. */
    public List<SharingRule> sharingRules() {
        return List.copyOf(sharingRules.values());
    }

    public Optional<SharingRule> sharingRule(long id) {
        return Optional.ofNullable(sharingRules.get(id));
    }

    /** All groups of people, in order of id. */
    public List<PeopleGroup> groups() {
        return List.copyOf(groups.values());
    }

    public Optional<PeopleGroup> group(long id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The people a sharing rule is for. */
    public Set<Long> sharedWith(SharingRule rule) {
        return among(rule.audience());
    }

    /** The active people of an audience. */
    public Set<Long> among(Audience audience) {
        Set<Long> inDepartments = new HashSet<>(membersOfTrees(audience.departments()));
        all(audience.departments(), this::tree).stream()
                .flatMap(id -> department(id).map(Department::head).stream())
                .forEach(inDepartments::add);
        return people().stream()
                .filter(Person::active)
                .filter(person -> audience.people().contains(person.id())
                        || inDepartments.contains(person.id())
                        || !Collections.disjoint(person.roles(), audience.roles()))
                .map(Person::id)
                .collect(toSet());
    }

    /** The sharing rules for a person. */
    List<SharingRule> sharingRulesFor(long id) {
        Predicate<Audience> isAmong = isAmong(id);
        return sharingRules.values().stream()
                .filter(rule -> isAmong.test(rule.audience()))
                .toList();
    }

    /** Tells of audiences whether a person, active or not, is among them. */
    public Predicate<Audience> isAmong(long id) {
        Set<Long> above = all(departmentsOf(id), this::above);
        Set<Long> held = person(id).map(Person::roles).orElseGet(Set::of);
        return audience -> audience.people().contains(id)
                || !Collections.disjoint(audience.departments(), above)
                || !Collections.disjoint(audience.roles(), held);
    }

    /** The organisation as it would be with this role in place of the one with its id. */
    public Organisation with(Role role) {
        return new Organisation(
                version,
                company,
                people.values(),
                departments.values(),
                with(roles, role.id(), role),
                sharingRules(),
                groups(),
                delegations,
                regionOwners);
    }

    /** The organisation as it would be with this sharing rule, in place of one with its id. */
    public Organisation with(SharingRule rule) {
        return new Organisation(
                version,
                company,
                people.values(),
                departments.values(),
                roles.values(),
                with(sharingRules, rule.id(), rule),
                groups(),
                delegations,
                regionOwners);
    }

    private static <T> Collection<T> with(Map<Long, T> all, long id, T one) {
        Map<Long, T> changed = new LinkedHashMap<>(all);
        changed.put(id, one);
        return changed.values();
    }

    /** A department and all above it. */
    private Set<Long> above(long department) {
        return reachable(
                Set.of(department),
                id -> department(id).map(Department::parent).map(Set::of).orElseGet(Set::of));
    }

    /** Who looks after which region. */
    public RegionOwners regionOwners() {
        return regionOwners;
    }

    /** Who acts for whom, now or some other time. */
    public List<Delegation> delegations() {
        return delegations;
    }

    /** The colleagues for whom a person acts at a moment; one who is away for good has nobody acting for them. */
    List<Person> actsFor(long delegate, Instant now) {
        return delegations.stream()
                .filter(delegation -> delegation.delegate() == delegate && delegation.holds(now))
                .flatMap(delegation -> person(delegation.person()).stream())
                .filter(Person::active)
                .toList();
    }

    /** Those who act for a person at a moment. */
    public List<Person> delegatesOf(long person, Instant now) {
        return delegations.stream()
                .filter(delegation -> delegation.person() == person && delegation.holds(now))
                .flatMap(delegation -> person(delegation.delegate()).stream())
                .filter(Person::active)
                .toList();
    }

    /** The roles a person holds; somebody unknown or disabled holds none. */
    List<Role> rolesOf(long person) {
        return person(person).filter(Person::active).map(Person::roles).orElseGet(Set::of).stream()
                .sorted()
                .map(roles::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The person as an actor with the roles held now; somebody unknown or disabled holds none. */
    public Actor actor(long person) {
        return actor(person, TokenScope.EVERY, null);
    }

    /** The same, when it acts through a token that was given only for this. */
    public Actor actor(long person, Set<TokenScope> scopes, @Nullable Long token) {
        return person(person)
                .map(found ->
                        new Actor(found.id(), found.name(), found.active() ? found.roles() : Set.of(), scopes, token))
                .orElseGet(() -> new Actor(person, "", Set.of(), scopes, token));
    }

    /** May this actor manage people, roles and everything else? */
    public boolean administrator(Actor actor) {
        return Standing.of(actor, this).everything(TokenScope.ADMINISTER);
    }

    /** A department and all below it. */
    public Set<Long> tree(long department) {
        return reachable(
                departments.containsKey(department) ? Set.of(department) : Set.of(),
                below -> departmentsByParent.getOrDefault(below, Set.of()));
    }

    /** Those who belong to one of exactly these departments. */
    public Set<Long> members(Set<Long> ofDepartments) {
        return all(ofDepartments, department -> membersByDepartment.getOrDefault(department, Set.of()));
    }

    /** The same, without those who left. */
    public Set<Long> activeMembers(Set<Long> ofDepartments) {
        return members(ofDepartments).stream()
                .filter(id -> person(id).filter(Person::active).isPresent())
                .collect(toSet());
    }

    /** Those who belong to one of these departments or to one below. */
    public Set<Long> membersOfTrees(Set<Long> ofDepartments) {
        return members(all(ofDepartments, this::tree));
    }

    /** The departments of a person: where it belongs, and those it heads. */
    public Set<Long> departmentsOf(long person) {
        Set<Long> ids = new HashSet<>(departmentsByHead.getOrDefault(person, Set.of()));
        person(person).map(Person::department).ifPresent(ids::add);
        return ids;
    }

    /** Everybody who reports to a person: as its manager or as head of the department, directly or through others. */
    public Set<Long> subordinates(long person) {
        Set<Long> found = new HashSet<>(reachable(Set.of(person), this::directReports));
        found.remove(person);
        return Collections.unmodifiableSet(found);
    }

    /** Whom a person reports to: the manager, else who leads the department or the next one above that somebody else leads. */
    public Optional<Person> superior(long person) {
        Optional<Person> manager =
                person(person).map(Person::manager).flatMap(this::person).filter(Person::active);
        Long department = person(person).map(Person::department).orElse(null);
        Set<Long> seen = new HashSet<>();
        while (manager.isEmpty() && department != null && seen.add(department)) {
            Department place = departments.get(department);
            manager = Optional.ofNullable(place)
                    .map(Department::head)
                    .filter(head -> head != person)
                    .flatMap(this::person)
                    .filter(Person::active);
            department = place == null ? null : place.parent();
        }
        return manager;
    }

    private Set<Long> directReports(long person) {
        Set<Long> direct = new HashSet<>(reportsByManager.getOrDefault(person, Set.of()));
        direct.addAll(membersOfTrees(departmentsByHead.getOrDefault(person, Set.of())));
        return direct;
    }

    private static Set<Long> reachable(Set<Long> from, Function<Long, Set<Long>> next) {
        Set<Long> seen = new HashSet<>(from);
        Deque<Long> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Long id : next.apply(open.pop())) {
                if (seen.add(id)) {
                    open.push(id);
                }
            }
        }
        return Collections.unmodifiableSet(seen);
    }

    private static Set<Long> all(Set<Long> ids, Function<Long, Set<Long>> each) {
        return ids.stream().flatMap(id -> each.apply(id).stream()).collect(toSet());
    }

    private static <T> Map<Long, T> byId(Collection<T> items, Function<T, Long> id) {
        return items.stream()
                .sorted(Comparator.comparing(id))
                .collect(toMap(id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
    }

    private static <T> Map<Long, Set<Long>> idsBy(
            Collection<T> items, Function<T, ? extends @Nullable Long> key, Function<T, Long> id) {
        return items.stream()
                .filter(item -> key.apply(item) != null)
                .collect(groupingBy(item -> Objects.requireNonNull(key.apply(item)), mapping(id, toSet())));
    }
}
