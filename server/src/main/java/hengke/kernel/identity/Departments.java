package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;

/** The tree of departments as administrators manage it. */
public final class Departments {
    private final OrganisationChanges changes;
    private final Clock clock;

    Departments(OrganisationChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Adds a department; the id and version given do not count. Answers its id. */
    public long add(Actor by, Department department) {
        return changes.make(by, within -> insert(within, by, department));
    }

    long insert(DSLContext within, Actor by, Department department) {
        check(within, department);
        return within.fetchSingle(
                        """
                    insert into department (name, parent_id, head_id, created_at, created_by, updated_at, updated_by)
                    values (?, ?, ?, cast(? as timestamptz), ?, cast(? as timestamptz), ?)
                    returning id
                    """,
                        department.name(),
                        department.parent(),
                        department.head(),
                        clock.instant(),
                        by.user(),
                        clock.instant(),
                        by.user())
                .get("id", Long.class);
    }

    /** Changes a department, seen at the version given; a move takes everything below along. */
    public void change(Actor by, Department department) {
        changes.make(by, within -> {
            OrganisationChanges.requireCurrent(within, "department", department.id(), department.version());
            check(within, department);
            return within.execute(
                    """
                    update department
                    set name = ?, parent_id = ?, head_id = ?, version = version + 1,
                        updated_at = cast(? as timestamptz), updated_by = ?
                    where id = ?
                    """,
                    department.name(),
                    department.parent(),
                    department.head(),
                    clock.instant(),
                    by.user(),
                    department.id());
        });
    }

    /** Removes a department that nobody belongs to, that nothing lies in and that no role names. */
    public void remove(Actor by, long id) {
        changes.make(by, within -> {
            if (!Rows.exist(within, "select from department where id = ?", id)) {
                throw new Refusal.NotFound();
            }
            if (Rows.exist(within, "select from department where parent_id = ?", id)
                    || Rows.exist(within, "select from person where department_id = ?", id)
                    || Rows.exist(within, "select from role_grant where ? = any (departments)", id)) {
                throw new Refusal.Conflict("notEmpty", Message.of("identity.departmentNotEmpty"), Map.of());
            }
            return delete(within, id);
        });
    }

    /** Records may name it as well; the database knows. */
    private static int delete(DSLContext within, long id) {
        try {
            return within.execute("delete from department where id = ?", id);
        } catch (IntegrityConstraintViolationException named) {
            throw new Refusal.Conflict("notEmpty", Message.of("identity.departmentNamed"), Map.of());
        }
    }

    private static void check(DSLContext within, Department department) {
        List<FieldError> errors = new ArrayList<>();
        Long parent = department.parent();
        if (parent != null && !Rows.exist(within, "select from department where id = ?", parent)) {
            errors.add(FieldError.of("parent", Message.of("identity.unknown")));
        }
        if (parent != null && liesIn(within, parent, department.id())) {
            errors.add(FieldError.of("parent", Message.of("identity.circle")));
        }
        if (department.head() != null
                && !Rows.exist(within, "select from person where id > 0 and id = ?", department.head())) {
            errors.add(FieldError.of("head", Message.of("identity.unknown")));
        }
        if (Rows.exist(
                within,
                "select from department where lower(name) = lower(?) and parent_id is not distinct from ? and id <> ?",
                department.name(),
                parent,
                department.id())) {
            errors.add(FieldError.of("name", Message.of("identity.taken")));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** Is the department the other one, or somewhere below it? */
    private static boolean liesIn(DSLContext within, long department, long other) {
        return Rows.exist(within, """
                with recursive above as (
                    select id, parent_id from department where id = ?
                    union
                    select department.id, department.parent_id
                    from department join above on department.id = above.parent_id)
                select from above where id = ?
                """, department, other);
    }
}
