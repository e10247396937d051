package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.FieldRule;
import hengke.kernel.access.Grant;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PageRight;
import hengke.kernel.access.PeopleGroup;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import hengke.kernel.access.SharingRule;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.audit.AdministrationLog.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes down what a change made of people, departments and roles: whatever differs between before and after. */
final class OrganisationLog {
    private static final JsonMapper JSON = JsonMapper.shared();

    private OrganisationLog() {}

    static void record(DSLContext within, Actor by, Instant at, Organisation before, Organisation after) {
        Noted noted = new Noted(within, by, at);
        noted.differences("user", before.people(), after.people(), Person::id, Person::name, OrganisationLog::person);
        noted.differences(
                "department",
                before.departments(),
                after.departments(),
                Department::id,
                Department::name,
                OrganisationLog::department);
        noted.differences("role", before.roles(), after.roles(), Role::id, Role::name, OrganisationLog::role);
        noted.differences(
                "sharingRule",
                before.sharingRules(),
                after.sharingRules(),
                SharingRule::id,
                SharingRule::name,
                OrganisationLog::sharingRule);
        noted.differences(
                "group", before.groups(), after.groups(), PeopleGroup::id, PeopleGroup::name, OrganisationLog::group);
    }

    private record Noted(DSLContext within, Actor by, Instant at) {
        <T> void differences(
                String kind,
                List<T> before,
                List<T> after,
                Function<T, Long> id,
                Function<T, String> label,
                Function<T, ObjectNode> json) {
            Map<Long, T> was = byId(before, id);
            Map<Long, T> is = byId(after, id);
            Set<Long> ids = new LinkedHashSet<>(was.keySet());
            ids.addAll(is.keySet());
            for (Long each : ids) {
                T old = was.get(each);
                T now = is.get(each);
                T named = now == null ? old : now;
                if (named != null && !named.equals(old == null ? new Object() : old) || now == null) {
                    note(kind, each, named == null ? "" : label.apply(named), json(json, old), json(json, now));
                }
            }
        }

        private void note(String kind, Long id, String label, @Nullable ObjectNode before, @Nullable ObjectNode after) {
            AdministrationLog.record(within, by, at, new Subject(kind, id, label), before, after);
        }

        private static <T> @Nullable ObjectNode json(Function<T, ObjectNode> json, @Nullable T value) {
            return value == null ? null : json.apply(value);
        }

        private static <T> Map<Long, T> byId(Collection<T> all, Function<T, Long> id) {
            Map<Long, T> byId = new HashMap<>();
            all.forEach(each -> byId.put(id.apply(each), each));
            return byId;
        }
    }

    private static ObjectNode person(Person person) {
        ObjectNode json = JSON.createObjectNode()
                .put("login", person.login())
                .put("name", person.name())
                .put("email", person.email())
                .put("phone", person.phone())
                .put("department", person.department())
                .put("manager", person.manager())
                .put("active", person.active());
        json.set("regions", sorted(person.regions().stream()));
        json.set("roles", sorted(person.roles().stream()));
        return json;
    }

    private static ObjectNode department(Department department) {
        return JSON.createObjectNode()
                .put("name", department.name())
                .put("parent", department.parent())
                .put("head", department.head());
    }

    /** A right is a key of its own, so that the log shows which one was given or taken. */
    private static ObjectNode role(Role role) {
        ObjectNode json = JSON.createObjectNode().put("name", role.name()).put("administrator", role.administrator());
        json.set("commands", sorted(role.commands().stream()));
        json.set("pages", sorted(role.pages().stream().map(PageRight::wire)));
        for (Grant grant : role.grants()) {
            json.withArray("/" + grant.object() + "." + grant.verb().wire()).add(scope(grant));
        }
        role.fields().forEach(rule -> json.put(rule.object() + "." + rule.field() + " (field)", right(rule)));
        return json;
    }

    private static String right(FieldRule rule) {
        String mask = rule.mask() == null ? "" : " " + rule.mask().wire();
        return rule.right().wire() + mask + (rule.reveal() ? " reveal" : "");
    }

    private static ObjectNode sharingRule(SharingRule rule) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", rule.name())
                .put("object", rule.object())
                .put("edit", rule.edit())
                .put("active", rule.active());
        json.set("filter", rule.filter());
        json.set("people", sorted(rule.people().stream()));
        json.set("departments", sorted(rule.departments().stream()));
        json.set("roles", sorted(rule.roles().stream()));
        return json;
    }

    private static ObjectNode group(PeopleGroup group) {
        ObjectNode json = JSON.createObjectNode().put("name", group.name());
        group.people().forEach(json.putArray("people")::add);
        return json;
    }

    private static String scope(Grant grant) {
        StoredScope scope = StoredScope.of(grant.scope());
        String departments = scope.departments() == null ? "" : " " + List.of(scope.departments());
        String filter = scope.filter() == null ? "" : " " + scope.filter().data();
        return scope.scope() + departments + filter;
    }

    private static ArrayNode sorted(Stream<?> values) {
        ArrayNode array = JSON.createArrayNode();
        values.map(String::valueOf).sorted().forEach(array::add);
        return array;
    }
}
