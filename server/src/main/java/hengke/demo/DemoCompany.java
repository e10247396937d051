package hengke.demo;

import hengke.demo.DemoLedger.Made;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Grant;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import hengke.kernel.access.Scope;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.Departments;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.People;
import hengke.kernel.identity.Roles;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sales department of the invented company. Nobody in it has a password, so nobody can sign in by a known one. */
@Component
final class DemoCompany {
    private static final Actor BY = Actor.SYSTEM;
    /** Who looks after which provinces. */
    private static final Map<String, List<String>> REGIONS = Map.ofEntries(
            Map.entry("chen", List.of("31")),
            Map.entry("lin", List.of("33", "34")),
            Map.entry("wang", List.of("32")),
            Map.entry("xu", List.of("37")),
            Map.entry("huang", List.of("44")),
            Map.entry("liang", List.of("35")),
            Map.entry("luo", List.of("45", "46", "4403")),
            Map.entry("zhao", List.of("11")),
            Map.entry("liu", List.of("12", "13")),
            Map.entry("sun", List.of("21", "22", "23")),
            Map.entry("he", List.of("51", "50")),
            Map.entry("tang", List.of("42", "43")),
            Map.entry("feng", List.of("61", "41")));

    private final LiveOrganisation organisation;
    private final Departments departments;
    private final Roles roles;
    private final People people;
    private final DemoLedger ledger;

    DemoCompany(LiveOrganisation organisation, Departments departments, Roles roles, People people, DemoLedger ledger) {
        this.organisation = organisation;
        this.departments = departments;
        this.roles = roles;
        this.people = people;
        this.ledger = ledger;
    }

    /** A part of the company with those who sell there. */
    record Team(String name, List<Long> sellers) {}

    /** Makes departments, roles and people; answers the teams by the region they look after. */
    Map<String, Team> found() {
        long head = role(
                "销售经理（演示）",
                new Scope.MyDepartmentTree(),
                List.of(Verb.READ, Verb.CREATE, Verb.EDIT, Verb.DELETE, Verb.IMPORT, Verb.EXPORT, Verb.TRANSFER));
        long seller = role("销售代表（演示）", new Scope.Own(), List.of(Verb.READ, Verb.CREATE, Verb.EDIT));
        long centre = department("销售中心（演示）", null, person("demo.zhou", "周明远", null, null, head));
        Map<String, Team> teams = new LinkedHashMap<>();
        teams.put("east", team("华东销售部", centre, head, seller, "陈思琪", "chen", "林浩然", "lin", "王雨桐", "wang", "徐子墨", "xu"));
        teams.put("south", team("华南销售部", centre, head, seller, "黄志强", "huang", "梁嘉欣", "liang", "罗俊杰", "luo"));
        teams.put("north", team("华北销售部", centre, head, seller, "赵晓峰", "zhao", "刘佳宁", "liu", "孙博文", "sun"));
        teams.put("west", team("中西部销售部", centre, head, seller, "何雅静", "he", "唐宇航", "tang", "冯诗涵", "feng"));
        return teams;
    }

    /** The first of the names leads the team. */
    private Team team(String name, long centre, long headRole, long sellerRole, String... names) {
        long department = department(name, centre, null);
        List<Long> sellers = new ArrayList<>();
        for (int i = 0; i < names.length; i += 2) {
            Long leader = sellers.isEmpty() ? null : sellers.getFirst();
            long role = leader == null ? headRole : sellerRole;
            sellers.add(person("demo." + names[i + 1], names[i], department, leader, role));
        }
        Department made = organisation.get().department(department).orElseThrow();
        departments.change(BY, new Department(department, name, centre, sellers.getFirst(), made.version()));
        return new Team(name, sellers);
    }

    private long role(String name, Scope scope, List<Verb> verbs) {
        Optional<Role> present = organisation.get().roles().stream()
                .filter(role -> role.name().equals(name))
                .findFirst();
        if (present.isPresent()) {
            return present.get().id();
        }
        List<Grant> grants =
                verbs.stream().map(verb -> new Grant(Grant.EVERY, verb, scope)).toList();
        return ledger.note(
                Made.ROLES, roles.add(BY, new Role(0, name, false, grants, List.of(), Set.of(Grant.EVERY), 0)));
    }

    private long department(String name, @Nullable Long parent, @Nullable Long head) {
        return ledger.note(Made.DEPARTMENTS, departments.add(BY, new Department(0, name, parent, head, 0)));
    }

    /** Somebody who was disabled when earlier demo data were removed comes back. */
    private long person(String wanted, String name, @Nullable Long department, @Nullable Long manager, long role) {
        String login = wanted;
        for (int more = 2; known(login).filter(Person::active).isPresent(); more++) {
            login = wanted + more;
        }
        Optional<Person> former = known(login);
        Person person = new Person(
                former.map(Person::id).orElse(0L),
                login,
                name,
                login + "@example.com",
                null,
                department,
                manager,
                REGIONS.getOrDefault(wanted.substring(wanted.indexOf('.') + 1), List.of()),
                true,
                Set.of(role),
                former.map(Person::version).orElse(0L));
        if (former.isPresent()) {
            people.change(BY, person, null);
            return ledger.note(Made.PEOPLE, person.id());
        }
        return ledger.note(Made.PEOPLE, people.add(BY, person, null));
    }

    private Optional<Person> known(String login) {
        return organisation.get().people().stream()
                .filter(person -> person.login().equals(login))
                .findFirst();
    }

    /** Disables the people, because history names them; removes departments and roles that nobody else uses. */
    void dissolve(DemoLedger.Entry made) {
        made.departments().forEach(this::behead);
        made.people().forEach(this::disable);
        made.departments().reversed().forEach(id -> unlessInUse(() -> departments.remove(BY, id)));
        made.roles().forEach(id -> unlessInUse(() -> roles.remove(BY, id)));
    }

    private void behead(long id) {
        organisation
                .get()
                .department(id)
                .ifPresent(present -> departments.change(
                        BY, new Department(id, present.name(), present.parent(), null, present.version())));
    }

    private void disable(long id) {
        Organisation now = organisation.get();
        now.person(id)
                .ifPresent(person -> people.change(
                        BY,
                        new Person(
                                id,
                                person.login(),
                                person.name(),
                                person.email(),
                                person.phone(),
                                null,
                                null,
                                List.of(),
                                false,
                                Set.of(),
                                person.version()),
                        null));
    }

    private static void unlessInUse(Runnable removal) {
        try {
            removal.run();
        } catch (Refusal.Conflict | Refusal.NotFound kept) {
            // somebody uses it by now, or has removed it already: both are as they should be
        }
    }
}
