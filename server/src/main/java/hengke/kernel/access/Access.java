package hengke.kernel.access;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.Sources;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionMemory;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.FieldGuard;
import hengke.kernel.query.Neighbours;
import hengke.kernel.query.Resolver;
import hengke.kernel.query.RowReader;
import hengke.kernel.query.Visibility;
import hengke.kernel.query.Visibility.Reason;
import hengke.kernel.query.Who;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an actor may do, asked anew at every step. The rules:
 *
 * <ul>
 *   <li>No grant, no right. Roles add up, and each grant reaches only as far as its own scope.
 *   <li>Where some role grants a verb on an object, it reaches records in the grant's scope, records shared with the
 *       person singly or by a sharing rule, and records within a record that the person may read (to read) or edit (to change),
 *       as far as the company lets records of that object follow.
 *   <li>An object that only ever appears inside others follows them without a grant of its own.
 *   <li>To change, export or hand over a record one must also be able to read it.
 *   <li>On a field, a person has the best right among the roles that let it read the object; a role that says nothing
 *       lets it be edited. So a role that hides does not take away what another role shows.
 * </ul>
 */
public final class Access {
    private final LiveCatalog catalog;
    private final Supplier<Organisation> organisation;
    private final Clock clock;
    private final List<Circumstance> circumstances;
    private final Function<ObjectDefinition, Following> following;

    public Access(LiveCatalog catalog, Supplier<Organisation> organisation, Clock clock) {
        this(catalog, organisation, clock, List.of(), _ -> Following.EDIT);
    }

    /**
     * @param circumstances what capabilities know
     * @param following how far rights reach down to records of an object from those they live within
     */
    public Access(
            LiveCatalog catalog,
            Supplier<Organisation> organisation,
            Clock clock,
            List<Circumstance> circumstances,
            Function<ObjectDefinition, Following> following) {
        this.following = following;
        this.catalog = catalog;
        this.organisation = organisation;
        this.clock = clock;
        this.circumstances = List.copyOf(circumstances);
    }

    /** The records of an object that a verb of the actor reaches. */
    public Visibility visibility(Actor actor, ObjectDefinition object, Verb verb) {
        List<Reason> reasons = reasons(actor).of(object, verb);
        return reasons.stream().anyMatch(reason -> reason.criterion() instanceof Criterion.Always)
                ? Visibility.EVERYTHING
                : Visibility.of(Reasons.withoutContained(reasons));
    }

    /** The people all of whose records a verb of the actor reaches by a role's scope; empty when it reaches everybody's. */
    public Optional<Set<Long>> owners(Actor actor, ObjectDefinition object, Verb verb) {
        return reasons(actor).owners(object, verb);
    }

    /** May the actor do this with any record at all? */
    public boolean may(Actor actor, ObjectDefinition object, Verb verb) {
        return reasons(actor).granted(object, verb);
    }

    /** Refuses who may not do this with any record: an object that cannot even be read is not there. */
    public void require(Actor actor, ObjectDefinition object, Verb verb) {
        if (!may(actor, object, Verb.READ)) {
            throw new Refusal.NotFound();
        }
        if (!may(actor, object, verb)) {
            throw new Refusal.Forbidden(Message.of("access.mayNot." + verb.wire(), object.label()));
        }
    }

    /** May the actor run this command of the object? On which records is the command's own question. */
    public boolean mayRun(Actor actor, ObjectDefinition object, String command) {
        return standing(actor).allowsCommand(object, command);
    }

    /** May the actor manage people, roles and settings? */
    public boolean administrator(Actor actor) {
        return standing(actor).everything(TokenScope.ADMINISTER);
    }

    /** Does nothing limit what the actor may read? */
    public boolean seesEverything(Actor actor) {
        return standing(actor).everything(TokenScope.READ);
    }

    public void requireAdministrator(Actor actor) {
        if (!administrator(actor)) {
            throw new Refusal.Forbidden(Message.of("access.administratorsOnly"));
        }
    }

    public FieldRight right(Actor actor, ObjectDefinition object, Field<?> field) {
        boolean derived = field.traits().is(Trait.DERIVED);
        if (seesEverything(actor)) {
            return derived ? FieldRight.READ : FieldRight.EDIT; // whatever it is made from is seen as well
        }
        if (!may(actor, object, Verb.READ)) {
            return FieldRight.HIDDEN;
        }
        FieldRight granted = granted(actor, object, field);
        if (granted != FieldRight.HIDDEN && !readsSources(actor, object, field)) {
            return FieldRight.HIDDEN;
        }
        return derived && granted == FieldRight.EDIT ? FieldRight.READ : granted;
    }

    /** What is computed, or known to be told from other fields, tells something of everything it is made from. */
    private boolean readsSources(Actor actor, ObjectDefinition object, Field<?> field) {
        return sources(object, field)
                .allMatch(
                        source -> right(actor, source.object(), source.field()).atLeast(FieldRight.READ)
                                && (source.object().name().equals(object.name())
                                        || covers(actor, source.object(), source.field()) instanceof Criterion.Never));
    }

    /**
     * May the actor read this field in every record in sight? Only then a sum, a count or a reason may be drawn from it:
     * a sum over what is kept from the actor here and there would tell what that is.
     */
    public boolean readsThroughout(Actor actor, ObjectDefinition object, Field<?> field) {
        return right(actor, object, field).atLeast(FieldRight.READ)
                && covers(actor, object, field) instanceof Criterion.Never;
    }

    private Stream<Source> sources(ObjectDefinition object, Field<?> field) {
        Stream<Source> known =
                circumstances.stream().flatMap(circumstance -> circumstance.sources(object, field).stream());
        return field.computation() == null
                ? known
                : Stream.concat(Sources.of(catalog.current(), object, field).stream(), known);
    }

    /**
     * The records in which the actor finds this field absent, whatever {@link #right} says of it otherwise; a computed
     * one also where one of the record's own values it is computed from is.
     */
    public Criterion covers(Actor actor, ObjectDefinition object, Field<?> field) {
        if (circumstances.isEmpty() || seesEverything(actor)) {
            return Criterion.NEVER;
        }
        Organisation now = organisation.get();
        Stream<Field<?>> its = sources(object, field)
                .filter(source -> source.object().name().equals(object.name()))
                .map(Source::field);
        return Criterion.any(Stream.concat(Stream.of(field), its)
                .flatMap(each -> circumstances.stream().map(one -> one.covers(now, actor, object, each)))
                .distinct()
                .toList());
    }

    /** By record, the names of the fields that the actor finds absent in it. */
    public Map<Long, Set<String>> covered(
            DSLContext database, Actor actor, ObjectDefinition object, Collection<Long> ids) {
        Map<String, Criterion> covers = new LinkedHashMap<>();
        object.fields().forEach(field -> {
            Criterion where = covers(actor, object, field);
            if (!(where instanceof Criterion.Never)) {
                covers.put(field.name(), where);
            }
        });
        if (covers.isEmpty() || ids.isEmpty()) {
            return Map.of();
        }
        RowReader reader = new RowReader(List.of(), covers);
        Alias row = Alias.of(object);
        Map<Long, Set<String>> covered = new LinkedHashMap<>();
        database.select(reader.columns(row))
                .from(row.table())
                .where(row.id().eq(DSL.any(ids.toArray(Long[]::new))))
                .fetch(found -> reader.read(found, 0))
                .forEach(found -> covered.put(found.id(), found.marks() == null ? Set.of() : found.marks()));
        return covered;
    }

    /** How a field that the actor sees masked looks: of several masks the one that shows most. Empty in other cases. */
    public Optional<Mask> mask(Actor actor, ObjectDefinition object, Field<?> field) {
        return right(actor, object, field) == FieldRight.MASKED
                ? Optional.of(masking(actor, object, field)
                        .map(rule -> Optional.ofNullable(rule.mask()).orElseGet(() -> Mask.usual(field)))
                        .max(Comparator.naturalOrder())
                        .orElse(Mask.ALL))
                : Optional.empty();
    }

    /** What the actor sees of a record's title: itself, its mask, or nothing. */
    public @Nullable Object title(Actor actor, ObjectDefinition object, Row row) {
        Field<?> title = object.title();
        Object value = row.get(title);
        if (value == null || right(actor, object, title) == FieldRight.HIDDEN) {
            return null;
        }
        return mask(actor, object, title).<Object>map(mask -> mask.cover(value)).orElse(value);
    }

    /** May the actor have a masked value of this field shown? */
    public boolean reveals(Actor actor, ObjectDefinition object, Field<?> field) {
        return right(actor, object, field) == FieldRight.MASKED
                && masking(actor, object, field).anyMatch(FieldRule::reveal);
    }

    private Stream<FieldRule> masking(Actor actor, ObjectDefinition object, Field<?> field) {
        return standing(actor).readers(object).stream()
                .flatMap(role -> role.rule(object.name(), field.name()).stream())
                .filter(rule -> rule.right() == FieldRight.MASKED);
    }

    /** Is this part of the administration open to the actor? */
    public boolean opens(Actor actor, PageRight page) {
        Standing standing = standing(actor);
        return standing.everything(TokenScope.ADMINISTER)
                || standing.scopes().contains(TokenScope.ADMINISTER)
                        && standing.roles().stream()
                                .anyMatch(role -> role.pages().contains(page));
    }

    public void requirePage(Actor actor, PageRight page) {
        if (!opens(actor, page)) {
            throw new Refusal.Forbidden(Message.of("access.pageClosed"));
        }
    }

    /** Those of the ids whose records a verb of the actor reaches, as this transaction sees them. */
    public Set<Long> reached(
            DSLContext database, Actor actor, ObjectDefinition object, Verb verb, Collection<Long> ids) {
        return satisfying(database, object, visibility(actor, object, verb).criterion(), ids);
    }

    /** Does a verb of the actor reach this record by its own values alone? If not, {@link #reached} has to be asked. */
    public boolean evidentlyReaches(Actor actor, ObjectDefinition object, Verb verb, Row row) {
        return CriterionMemory.evident(visibility(actor, object, verb).criterion(), row);
    }

    /** What a change needs besides a right, as far as this record fails it. */
    public Optional<Refusal> limited(Actor actor, ObjectDefinition object, Verb verb, Row row) {
        CriterionMemory memory = new CriterionMemory(object, Neighbours.NONE);
        return limits(actor, object, verb).stream()
                .filter(limit -> !memory.holds(limit.within(), row))
                .findFirst()
                .map(limit -> limit.locks()
                        ? new Refusal.Locked(limit.refusal().apply(row))
                        : new Refusal.Forbidden(limit.refusal().apply(row)));
    }

    List<Limit> limits(Actor actor, ObjectDefinition object, Verb verb) {
        return reasons(actor).limits(object, verb);
    }

    /** By the name of each verb, what has to hold of a record that the actor sees to change it so. */
    public Map<String, Criterion> changing(Actor actor, ObjectDefinition object) {
        Map<String, Criterion> conditions = new LinkedHashMap<>();
        for (Verb verb : Verb.CHANGING) {
            conditions.put(verb.wire(), visibility(actor, object, verb).criterion());
        }
        return conditions;
    }

    /** Which of these conditions hold of a record that was read in this transaction. */
    public static Set<String> holding(
            DSLContext database, ObjectDefinition object, Map<String, Criterion> conditions, Row row) {
        return conditions.entrySet().stream()
                .filter(condition -> CriterionMemory.evident(condition.getValue(), row)
                        || !satisfying(database, object, condition.getValue(), Set.of(row.id()))
                                .isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What questions of the actor may speak of: fields that can be read, and of other objects the visible records. */
    public FieldGuard guard(Actor actor) {
        return new FieldGuard() {
            @Override
            public boolean allows(ObjectDefinition object, Field<?> field) {
                return right(actor, object, field).atLeast(FieldRight.READ);
            }

            @Override
            public Visibility rows(ObjectDefinition crossed) {
                return visibility(actor, crossed, Verb.READ);
            }

            @Override
            public Criterion covers(ObjectDefinition object, Field<?> field) {
                return Access.this.covers(actor, object, field);
            }
        };
    }

    /** The people a filter of the actor may speak of without naming them. */
    public Who who(Actor actor) {
        return new Colleagues(organisation.get(), actor.user());
    }

    /** What a filter means when this actor asks it; refuses one that makes no sense to the actor. */
    public Criterion resolve(Actor actor, ObjectDefinition object, JsonNode filter) {
        return resolver(actor).resolve(object, filter);
    }

    /** Understands questions as this actor asks them now. */
    public Resolver resolver(Actor actor) {
        Company company = organisation.get().company();
        return new Resolver(
                catalog.current(),
                guard(actor),
                who(actor),
                clock,
                company.timeZone(),
                company.fiscalYearStart(),
                company.currency());
    }

    /** The same rules over another organisation, e.g. one that is only thought of. */
    public Access over(Organisation other) {
        return new Access(catalog, () -> other, clock, circumstances, following);
    }

    /** Why the actor may and may not do what with one record. */
    public Explanation explain(DSLContext database, Actor actor, ObjectDefinition object, long id) {
        return new Explanation(this, database, actor, object, id);
    }

    /** Why the actor may and may not do what with the records of an object. */
    public Explanation explain(DSLContext database, Actor actor, ObjectDefinition object) {
        return new Explanation(this, database, actor, object, null);
    }

    /** Which of these records meet a condition, as this transaction sees them. */
    public static Set<Long> satisfying(
            DSLContext database, ObjectDefinition object, Criterion criterion, Collection<Long> ids) {
        if (criterion instanceof Criterion.Never || ids.isEmpty()) {
            return Set.of();
        }
        Alias row = Alias.of(object);
        return database.select(row.id())
                .from(row.table())
                .where(row.id().eq(DSL.any(ids.toArray(Long[]::new))))
                .and(CriterionSql.of(criterion, row))
                .fetchSet(row.id());
    }

    Following following(ObjectDefinition object) {
        return following.apply(object);
    }

    /** Can records of this object be shared with people one by one? */
    boolean shareable(ObjectDefinition object) {
        return catalog.current().children(object).stream()
                .anyMatch(child -> Sharing.in(child).isPresent());
    }

    Reasons reasons(Actor actor) {
        Organisation now = organisation.get();
        return new Reasons(catalog.current(), now, clock, Standing.of(actor, now), circumstances, following);
    }

    Standing standing(Actor actor) {
        return Standing.of(actor, organisation.get());
    }

    private FieldRight granted(Actor actor, ObjectDefinition object, Field<?> field) {
        Standing standing = standing(actor);
        if (standing.everything(TokenScope.READ) || SystemFields.ALL.contains(field)) {
            return FieldRight.EDIT;
        }
        return standing.readers(object).stream()
                .map(role -> role.right(object.name(), field.name()))
                .max(FieldRight::compareTo)
                .orElse(FieldRight.HIDDEN);
    }
}
