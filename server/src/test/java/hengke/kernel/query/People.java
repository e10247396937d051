package hengke.kernel.query;

import java.util.Map;
import java.util.Set;

/** User 2 with user 3 below; department 1 holds users 1 to 3, others nobody. */
record People() implements Who {
    @Override
    public long me() {
        return 2;
    }

    @Override
    public Set<Long> myTeam() {
        return Set.of(2L, 3L);
    }

    @Override
    public Set<Long> usersUnderDepartment(long department) {
        return department == 1 ? Set.of(1L, 2L, 3L) : Set.of();
    }

    @Override
    public Set<Long> departmentsUnder(long department) {
        return Set.of(department, department + 1);
    }

    @Override
    public Map<Long, Long> departments() {
        return Map.of(1L, 1L, 2L, 1L, 3L, 1L);
    }
}
