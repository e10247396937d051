package hengke.kernel.access;

import hengke.kernel.query.Who;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The organisation as one person speaks of it. */
record Colleagues(Organisation organisation, long me) implements Who {

    @Override
    public Set<Long> myTeam() {
        Set<Long> team = new HashSet<>(organisation.subordinates(me));
        team.add(me);
        return team;
    }

    @Override
    public Set<Long> usersUnderDepartment(long department) {
        return organisation.membersOfTrees(Set.of(department));
    }

    @Override
    public Set<Long> departmentsUnder(long department) {
        return organisation.tree(department);
    }

    @Override
    public Map<Long, Long> departments() {
        Map<Long, Long> departments = new HashMap<>();
        for (Person person : organisation.people()) {
            Long department = person.department();
            if (department != null) {
                departments.put(person.id(), department);
            }
        }
        return departments;
    }
}
