package hengke.capability.approval;

import hengke.capability.approval.flow.Approvers;
import hengke.capability.approval.flow.World;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PeopleGroup;
import hengke.kernel.access.Person;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/**
 * The company and one record, as an approval asks about them. It is asked in the product's name: what a flow depends on
 * may be what nobody who takes part in it may read.
 */
final class RecordWorld implements World {
    private final DSLContext database;
    private final Access access;
    private final Organisation organisation;
    private final ObjectDefinition object;
    private final long record;
    private final Instant now;

    RecordWorld(
            DSLContext database,
            Access access,
            Organisation organisation,
            ObjectDefinition object,
            long record,
            Instant now) {
        this.database = database;
        this.access = access;
        this.organisation = organisation;
        this.object = object;
        this.record = record;
        this.now = now;
    }

    @Override
    public boolean holds(JsonNode condition) {
        return Access.satisfying(database, object, access.resolve(Actor.SYSTEM, object, condition), List.of(record))
                .contains(record);
    }

    @Override
    public List<Long> people(long starter, Approvers approvers) {
        return switch (approvers) {
            case Approvers.People(List<Long> people) -> people;
            case Approvers.Role(long role, boolean near) -> near(holders(role), starter, near);
            case Approvers.InGroup(long group, boolean near) -> near(inGroup(group), starter, near);
            case Approvers.Superior(int level) -> up(starter, level).stream().toList();
            case Approvers.Superiors superiors -> chain(starter, superiors);
            case Approvers.Head(int level) -> headOf(starter, level).stream().toList();
            case Approvers.Starter _ -> List.of(starter);
            case Approvers.Chosen _, Approvers.Next _ -> List.of();
            case Approvers.Named(String field, int level) ->
                named(field).flatMap(person -> level == 0 ? Optional.of(person) : up(person, level)).stream()
                        .toList();
        };
    }

    private List<Long> holders(long role) {
        return organisation.people().stream()
                .filter(person -> person.active() && person.roles().contains(role))
                .map(Person::id)
                .sorted()
                .toList();
    }

    /** Those in the group who are still here, in its order. */
    private List<Long> inGroup(long group) {
        return organisation.group(group).map(PeopleGroup::people).orElse(List.of()).stream()
                .filter(this::active)
                .toList();
    }

    /** Where it is asked for: of the nearest department upwards in which any of them is; all of them where none is. */
    private List<Long> near(List<Long> all, long starter, boolean asked) {
        return departments(starter)
                .filter(_ -> asked)
                .map(department -> all.stream()
                        .filter(organisation.members(Set.of(department.id()))::contains)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(all);
    }

    private Stream<Department> departments(long person) {
        List<Department> path = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        Long next = organisation.person(person).map(Person::department).orElse(null);
        while (next != null && seen.add(next)) {
            Department department = organisation.department(next).orElse(null);
            if (department == null) {
                break;
            }
            path.add(department);
            next = department.parent();
        }
        return path.stream();
    }

    private Optional<Long> up(long person, int levels) {
        Optional<Long> found = Optional.of(person);
        for (int level = 0; level < levels; level++) {
            found = found.flatMap(this::superior);
        }
        return found.filter(id -> id != person);
    }

    private List<Long> chain(long starter, Approvers.Superiors superiors) {
        List<Long> chain = new ArrayList<>();
        Optional<Long> next = superior(starter);
        while (next.isPresent() && chain.size() < superiors.levels() && !chain.contains(next.get())) {
            long person = next.get();
            chain.add(person);
            Long until = superiors.until();
            boolean last = until != null
                    && organisation
                            .person(person)
                            .filter(one -> one.roles().contains(until))
                            .isPresent();
            next = last ? Optional.empty() : superior(person);
        }
        return chain;
    }

    private Optional<Long> headOf(long person, int level) {
        return departments(person).skip(level).findFirst().map(Department::head);
    }

    private Optional<Long> named(String name) {
        return object.field(name)
                .flatMap(field -> new Pages(database)
                        .byIds(object, Visibility.EVERYTHING, List.of(record), List.<Field<?>>of(field)).stream()
                                .findFirst()
                                .map(row -> row.get(field))
                                .filter(Long.class::isInstance)
                                .map(Long.class::cast));
    }

    @Override
    public boolean active(long person) {
        return person > 0 && organisation.person(person).filter(Person::active).isPresent();
    }

    @Override
    public Optional<Long> superior(long person) {
        return organisation.superior(person).map(Person::id);
    }

    @Override
    public Optional<Long> head(long person) {
        return headOf(person, 0).filter(this::active);
    }

    @Override
    public List<Long> administrators() {
        return organisation.people().stream()
                .filter(Person::active)
                .filter(person -> administers(person.id()))
                .sorted(Comparator.comparing(Person::id))
                .map(Person::id)
                .toList();
    }

    @Override
    public boolean administers(long person) {
        return person == Actor.SYSTEM.user() || organisation.administrator(organisation.actor(person));
    }

    @Override
    public boolean actsFor(long person, long other) {
        return organisation.delegatesOf(other, now).stream().anyMatch(delegate -> delegate.id() == person);
    }

    @Override
    public int lot(int below) {
        return ThreadLocalRandom.current().nextInt(below);
    }

    @Override
    public Instant now() {
        return now;
    }
}
