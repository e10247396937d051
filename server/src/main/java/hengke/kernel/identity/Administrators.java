package hengke.kernel.identity;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import org.jooq.DSLContext;

/** The rule that somebody can always manage the company: the last administrator cannot be locked out. */
final class Administrators {
    private Administrators() {}

    /** Refuses a change that leaves people but nobody who may manage them. */
    static void requireOne(DSLContext dsl) {
        boolean locked = dsl.fetchSingle("""
                select exists (select from person where id > 0)
                   and not exists (
                       select from person
                       join person_role on person_role.person_id = person.id
                       join role on role.id = person_role.role_id and role.administrator
                       where person.active and person.password_hash is not null)
                """).get(0, Boolean.class);
        if (locked) {
            throw new Refusal.Forbidden(Message.of("identity.lastAdministrator"));
        }
    }
}
