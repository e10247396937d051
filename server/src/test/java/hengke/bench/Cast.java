package hengke.bench;

import hengke.kernel.access.TokenScope;
import hengke.kernel.identity.ApiTokens;
import org.jooq.DSLContext;

/** Those in whose name the work is done. */
enum Cast {
    /** Sees everything. */
    ADMINISTRATOR("person.id = " + Volume.FIRST_PERSON),
    /** Sees what is his own. */
    SELLER("role.name = '销售' and department.name = '7部'"),
    /** Sees what belongs to his department, some thirteen people. */
    MANAGER("role.name = '销售经理' and department.parent_id is not null and not exists"
            + " (select 1 from department below where below.parent_id = department.id)"),
    /** Sees what belongs to his region, some eighty people. */
    DIRECTOR("role.name = '销售经理' and department.name like '%大区'");

    private final String condition;

    Cast(String condition) {
        this.condition = condition;
    }

    /** A person of the volume data. */
    record Person(Cast part, long id, long department, String token) {}

    Person choose(DSLContext database, ApiTokens tokens) {
        var found = database.fetchSingle(
                "select person.id, department.id from person join department on department.id = department_id"
                        + " join person_role on person_id = person.id join role on role.id = role_id"
                        + " where person.id >= " + Volume.FIRST_PERSON + " and " + condition
                        + " order by person.id limit 1");
        long id = found.get(0, long.class);
        return new Person(
                this,
                id,
                found.get(1, long.class),
                tokens.issue(id, "bench", TokenScope.EVERY, null).token());
    }
}
