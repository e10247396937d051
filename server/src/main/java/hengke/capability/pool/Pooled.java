package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IdType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The record either belongs to somebody or waits in exactly one pool. With an owner the pool is the one it came from and
 * goes back to.
 */
public record Pooled() implements Capability {
    public static final Field<Long> POOL = Field.of("pool", new IdType(new IdType.Records(Pool.NAME)), "公海", "Pool")
            .in(SECTION)
            .indexedWithout(Owned.OWNER);
    /** Since when its owner has it. */
    public static final Field<Instant> CLAIMED_AT =
            Field.of("claimedAt", new DateTimeType(), "归属时间", "Owned since").derived();

    public static final Field<LocalDate> PROTECTED_UNTIL =
            Field.of("protectedUntil", new DateType(), "保护至", "Protected until").derived();
    public static final Field<Instant> RETURNS_AT = Field.of("returnsAt", new DateTimeType(), "回收时间", "Returns at")
            .derived()
            .indexed();

    @Override
    public String name() {
        return "pooled";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(POOL, CLAIMED_AT, PROTECTED_UNTIL, RETURNS_AT);
    }

    /** It stands on the owner, and an object of a company's own may have none. */
    @Override
    public boolean offered() {
        return false;
    }
}
