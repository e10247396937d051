package hengke.kernel.access;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Check;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.FieldGuard;
import hengke.kernel.query.Resolver;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A scope as a condition on the records of an object, for one person. */
final class ScopeCondition {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeCondition.class);

    private final Catalog catalog;
    private final Organisation organisation;
    private final Clock clock;
    private final long me;

    ScopeCondition(Catalog catalog, Organisation organisation, Clock clock, Actor actor) {
        this.catalog = catalog;
        this.organisation = organisation;
        this.clock = clock;
        this.me = actor.user();
    }

    Criterion of(ObjectDefinition object, Scope scope) {
        return switch (scope) {
            case Scope.Own _,
                    Scope.Subordinates _,
                    Scope.MyDepartment _,
                    Scope.MyDepartmentTree _,
                    Scope.Departments _ -> ownedBy(object, owners(scope));
            case Scope.MyRegions() -> inMyRegions(object);
            case Scope.All() -> Criterion.ALWAYS;
            case Scope.Matching(JsonNode filter) -> matching(object, filter);
        };
    }

    /** Those whose records a scope reaches because they are theirs; nobody where it asks for something else. */
    Set<Long> owners(Scope scope) {
        return switch (scope) {
            case Scope.Own() -> Set.of(me);
            case Scope.Subordinates() -> withMe(organisation.subordinates(me));
            case Scope.MyDepartment() -> withMe(organisation.members(organisation.departmentsOf(me)));
            case Scope.MyDepartmentTree() -> withMe(organisation.membersOfTrees(organisation.departmentsOf(me)));
            case Scope.Departments(Set<Long> departments) -> organisation.members(departments);
            case Scope.MyRegions _, Scope.All _, Scope.Matching _ -> Set.of();
        };
    }

    /** Who owns a record; what has no owner belongs to whoever created it. */
    static Field<?> owner(ObjectDefinition object) {
        return object.has("owned") ? object.field("owner").orElse(SystemFields.CREATED_BY) : SystemFields.CREATED_BY;
    }

    static Criterion ownedBy(ObjectDefinition object, Set<Long> people) {
        return Criterion.in(owner(object), people.stream().sorted().toList());
    }

    private Set<Long> withMe(Set<Long> people) {
        Set<Long> all = new HashSet<>(people);
        all.add(me);
        return all;
    }

    private Criterion inMyRegions(ObjectDefinition object) {
        List<String> mine = organisation.person(me).map(Person::regions).orElseGet(List::of);
        return object.fields().stream()
                .filter(field -> field.type() instanceof TreeChoiceType(TreeChoiceType.Divisions _))
                .filter(field -> !field.traits().is(Trait.DERIVED))
                .findFirst()
                .map(region -> Criterion.any(mine.stream()
                        .<Criterion>map(code -> new Criterion.Test(region, new Check.Within(code)))
                        .toList()))
                .orElse(Criterion.NEVER);
    }

    /** A filter that has become meaningless, because the catalog has changed, reaches nothing. */
    Criterion matching(ObjectDefinition object, JsonNode filter) {
        try {
            return new Resolver(
                            catalog,
                            FieldGuard.ALL,
                            new Colleagues(organisation, me),
                            clock,
                            organisation.company().timeZone(),
                            organisation.company().fiscalYearStart(),
                            organisation.company().currency())
                    .resolve(object, filter);
        } catch (Refusal refusal) {
            LOG.debug("A role's filter on {} reaches nothing: {}", object.name(), refusal.getMessage());
            return Criterion.NEVER;
        }
    }
}
