package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.SharingRule;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** The sharing rules as administrators manage them. */
public final class SharingRules {
    private final OrganisationChanges changes;
    private final Clock clock;

    SharingRules(OrganisationChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Adds a rule; the id and version given do not count. Answers its id. */
    public long add(Actor by, SharingRule rule) {
        return changes.make(by, within -> {
            check(within, rule);
            long id = within.fetchSingle(
                            """
                    insert into sharing_rule (name, object, filter, sharing_right, active, created_at, created_by,
                                              updated_at, updated_by)
                    values (?, ?, cast(? as jsonb), ?, ?, cast(? as timestamptz), ?, cast(? as timestamptz), ?)
                    returning id
                    """,
                            rule.name(),
                            rule.object(),
                            filter(rule),
                            right(rule),
                            rule.active(),
                            clock.instant(),
                            by.user(),
                            clock.instant(),
                            by.user())
                    .get("id", Long.class);
            writeTargets(within, id, rule);
            return id;
        });
    }

    /** Changes a rule, seen at the version given. */
    public void change(Actor by, SharingRule rule) {
        changes.make(by, within -> {
            OrganisationChanges.requireCurrent(within, "sharing_rule", rule.id(), rule.version());
            check(within, rule);
            within.execute(
                    """
                    update sharing_rule
                    set name = ?, object = ?, filter = cast(? as jsonb), sharing_right = ?, active = ?,
                        version = version + 1, updated_at = cast(? as timestamptz), updated_by = ?
                    where id = ?
                    """,
                    rule.name(),
                    rule.object(),
                    filter(rule),
                    right(rule),
                    rule.active(),
                    clock.instant(),
                    by.user(),
                    rule.id());
            within.execute("delete from sharing_rule_target where rule_id = ?", rule.id());
            writeTargets(within, rule.id(), rule);
            return rule.id();
        });
    }

    public void remove(Actor by, long id) {
        changes.make(by, within -> {
            if (within.execute("delete from sharing_rule where id = ?", id) == 0) {
                throw new Refusal.NotFound();
            }
            return id;
        });
    }

    private static void check(DSLContext within, SharingRule rule) {
        if (Rows.exist(
                within, "select from sharing_rule where lower(name) = lower(?) and id <> ?", rule.name(), rule.id())) {
            throw Invalid.at("name", Message.of("identity.taken"));
        }
        Map.of("people", rule.people(), "departments", rule.departments(), "roles", rule.roles())
                .forEach((key, ids) -> requireKnown(within, key, ids));
    }

    private static void requireKnown(DSLContext within, String key, Set<Long> ids) {
        String table = Map.of("people", "person", "departments", "department", "roles", "role")
                .get(key);
        for (long id : ids) {
            if (within.fetchOptional("select from {0} where id = {1} and id > 0", DSL.name(table), DSL.val(id))
                    .isEmpty()) {
                throw Invalid.at(key, Message.of("identity.unknown"));
            }
        }
    }

    private static void writeTargets(DSLContext within, long id, SharingRule rule) {
        rule.people().forEach(each -> target(within, id, "person_id", each));
        rule.departments().forEach(each -> target(within, id, "department_id", each));
        rule.roles().forEach(each -> target(within, id, "role_id", each));
    }

    private static void target(DSLContext within, long rule, String column, long id) {
        within.execute(
                "insert into sharing_rule_target (rule_id, {0}) values ({1}, {2})",
                DSL.name(column), DSL.val(rule), DSL.val(id));
    }

    private static JSONB filter(SharingRule rule) {
        return JSONB.valueOf(JsonMapper.shared().writeValueAsString(rule.filter()));
    }

    private static String right(SharingRule rule) {
        return rule.edit() ? "edit" : "read";
    }
}
