package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRule;
import hengke.kernel.access.Grant;
import hengke.kernel.access.Mask;
import hengke.kernel.access.PageRight;
import hengke.kernel.access.Role;
import hengke.kernel.access.Scope;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** The roles as administrators manage them. */
public final class Roles {
    private final OrganisationChanges changes;
    private final Clock clock;

    Roles(OrganisationChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Adds a role; the id and version given do not count. Answers its id. */
    public long add(Actor by, Role role) {
        return changes.make(by, within -> {
            check(within, role);
            long id = within.fetchSingle(
                            """
                    insert into role (name, administrator, commands, pages, created_at, created_by, updated_at,
                                      updated_by)
                    values (?, ?, ?, ?, cast(? as timestamptz), ?, cast(? as timestamptz), ?)
                    returning id
                    """,
                            role.name(),
                            role.administrator(),
                            role.commands().toArray(String[]::new),
                            pages(role),
                            clock.instant(),
                            by.user(),
                            clock.instant(),
                            by.user())
                    .get("id", Long.class);
            writeRights(within, id, role);
            return id;
        });
    }

    /** Changes a role, seen at the version given. */
    public void change(Actor by, Role role) {
        changes.make(by, within -> {
            OrganisationChanges.requireCurrent(within, "role", role.id(), role.version());
            check(within, role);
            within.execute(
                    """
                    update role
                    set name = ?, administrator = ?, commands = ?, pages = ?, version = version + 1,
                        updated_at = cast(? as timestamptz), updated_by = ?
                    where id = ?
                    """,
                    role.name(),
                    role.administrator(),
                    role.commands().toArray(String[]::new),
                    pages(role),
                    clock.instant(),
                    by.user(),
                    role.id());
            within.execute("delete from role_grant where role_id = ?", role.id());
            within.execute("delete from role_field where role_id = ?", role.id());
            writeRights(within, role.id(), role);
            return role.id();
        });
    }

    /** Removes a role that nobody holds. */
    public void remove(Actor by, long id) {
        changes.make(by, within -> {
            if (!Rows.exist(within, "select from role where id = ?", id)) {
                throw new Refusal.NotFound();
            }
            if (Rows.exist(within, "select from person_role where role_id = ?", id)) {
                throw new Refusal.Conflict("inUse", Message.of("identity.roleInUse"), Map.of());
            }
            return within.execute("delete from role where id = ?", id);
        });
    }

    private static void check(DSLContext within, Role role) {
        if (Rows.exist(within, "select from role where lower(name) = lower(?) and id <> ?", role.name(), role.id())) {
            throw Invalid.at("name", Message.of("identity.taken"));
        }
        for (Grant grant : role.grants()) {
            if (grant.scope() instanceof Scope.Departments(var departments)
                    && !departments.stream()
                            .allMatch(id -> Rows.exist(within, "select from department where id = ?", id))) {
                throw Invalid.at("grants", Message.of("identity.unknownDepartment"));
            }
        }
    }

    private static void writeRights(DSLContext within, long id, Role role) {
        for (Grant grant : role.grants()) {
            StoredScope scope = StoredScope.of(grant.scope());
            within.execute(
                    """
                    insert into role_grant (role_id, object, verb, scope, departments, filter)
                    values (?, ?, ?, ?, cast(? as bigint[]), cast(? as jsonb))
                    """, id, grant.object(), grant.verb().wire(), scope.scope(), scope.departments(), scope.filter());
        }
        for (FieldRule rule : role.fields()) {
            within.execute(
                    "insert into role_field (role_id, object, field, field_right, mask, reveal) values (?, ?, ?, ?, ?, ?)",
                    id,
                    rule.object(),
                    rule.field(),
                    rule.right().wire(),
                    Optional.ofNullable(rule.mask()).map(Mask::wire).orElse(null),
                    rule.reveal());
        }
    }

    private static String[] pages(Role role) {
        return role.pages().stream().map(PageRight::wire).sorted().toArray(String[]::new);
    }
}
