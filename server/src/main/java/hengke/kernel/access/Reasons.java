package hengke.kernel.access;

import hengke.kernel.access.Standing.Held;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Check;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Visibility.Reason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Why an actor reaches records: the one place where grants, shares and parents become conditions. */
final class Reasons {
    /** How many records up a right may come from. */
    private static final int FARTHEST = 3;

    private final Catalog catalog;
    private final Organisation organisation;
    private final Clock clock;
    private final Standing standing;
    private final ScopeCondition scopes;
    private final List<Circumstance> circumstances;
    private final Function<ObjectDefinition, Following> following;

    Reasons(
            Catalog catalog,
            Organisation organisation,
            Clock clock,
            Standing standing,
            List<Circumstance> circumstances,
            Function<ObjectDefinition, Following> following) {
        this.following = following;
        this.catalog = catalog;
        this.organisation = organisation;
        this.clock = clock;
        this.standing = standing;
        this.circumstances = circumstances;
        this.scopes = new ScopeCondition(catalog, organisation, clock, standing.actor());
    }

    /** Is there any way for the verb to reach a record? */
    boolean granted(ObjectDefinition object, Verb verb) {
        return granted(object, verb, FARTHEST);
    }

    /** The people all of whose records the verb reaches by a role's scope; empty when it reaches everybody's. */
    Optional<Set<Long>> owners(ObjectDefinition object, Verb verb) {
        List<Scope> held = standing.grants(object, verb).map(Held::scope).toList();
        if (standing.everything(verb) || held.stream().anyMatch(Scope.All.class::isInstance)) {
            return Optional.empty();
        }
        Set<Long> people = new HashSet<>();
        held.forEach(scope -> people.addAll(scopes.owners(scope)));
        return Optional.of(people);
    }

    /** Every reason, also those that others contain. */
    List<Reason> of(ObjectDefinition object, Verb verb) {
        List<Reason> reasons = of(object, verb, FARTHEST);
        if (verb == Verb.READ || verb == Verb.CREATE || verb == Verb.IMPORT) {
            return reasons;
        }
        Criterion within = within(object, verb);
        List<Reason> reading = of(object, Verb.READ, FARTHEST);
        return reasons.stream()
                .map(reason -> new Reason(reason.name(), Criterion.all(readable(reason.criterion(), reading), within)))
                .filter(reason -> !(reason.criterion() instanceof Criterion.Never))
                .toList();
    }

    /** What a change needs besides; who is bound by nothing is not bound by this either. */
    List<Limit> limits(ObjectDefinition object, Verb verb) {
        return standing.everything(verb)
                ? List.of()
                : circumstances.stream()
                        .flatMap(each -> each.limit(organisation, standing.actor(), object, verb).stream())
                        .toList();
    }

    private Criterion within(ObjectDefinition object, Verb verb) {
        return Criterion.all(limits(object, verb).stream().map(Limit::within).toList());
    }

    /** Leaves out what reaches only records of people whom another reason reaches as well. */
    static List<Reason> withoutContained(List<Reason> reasons) {
        List<Reason> kept = new ArrayList<>();
        for (Reason reason : reasons) {
            if (kept.stream().noneMatch(other -> contains(other.criterion(), reason.criterion()))) {
                kept.removeIf(other -> contains(reason.criterion(), other.criterion()));
                kept.add(reason);
            }
        }
        return kept;
    }

    private boolean granted(ObjectDefinition object, Verb verb, int far) {
        return standing.everything(verb)
                || standing.grants(object, verb).findAny().isPresent()
                || opened(object, verb)
                || far > 0 && object.embedded() && standing.actor().mayUse(verb) && parentGranted(object, verb, far);
    }

    private boolean opened(ObjectDefinition object, Verb verb) {
        return standing.actor().mayUse(verb) && circumstances.stream().anyMatch(each -> each.open(object, verb));
    }

    private boolean parentGranted(ObjectDefinition object, Verb verb, int far) {
        return object.parents().stream()
                .flatMap(reference -> catalog.targets(reference).stream())
                .anyMatch(parent -> granted(parent, onParent(verb), far - 1));
    }

    private List<Reason> of(ObjectDefinition object, Verb verb, int far) {
        if (standing.everything(verb)) {
            return List.of(new Reason(
                    Message.of(standing.actor().system() ? "access.system" : "access.administrator"),
                    Criterion.ALWAYS));
        }
        if (!granted(object, verb, far)) {
            return List.of();
        }
        if (opened(object, verb)) {
            return List.of(new Reason(Message.of("access.everybody"), Criterion.ALWAYS));
        }
        List<Reason> reasons = new ArrayList<>();
        standing.grants(object, verb)
                .map(held -> new Reason(
                        Message.of(
                                "access.scope." + held.scope().wire(),
                                held.role().name()),
                        scopes.of(object, held.scope())))
                .forEach(reasons::add);
        reasons.addAll(shared(object, verb));
        reasons.addAll(sharedByRule(object, verb));
        reasons.addAll(delegated(object, verb));
        Circumstance.Reach reach = far == FARTHEST ? Circumstance.Reach.RECORD : Circumstance.Reach.CHILDREN;
        circumstances.forEach(
                each -> reasons.addAll(each.reasons(organisation, standing.actor(), object, verb, reach)));
        if (far > 0) {
            reasons.addAll(
                    following.apply(object).carries(verb) ? within(object, verb, far) : madeByMe(object, verb, far));
        }
        Criterion together = Criterion.all(together(object, far), unhidden(object));
        return reasons.stream()
                .map(reason -> new Reason(reason.name(), Criterion.all(reason.criterion(), together)))
                .filter(reason -> !(reason.criterion() instanceof Criterion.Never))
                .toList();
    }

    /** What a circumstance hides is reached by no reason. */
    private Criterion unhidden(ObjectDefinition object) {
        return Criterion.not(Criterion.any(circumstances.stream()
                .map(each -> each.hides(standing.actor(), object))
                .toList()));
    }

    /** What it connects has to be seen on every side: one that stays unseen would be told of otherwise. */
    private Criterion together(ObjectDefinition object, int far) {
        return Criterion.all(object.with(Trait.SEEN_TOGETHER).stream()
                .map(reference -> Criterion.any(catalog.targets(reference).stream()
                        .map(target -> seen(reference, target, far))
                        .toList()))
                .toList());
    }

    private Criterion seen(Field<?> reference, ObjectDefinition target, int far) {
        List<Reason> reading = withoutContained(of(target, Verb.READ, far - 1));
        return reading.isEmpty()
                ? Criterion.NEVER
                : new Criterion.Through(
                        reference,
                        target,
                        Criterion.any(reading.stream().map(Reason::criterion).toList()));
    }

    /** Shared with me, to read or to edit: a child record that names me and the right. */
    private List<Reason> shared(ObjectDefinition object, Verb verb) {
        if (verb != Verb.READ && verb != Verb.EDIT) {
            return List.of();
        }
        return catalog.children(object).stream()
                .flatMap(child -> Sharing.in(child).stream())
                .map(sharing -> new Reason(
                        Message.of("access.shared." + verb.wire()),
                        sharing.with(standing.actor().user(), verb)))
                .toList();
    }

    /** Opened by a rule of the company for people like me. */
    private List<Reason> sharedByRule(ObjectDefinition object, Verb verb) {
        return organisation.sharingRulesFor(standing.actor().user()).stream()
                .filter(rule -> rule.opens(object.name(), verb))
                .map(rule -> new Reason(
                        Message.of("access.sharingRule", rule.name()), scopes.matching(object, rule.filter())))
                .toList();
    }

    /** Owned by a colleague for whom I act, to read or to edit, as far as their own roles let them. */
    private List<Reason> delegated(ObjectDefinition object, Verb verb) {
        if (verb != Verb.READ && verb != Verb.EDIT) {
            return List.of();
        }
        return organisation.actsFor(standing.actor().user(), clock.instant()).stream()
                .filter(away ->
                        Standing.of(organisation.actor(away.id()), organisation).reachesOwn(object, verb))
                .map(away -> new Reason(
                        Message.of("access.delegate." + verb.wire(), away.name()),
                        ScopeCondition.ownedBy(object, Set.of(away.id()))))
                .toList();
    }

    /** One reason for each way to see the parent; what lies behind the parent is not told apart any more. */
    private List<Reason> within(ObjectDefinition object, Verb verb, int far) {
        List<Reason> reasons = new ArrayList<>();
        for (Field<?> reference : object.parents()) {
            for (ObjectDefinition parent : catalog.targets(reference)) {
                Verb wanted = onParent(verb);
                List<Reason> above = withoutContained(of(parent, wanted, far - 1));
                Message name = Message.of("access.within." + wanted.wire(), parent.label());
                (far == FARTHEST ? above : merged(name, above))
                        .forEach(reason -> reasons.add(new Reason(
                                Message.of("access.because", name, reason.name()),
                                new Criterion.Through(reference, parent, reason.criterion()))));
            }
        }
        return reasons;
    }

    /** What has no rights of its own belongs to who made it, for as long as the record it lives in is in sight. */
    private List<Reason> madeByMe(ObjectDefinition object, Verb verb, int far) {
        return object.embedded() && standing.actor().mayUse(verb)
                ? List.of(new Reason(
                        Message.of("access.madeByMe"),
                        Criterion.all(
                                ScopeCondition.ownedBy(
                                        object, Set.of(standing.actor().user())),
                                Criterion.any(within(object, Verb.READ, far).stream()
                                        .map(Reason::criterion)
                                        .toList()))))
                : List.of();
    }

    private static List<Reason> merged(Message name, List<Reason> reasons) {
        return reasons.isEmpty()
                ? reasons
                : List.of(new Reason(
                        name,
                        Criterion.any(reasons.stream().map(Reason::criterion).toList())));
    }

    private static Verb onParent(Verb verb) {
        return switch (verb) {
            case READ -> Verb.READ;
            case EXPORT -> Verb.EXPORT;
            case CREATE, EDIT, DELETE, IMPORT, TRANSFER -> Verb.EDIT;
        };
    }

    private static Criterion readable(Criterion criterion, List<Reason> reading) {
        List<Criterion> readable = reading.stream().map(Reason::criterion).toList();
        return readable.stream().anyMatch(read -> contains(read, criterion))
                ? criterion
                : Criterion.all(criterion, Criterion.any(readable));
    }

    /** Surely every record of the other is also one of the first; false when in doubt. */
    private static boolean contains(Criterion first, Criterion other) {
        if (first instanceof Criterion.Always || first.equals(other)) {
            return true;
        }
        if (first instanceof Criterion.Through(Field<?> by, ObjectDefinition target, Criterion wide)
                && other instanceof Criterion.Through(Field<?> sameBy, ObjectDefinition sameTarget, Criterion narrow)) {
            return by.equals(sameBy) && target.name().equals(sameTarget.name()) && contains(wide, narrow);
        }
        return first instanceof Criterion.Test(Field<?> field, Check.OneOf(List<Object> wide))
                && other instanceof Criterion.Test(Field<?> same, Check.OneOf(List<Object> narrow))
                && field.equals(same)
                && asSet(wide).containsAll(narrow);
    }

    private static Set<Object> asSet(List<Object> values) {
        return new HashSet<>(values);
    }
}
