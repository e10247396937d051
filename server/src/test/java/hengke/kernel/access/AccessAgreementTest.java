package hengke.kernel.access;

import static hengke.kernel.access.AccessWorld.PEOPLE;
import static hengke.kernel.access.AccessWorld.SOUTH;
import static hengke.kernel.access.AccessWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Page;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In random worlds, what is listed, counted and reached by id is the same, and is what the rules say in plain words. */
class AccessAgreementTest {
    private static final int WORLDS = 4;
    private static final List<Scope> SCOPES = List.of(
            new Scope.Own(),
            new Scope.Subordinates(),
            new Scope.MyDepartment(),
            new Scope.MyDepartmentTree(),
            new Scope.Departments(Set.of(SOUTH)),
            new Scope.All());
    private static final Map<String, Set<String>> DEPARTMENT = Map.of(
            "boss", Set.of("boss"),
            "nora", Set.of("nora", "ben"),
            "ben", Set.of("nora", "ben"),
            "cem", Set.of("cem"),
            "dan", Set.of("dan", "eve"),
            "eve", Set.of("dan", "eve"));
    private static final Map<String, Set<String>> TREE = Map.of(
            "boss", Set.copyOf(PEOPLE),
            "nora", Set.of("nora", "ben", "cem"),
            "ben", Set.of("nora", "ben", "cem"),
            "cem", Set.of("cem"),
            "dan", Set.of("dan", "eve"),
            "eve", Set.of("dan", "eve"));
    private static final Map<String, Set<String>> SUBORDINATES = Map.of(
            "boss", Set.copyOf(PEOPLE),
            "nora", Set.of("nora", "ben", "cem", "eve"),
            "ben", Set.of("ben", "eve"),
            "cem", Set.of("cem"),
            "dan", Set.of("dan", "eve"),
            "eve", Set.of("eve"));

    private final long seed = Long.getLong("hengke.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Map<String, List<Grant>> grants = new HashMap<>();
    private final Map<String, List<Thing>> things = new HashMap<>();
    private final List<Shared> shares = new ArrayList<>();
    private final List<Ruled> rules = new ArrayList<>();

    /** A record: whose it is, and the one it lives within. */
    private record Thing(long id, String owner, @Nullable Thing parent) {}

    private record Shared(Thing firm, String with, String right) {}

    /** The firms of an owner, open to somebody. */
    private record Ruled(String owner, String with, boolean edit) {}

    @Test
    void lists_counts_and_single_records_agree_with_the_rules() {
        int some = 0;
        for (int i = 0; i < WORLDS; i++) {
            try (AccessWorld world = new AccessWorld()) {
                world.database.dsl().execute("delete from firm");
                fill(world);
                for (String person : PEOPLE) {
                    for (ObjectDefinition object : List.of(world.firm, world.member, world.badge, world.topic)) {
                        for (Verb verb : Verb.values()) {
                            some += check(world, person, object, verb) ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertThat(some)
                .as("questions whose answer is some records but not all")
                .isGreaterThan(100);
    }

    private boolean check(AccessWorld world, String person, ObjectDefinition object, Verb verb) {
        String what = "seed " + seed + ": " + person + " " + verb + " " + object.name();
        List<Thing> all = things.get(object.name());
        Set<Long> expected = all.stream()
                .filter(thing -> reaches(person, object.name(), verb, thing))
                .map(Thing::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Actor actor = world.actor(person);
        Page page = new Pages(world.database.dsl())
                .page(Selection.of(object, world.access.visibility(actor, object, verb))
                        .limit(500)
                        .counting(Selection.Counting.EXACT));

        assertThat(page.rows().stream().map(row -> row.id()).toList())
                .as(what)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(page.count()).as(what).isEqualTo(new Page.Count(expected.size(), true));
        assertThat(world.access.reached(
                        world.database.dsl(),
                        actor,
                        object,
                        verb,
                        all.stream().map(Thing::id).toList()))
                .as(what)
                .isEqualTo(expected);
        return !expected.isEmpty() && expected.size() < all.size();
    }

    private boolean reaches(String person, String object, Verb verb, Thing thing) {
        boolean free = verb == Verb.READ || verb == Verb.CREATE || verb == Verb.IMPORT;
        return granted(person, object, verb)
                && finds(person, object, verb, thing)
                && (free || finds(person, object, Verb.READ, thing));
    }

    private boolean finds(String person, String object, Verb verb, Thing thing) {
        if (!granted(person, object, verb)) {
            return false;
        }
        boolean inScope = grants.get(person).stream()
                .filter(grant -> on(grant, object, verb))
                .anyMatch(grant -> covers(person, grant.scope(), thing.owner()));
        boolean shared = shares.stream()
                .anyMatch(share -> share.firm() == thing
                        && share.with().equals(person)
                        && (verb == Verb.READ
                                || verb == Verb.EDIT && share.right().equals("edit")));
        boolean ruled = object.equals("firm")
                && rules.stream()
                        .anyMatch(rule -> rule.owner().equals(thing.owner())
                                && rule.with().equals(person)
                                && (verb == Verb.READ || verb == Verb.EDIT && rule.edit()));
        String above = above(object);
        return inScope
                || shared
                || ruled
                || thing.parent() != null && above != null && finds(person, above, onParent(verb), thing.parent());
    }

    private boolean granted(String person, String object, Verb verb) {
        return grants.get(person).stream().anyMatch(grant -> on(grant, object, verb))
                || object.equals("badge") && granted(person, "member", onParent(verb));
    }

    /** "Every object" are those that stand for themselves: a badge follows its member. */
    private static boolean on(Grant grant, String object, Verb verb) {
        return grant.verb() == verb
                && (grant.object().equals(object) || grant.object().equals("*") && !object.equals("badge"));
    }

    private static boolean covers(String person, Scope scope, String owner) {
        return switch (scope) {
            case Scope.Own() -> owner.equals(person);
            case Scope.Subordinates() -> SUBORDINATES.get(person).contains(owner);
            case Scope.MyDepartment() -> DEPARTMENT.get(person).contains(owner);
            case Scope.MyDepartmentTree() -> TREE.get(person).contains(owner);
            case Scope.Departments _ -> DEPARTMENT.get("dan").contains(owner);
            default -> true;
        };
    }

    private static @Nullable String above(String object) {
        return switch (object) {
            case "member" -> "firm";
            case "badge" -> "member";
            default -> null;
        };
    }

    private static Verb onParent(Verb verb) {
        return verb == Verb.READ || verb == Verb.EXPORT ? verb : Verb.EDIT;
    }

    private void fill(AccessWorld world) {
        grants.clear();
        things.clear();
        shares.clear();
        rules.clear();
        for (String person : PEOPLE) {
            grants.put(person, new ArrayList<>());
            for (int role = 1 + random.nextInt(2); role > 0; role--) {
                Grant[] some = random.ints(4 + random.nextInt(12))
                        .mapToObj(_ -> grant())
                        .toArray(Grant[]::new);
                world.role(person, world.role(some));
                grants.get(person).addAll(List.of(some));
            }
        }
        List<Thing> firms = things(world, "firm", 12, null, List.of());
        List<Thing> members = things(world, "member", 25, "firm", firms);
        things(world, "badge", 25, "member", members);
        things(world, "topic", 10, null, List.of());
        for (int i = 0; i < 3; i++) {
            Ruled rule = new Ruled(one(PEOPLE), one(PEOPLE), random.nextBoolean());
            rules.add(rule);
            world.rule(
                    "{'field':'owner','op':'eq','value':" + id(rule.owner()) + "}",
                    rule.edit(),
                    Set.of(id(rule.with())),
                    Set.of(),
                    Set.of());
        }
        for (int i = 0; i < 8; i++) {
            Shared share = new Shared(one(firms), one(PEOPLE), one(List.of("read", "edit")));
            shares.add(share);
            world.share(share.firm().id(), share.with(), share.right());
        }
    }

    private Grant grant() {
        return new Grant(
                one(List.of("firm", "member", "badge", "topic", "*")),
                random.nextInt(3) == 0 ? Verb.READ : one(List.of(Verb.values())),
                one(SCOPES));
    }

    private List<Thing> things(
            AccessWorld world, String object, int many, @Nullable String reference, List<Thing> parents) {
        List<Thing> made = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String owner = one(PEOPLE);
            Thing parent = reference == null || random.nextInt(4) == 0 ? null : one(parents);
            Map<String, Object> more = parent == null ? Map.of() : Map.of(String.valueOf(reference), parent.id());
            made.add(new Thing(world.insert(object, object + i, id(owner), more), owner, parent));
        }
        things.put(object, made);
        return made;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
