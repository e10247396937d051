package hengke.capability.activity;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DateTimeType;
import java.time.Instant;
import java.util.List;

/** Somebody keeps in touch about this record: when last, and when next. */
public record Followed() implements Capability {
    public static final String NAME = "followed";
    public static final Field<Instant> NEXT_CONTACT_AT = Field.of(
                    "nextContactAt", new DateTimeType(), "下次联系时间", "Next contact")
            .indexed()
            .listed()
            .headline();
    public static final Field<Instant> LAST_CONTACT_AT = Field.of(
                    "lastContactAt", new DateTimeType(), "最近联系时间", "Last contact")
            .derived()
            .indexed();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(NEXT_CONTACT_AT, LAST_CONTACT_AT);
    }
}
