package hengke.capability.intake;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.IntegerType;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Records of this object may come from outside. Who writes again enriches the record that is there instead of making a
 * second one.
 *
 * @param status how far the record is
 * @param closed the states in which it is done with, so that somebody who writes again begins anew
 */
public record Captured(Field<String> status, Set<String> closed) implements Capability {
    /** How often somebody has submitted something that became this record. */
    public static final Field<Long> SUBMISSIONS = Field.of(
                    "submissions", new IntegerType(0, Long.MAX_VALUE), "提交次数", "Submissions")
            .derived();

    public static final Field<Instant> LAST_SUBMITTED_AT = Field.of(
                    "lastSubmittedAt", new DateTimeType(), "最近提交时间", "Last submission")
            .derived()
            .indexed();

    public Captured {
        closed = Set.copyOf(closed);
    }

    @Override
    public String name() {
        return "captured";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SUBMISSIONS, LAST_SUBMITTED_AT);
    }
}
