package hengke.capability.approval.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asked, said in such a way that it is found out for each record. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Approvers.People.class, name = "people"),
    @JsonSubTypes.Type(value = Approvers.Role.class, name = "role"),
    @JsonSubTypes.Type(value = Approvers.InGroup.class, name = "group"),
    @JsonSubTypes.Type(value = Approvers.Superior.class, name = "superior"),
    @JsonSubTypes.Type(value = Approvers.Superiors.class, name = "superiors"),
    @JsonSubTypes.Type(value = Approvers.Head.class, name = "head"),
    @JsonSubTypes.Type(value = Approvers.Starter.class, name = "starter"),
    @JsonSubTypes.Type(value = Approvers.Chosen.class, name = "chosen"),
    @JsonSubTypes.Type(value = Approvers.Next.class, name = "next"),
    @JsonSubTypes.Type(value = Approvers.Named.class, name = "named")
})
public sealed interface Approvers {
    /** These people. */
    record People(List<Long> people) implements Approvers {
        public People {
            people = List.copyOf(people);
        }
    }

    /** Whoever holds a role; of the department of the one who asks or one above it, nearest first, where it says so. */
    record Role(long role, boolean near) implements Approvers {}

    /** Whoever is in a group of people; of the department of the one who asks or one above it, as with a role. */
    record InGroup(long group, boolean near) implements Approvers {}

    /** The superior of the one who asks, so many levels up. */
    record Superior(int level) implements Approvers {}

    /**
     * All superiors of the one who asks, one after another.
     *
     * @param levels at most so many
     * @param until up to and including the first who holds this role
     */
    record Superiors(int levels, @Nullable Long until) implements Approvers {}

    /** Who leads the department of the one who asks, or the one so many levels above it. */
    record Head(int level) implements Approvers {}

    /** The one who asks. */
    record Starter() implements Approvers {}

    /** Whom the one who asks names; out of these, or out of all where none are given. */
    record Chosen(List<Long> among, boolean several) implements Approvers {
        public Chosen {
            among = List.copyOf(among);
        }
    }

    /** Whom the last to agree before names; out of these, or out of all where none are given. */
    record Next(List<Long> among, boolean several) implements Approvers {
        public Next {
            among = List.copyOf(among);
        }

        /** Can these be named? */
        boolean allows(List<Long> people) {
            return (several || people.size() == 1) && (among.isEmpty() || among.containsAll(people));
        }
    }

    /** The person in a field of the record, or their superior so many levels up. */
    record Named(String field, int level) implements Approvers {}
}
