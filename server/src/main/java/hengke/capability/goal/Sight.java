package hengke.capability.goal;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose targets somebody sees: his own, those of everybody under him, and of those all of whose counted records he reaches
 * by a role. A department is seen by whoever leads it or one above, and by whoever sees all its people, others than himself
 * among them.
 */
public final class Sight {
    private final Organisation organisation;
    private final long me;
    /** Null for everybody. */
    private final @Nullable Set<Long> people;

    private final Set<Long> led = new HashSet<>();

    private Sight(Organisation organisation, long me, @Nullable Set<Long> people) {
        this.organisation = organisation;
        this.me = me;
        this.people = people;
        organisation.departments().stream()
                .filter(department -> department.head() != null && department.head() == me)
                .forEach(department -> led.addAll(organisation.tree(department.id())));
    }

    /** What an actor sees of a measure. */
    public static Sight of(Access access, Organisation organisation, Actor actor, Aim aim) {
        List<Set<Long>> limits = aim.parts().stream()
                .flatMap(part -> access.owners(actor, part.owned(), Verb.READ).stream())
                .toList();
        if (limits.isEmpty()) {
            return new Sight(organisation, actor.user(), null);
        }
        Set<Long> reached = new HashSet<>(limits.getFirst());
        limits.forEach(reached::retainAll);
        reached.add(actor.user());
        reached.addAll(organisation.subordinates(actor.user()));
        return new Sight(organisation, actor.user(), reached);
    }

    /** Empty when it is everybody. */
    public Optional<Set<Long>> people() {
        return Optional.ofNullable(people);
    }

    public boolean sees(Subject subject) {
        return switch (subject.kind()) {
            case PERSON -> seesPerson(subject.id());
            case DEPARTMENT -> seesDepartment(subject.id());
        };
    }

    private boolean seesPerson(long id) {
        return organisation.person(id).isPresent() && (people == null || people.contains(id));
    }

    private boolean seesDepartment(long id) {
        if (organisation.department(id).isEmpty()) {
            return false;
        }
        if (people == null || led.contains(id)) {
            return true;
        }
        Set<Long> members = organisation.membersOfTrees(Set.of(id));
        return people.containsAll(members) && members.stream().anyMatch(member -> member != me);
    }
}
