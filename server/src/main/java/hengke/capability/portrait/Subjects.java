package hengke.capability.portrait;

import java.util.Collection;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Those whose portrait is reckoned: a few, or all in a range. The same statement serves both. */
public sealed interface Subjects {
    /** Is this the id of one of them? */
    Condition among(Field<Long> id);

    record Few(Set<Long> ids) implements Subjects {
        public Few {
            ids = Set.copyOf(ids);
        }

        @Override
        public Condition among(Field<Long> id) {
            return ids.size() == 1
                    ? id.eq(ids.iterator().next())
                    : id.eq(DSL.any(ids.stream().sorted().toArray(Long[]::new)));
        }
    }

    /** Both ends included. */
    record Range(long from, long until) implements Subjects {
        @Override
        public Condition among(Field<Long> id) {
            return id.between(from, until);
        }
    }

    static Subjects of(Collection<Long> ids) {
        return new Few(Set.copyOf(ids));
    }
}
