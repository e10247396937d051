package hengke.kernel.access;

import java.util.List;

/**
 * People under one name: a committee, or those who hold a post. It gives them no right.
 *
 * @param people in order, whether they are still here or not
 */
public record PeopleGroup(long id, String name, List<Long> people, long version) {
    public PeopleGroup {
        people = people.stream().distinct().toList();
    }
}
