package hengke.kernel.access;

import static hengke.kernel.metadata.type.Option.of;
import static java.util.stream.Collectors.toCollection;

import hengke.capability.owner.Owned;
import hengke.capability.share.Shared;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.testing.SettableClock;
import hengke.testing.TestDatabase;
import hengke.testing.TestSchema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A company: boss heads it; below are the north (nora heads, ben works there), the north's branch (cem), and the south
 * (dan heads, eve works there but reports to ben). Everybody owns the firm of their own name; dan's lies in Shanghai.
 */
final class AccessWorld implements AutoCloseable {
    static final long COMPANY = 1;
    static final long NORTH = 2;
    static final long BRANCH = 3;
    static final long SOUTH = 4;
    static final List<String> PEOPLE = List.of("boss", "nora", "ben", "cem", "dan", "eve");

    private static final Firm FIRM = new Firm();
    private static final Member MEMBER = new Member();
    private static final Badge BADGE = new Badge();
    private static final Topic TOPIC = new Topic();
    private static final Share SHARE = new Share();
    private static final Catalog CATALOG = Catalog.of(FIRM, MEMBER, BADGE, TOPIC, SHARE);

    final TestDatabase database = TestSchema.of(FIRM, MEMBER, BADGE, TOPIC, SHARE);
    final ObjectDefinition firm = CATALOG.object("firm");
    final ObjectDefinition member = CATALOG.object("member");
    final ObjectDefinition badge = CATALOG.object("badge");
    final ObjectDefinition topic = CATALOG.object("topic");

    private final List<Role> roles = new ArrayList<>();
    private final List<SharingRule> rules = new ArrayList<>();
    private final Map<String, Set<Long>> held = new HashMap<>();
    private final Set<String> left = new TreeSet<>();
    private final List<Delegation> delegations = new ArrayList<>();
    final SettableClock clock = new SettableClock("2026-11-23T01:00:00Z");
    Following following = Following.EDIT;
    final Access access = new Access(new LiveCatalog(CATALOG), this::organisation, clock, List.of(), _ -> following);

    AccessWorld() {
        for (String owner : PEOPLE) {
            database.dsl().execute("insert into person (id, login, name) values (?, ?, ?)", id(owner), owner, owner);
            insert("firm", owner, id(owner), Map.of("region", owner.equals("dan") ? "310101" : "110101"));
        }
    }

    static Catalog catalog() {
        return CATALOG;
    }

    static long id(String person) {
        return PEOPLE.indexOf(person) + 1;
    }

    /** Gives somebody one more role. */
    AccessWorld role(String person, Role role) {
        roles.add(role);
        held.computeIfAbsent(person, _ -> new TreeSet<>()).add(role.id());
        return this;
    }

    void takeAllRoles() {
        roles.clear();
        held.clear();
    }

    Role role(Grant... grants) {
        return new Role(roles.size() + 1, "role " + (roles.size() + 1), false, List.of(grants), List.of(), Set.of(), 1);
    }

    /** A role with a right on one field of firms. */
    Role role(String field, FieldRight right, Grant... grants) {
        Role plain = role(grants);
        List<FieldRule> rules = List.of(new FieldRule("firm", field, right));
        return new Role(plain.id(), plain.name(), false, plain.grants(), rules, Set.of(), 1);
    }

    static Grant grant(String object, Verb verb, Scope scope) {
        return new Grant(object, verb, scope);
    }

    void leave(String person) {
        left.add(person);
    }

    Actor actor(String person) {
        return organisation().actor(id(person));
    }

    Organisation organisation() {
        return new Organisation(
                1,
                new Company("Acme", "Acme", ZoneId.of("Asia/Shanghai"), "CNY", java.time.Month.JANUARY),
                List.of(
                        person("boss", COMPANY, null),
                        person("nora", NORTH, null),
                        person("ben", NORTH, null, "31"),
                        person("cem", BRANCH, null),
                        person("dan", SOUTH, null),
                        person("eve", SOUTH, id("ben"))),
                List.of(
                        new Department(COMPANY, "company", null, id("boss"), 1),
                        new Department(NORTH, "north", COMPANY, id("nora"), 1),
                        new Department(BRANCH, "branch", NORTH, null, 1),
                        new Department(SOUTH, "south", COMPANY, id("dan"), 1)),
                roles,
                rules,
                List.of(),
                delegations,
                RegionOwners.NONE);
    }

    /** Shares the firms that match a filter, written with single quotes, with people, departments and roles. */
    void rule(String filter, boolean edit, Set<Long> people, Set<Long> departments, Set<Long> roleIds) {
        rules.add(new SharingRule(
                rules.size() + 1,
                "rule " + (rules.size() + 1),
                "firm",
                JsonMapper.shared().readTree(filter.replace('\'', '"')),
                edit,
                people,
                departments,
                roleIds,
                true,
                1));
    }

    /** Lets somebody act for a colleague. */
    void delegate(String person, String delegate, Instant from, Instant until) {
        delegations.add(new Delegation(delegations.size() + 1, id(person), id(delegate), from, until));
    }

    /** The names of the records that a verb reaches: by list and by id, which must agree. */
    Set<String> reached(String person, ObjectDefinition object, Verb verb) {
        Actor actor = actor(person);
        Set<String> listed = new Pages(database.dsl())
                        .page(Selection.of(object, access.visibility(actor, object, verb))
                                .limit(500))
                        .rows()
                        .stream()
                        .map(row -> String.valueOf(row.get(object.title())))
                        .collect(toCollection(TreeSet::new));
        Map<Long, String> all = database.dsl()
                .fetch("select id, name from " + object.table() + " where deleted_at is null")
                .intoMap(row -> row.get("id", Long.class), row -> row.get("name", String.class));
        Set<String> byId = access.reached(database.dsl(), actor, object, verb, all.keySet()).stream()
                .map(all::get)
                .collect(toCollection(TreeSet::new));
        if (!listed.equals(byId)) {
            throw new AssertionError("listed " + listed + " but reached by id " + byId);
        }
        return listed;
    }

    long insert(String table, String name, long owner, Map<String, ?> more) {
        List<String> columns = new ArrayList<>(List.of("name"));
        List<Object> values = new ArrayList<>(List.of(name));
        if (!table.equals("topic") && !table.equals("badge") && !table.equals("share")) {
            columns.add("owner");
            values.add(owner);
        }
        more.forEach((column, value) -> {
            columns.add(column);
            values.add(value);
        });
        String marks = String.join(", ", columns.stream().map(_ -> "?").toList());
        return database.dsl()
                .fetchSingle(
                        "insert into " + table + " (" + String.join(", ", columns)
                                + ", version, created_at, created_by, updated_at, updated_by) values (" + marks
                                + ", 1, now(), ?, now(), ?) returning id",
                        append(values, owner, owner))
                .get("id", Long.class);
    }

    long firmOf(String owner) {
        return database.dsl()
                .fetchSingle("select id from firm where name = ?", owner)
                .get("id", Long.class);
    }

    void share(String owner, String with, String right) {
        share(firmOf(owner), with, right);
    }

    void share(long firmId, String with, String right) {
        Map<String, ?> columns =
                Map.of("about_id", firmId, "about_object", "firm", "\"user\"", id(with), "\"right\"", right);
        insert("share", "share", id("boss"), columns);
    }

    @Override
    public void close() {
        database.close();
    }

    private Person person(String name, long department, @Nullable Long manager, String... regions) {
        return new Person(
                id(name),
                name,
                name,
                null,
                null,
                department,
                manager,
                List.of(regions),
                !left.contains(name),
                held.getOrDefault(name, Set.of()),
                1);
    }

    private static Object[] append(List<Object> values, Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    static final class Firm extends BusinessObject {
        final Field<String> name = text("name").label("名称", "Name").title();
        final Field<String> phone = phone("phone").label("电话", "Phone");
        final Field<String> region = region("region").label("地区", "Region");

        Firm() {
            super("firm", "公司", "Firm", "Firms");
            application("firms", "firm");
            with(new Owned(), new Shared());
        }
    }

    static final class Member extends BusinessObject {
        final Field<String> name = text("name").label("姓名", "Name").title();
        final Field<Long> firm = reference("firm", "firm").label("公司", "Firm").within("members", "成员", "Members");

        Member() {
            super("member", "成员", "Member", "Members");
            application("firms", "member");
            with(new Owned());
        }
    }

    /** Appears only on a member. */
    static final class Badge extends BusinessObject {
        final Field<String> name = text("name").label("名称", "Name").title();
        final Field<Long> member =
                reference("member", "member").label("成员", "Member").within("badges", "证件", "Badges");

        Badge() {
            super("badge", "证件", "Badge", "Badges");
        }
    }

    /** Belongs to nobody. */
    static final class Topic extends BusinessObject {
        final Field<String> name = text("name").label("名称", "Name").title();

        Topic() {
            super("topic", "主题", "Topic", "Topics");
            application("firms", "topic");
        }
    }

    static final class Share extends BusinessObject {
        final Field<String> name = text("name").label("名称", "Name").title();
        final Field<Long> user = user("user").label("成员", "Member").indexed();
        final Field<String> right = choice("right", of("read", "可查看", "Read"), of("edit", "可编辑", "Edit"))
                .label("权限", "Right");
        final Field<Link> about =
                link("about", Shared.NAME).label("记录", "Record").within("shares", "共享", "Shares");

        Share() {
            super("share", "共享", "Share", "Shares");
        }
    }
}
