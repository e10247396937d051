package hengke.kernel.query;

import java.util.Map;
import java.util.Set;

/** The people and departments a filter may speak of without naming them; answered by access. */
public interface Who {
    long me();

    /** Me and everybody under me. */
    Set<Long> myTeam();

    /** The members of the department and of all departments under it. */
    Set<Long> usersUnderDepartment(long department);

    /** The department and all departments under it. */
    Set<Long> departmentsUnder(long department);

    /** The department of each person who is in one. */
    default Map<Long, Long> departments() {
        return Map.of();
    }
}
