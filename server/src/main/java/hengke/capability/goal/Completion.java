package hengke.capability.goal;

import hengke.capability.goal.Achievements.Achieved;
import hengke.capability.goal.Targets.Target;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the company aims at and has achieved by one measure, as a tree: departments with those above them first, then their
 * people, then the departments below. Whoever belongs to a department counts in it, those who left as well.
 */
public final class Completion {
    private final Organisation organisation;
    private final Comparator<String> byName;
    private final Map<Subject, BigDecimal> targets = new HashMap<>();
    private final Map<Long, BigDecimal> done = new HashMap<>();

    /**
     * How one stands.
     *
     * @param department in which it lies
     * @param depth below how many departments that are shown it stands
     * @param target its own; null where none is set
     * @param below of a department: what its people and the departments below together aim at, where a department without a
     *     target of its own aims at what is below it
     * @param people of a department: what all its people down the tree aim at
     */
    public record Line(
            Subject subject,
            String name,
            boolean active,
            @Nullable Long department,
            int depth,
            @Nullable BigDecimal target,
            @Nullable BigDecimal below,
            @Nullable BigDecimal people,
            BigDecimal done) {

        /** What is aimed at: its own target, or else what was aimed at below. */
        public @Nullable BigDecimal aim() {
            return target != null || below == null || below.signum() == 0 ? target : below;
        }
    }

    public Completion(
            Organisation organisation, Comparator<String> byName, List<Target> targets, List<Achieved> achieved) {
        this.organisation = organisation;
        this.byName = byName;
        for (Target target : targets) {
            if (target.amount() != null) {
                this.targets.merge(target.cell().subject(), target.amount(), BigDecimal::add);
            }
        }
        achieved.forEach(each -> done.merge(each.person(), each.value(), BigDecimal::add));
    }

    /** Those that are seen; of those who left, whoever has aimed or achieved. */
    public List<Line> lines(Predicate<Subject> seen) {
        List<Line> lines = new ArrayList<>();
        for (Department top : children(null)) {
            add(top, 0, seen, lines);
        }
        people(null, 0, seen, lines);
        return lines;
    }

    /** How one of them stands. */
    public Line line(Subject subject) {
        return switch (subject.kind()) {
            case PERSON -> person(organisation.person(subject.id()).orElseThrow(), 0);
            case DEPARTMENT -> department(organisation.department(subject.id()).orElseThrow(), 0);
        };
    }

    private void add(Department department, int depth, Predicate<Subject> seen, List<Line> lines) {
        int below = depth;
        if (seen.test(Subject.department(department.id()))) {
            lines.add(department(department, depth));
            below++;
        }
        people(department.id(), below, seen, lines);
        for (Department child : children(department.id())) {
            add(child, below, seen, lines);
        }
    }

    private void people(@Nullable Long department, int depth, Predicate<Subject> seen, List<Line> lines) {
        organisation.people().stream()
                .filter(person -> Objects.equals(person.department(), department))
                .filter(person -> seen.test(Subject.person(person.id())))
                .filter(person -> person.active()
                        || targets.containsKey(Subject.person(person.id()))
                        || done.containsKey(person.id()))
                .sorted(Comparator.comparing(Person::name, byName).thenComparing(Person::id))
                .forEach(person -> lines.add(person(person, depth)));
    }

    private Line person(Person person, int depth) {
        return new Line(
                Subject.person(person.id()),
                person.name(),
                person.active(),
                person.department(),
                depth,
                targets.get(Subject.person(person.id())),
                null,
                null,
                done.getOrDefault(person.id(), BigDecimal.ZERO));
    }

    private Line department(Department department, int depth) {
        Set<Long> members = organisation.membersOfTrees(Set.of(department.id()));
        return new Line(
                Subject.department(department.id()),
                department.name(),
                true,
                department.parent(),
                depth,
                targets.get(Subject.department(department.id())),
                below(department.id()),
                aims(members),
                members.stream()
                        .map(member -> done.getOrDefault(member, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private BigDecimal below(long department) {
        BigDecimal sum = aims(organisation.members(Set.of(department)));
        for (Department child : children(department)) {
            BigDecimal own = targets.get(Subject.department(child.id()));
            sum = sum.add(own == null ? below(child.id()) : own);
        }
        return sum;
    }

    private BigDecimal aims(Set<Long> people) {
        return people.stream()
                .map(person -> targets.getOrDefault(Subject.person(person), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Department> children(@Nullable Long parent) {
        return organisation.departments().stream()
                .filter(department -> Objects.equals(department.parent(), parent))
                .sorted(Comparator.comparing(Department::name, byName).thenComparing(Department::id))
                .toList();
    }
}
