package hengke.kernel.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the company; stays known after leaving, because records and history point here.
 *
 * @param department the id of the department the person belongs to
 * @param manager the id of the person reported to
 * @param regions codes of the divisions the person looks after
 * @param active may sign in
 */
public record Person(
        long id,
        String login,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Long department,
        @Nullable Long manager,
        List<String> regions,
        boolean active,
        Set<Long> roles,
        long version) {

    public Person {
        regions = List.copyOf(regions);
        roles = Set.copyOf(roles);
    }
}
