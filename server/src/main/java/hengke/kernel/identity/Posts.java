package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.Invalid;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What somebody is to others, manager and head of departments; passed on to a successor, and taken back. */
public final class Posts {
    private final LiveOrganisation organisation;
    private final OrganisationChanges changes;

    Posts(LiveOrganisation organisation, OrganisationChanges changes) {
        this.organisation = organisation;
        this.changes = changes;
    }

    /** Who reports to somebody directly. */
    public List<Person> reportsOf(long person) {
        return organisation.get().people().stream()
                .filter(each -> Long.valueOf(person).equals(each.manager()))
                .filter(Person::active)
                .toList();
    }

    public List<Department> headedBy(long person) {
        return organisation.get().departments().stream()
                .filter(each -> Long.valueOf(person).equals(each.head()))
                .toList();
    }

    /** Refuses a new manager who would come to report to themselves. */
    public void check(long from, @Nullable Long manager) {
        Organisation now = organisation.get();
        boolean below = manager != null
                && now.subordinates(from).contains(manager)
                && now.person(manager)
                        .filter(each -> Long.valueOf(from).equals(each.manager()))
                        .isEmpty();
        if (below) {
            throw Invalid.at("reports", Message.of("identity.circle"));
        }
    }

    /**
     * Passes them on within the transaction that opens an operation; a report who becomes the manager takes the
     * place of the one who leaves.
     *
     * @return how many people and departments have changed
     */
    public int pass(
            DSLContext within, Actor by, long operation, long from, @Nullable Long manager, @Nullable Long head) {
        changes.requireAdministrator(by);
        int passed = manager == null ? 0 : within.execute("""
                with passed as (
                    update person set version = person.version + 1,
                        manager_id = case when person.id = ? then leaver.manager_id else ? end
                    from person leaver where leaver.id = ? and person.manager_id = leaver.id
                    returning person.id, person.manager_id)
                insert into passed_post (operation_id, post, subject_id, from_id, to_id)
                select ?, 'manager', id, ?, manager_id from passed
                """, manager, manager, from, operation, from);
        passed += head == null ? 0 : within.execute("""
                with passed as (
                    update department set head_id = ?, version = version + 1 where head_id = ? returning id)
                insert into passed_post (operation_id, post, subject_id, from_id, to_id)
                select ?, 'head', id, ?, ? from passed
                """, head, from, operation, from, head);
        if (passed > 0) {
            OrganisationChanges.tellChanged(within);
        }
        return passed;
    }

    /** Gives back what is still as the operation left it. */
    public void takeBack(DSLContext within, long operation) {
        int back = within.execute("""
                update person set manager_id = from_id, version = version + 1
                from passed_post
                where operation_id = ? and post = 'manager' and person.id = subject_id
                  and manager_id is not distinct from to_id
                """, operation);
        back += within.execute("""
                update department set head_id = from_id, version = version + 1
                from passed_post
                where operation_id = ? and post = 'head' and department.id = subject_id and head_id = to_id
                """, operation);
        if (back > 0) {
            OrganisationChanges.tellChanged(within);
        }
    }
}
