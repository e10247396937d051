package hengke.capability.activity;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.IntegerType;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody keeps in touch about this record: when last, and when next. */
public record Followed() implements Capability {
    public static final String NAME = "followed";
    public static final Field<Instant> NEXT_CONTACT_AT = Field.of(
                    "nextContactAt", new DateTimeType(), "下次联系时间", "Next contact")
            .in(SECTION)
            .indexed()
            .listed()
            .headline();
    public static final Field<Instant> LAST_CONTACT_AT = Field.of(
                    "lastContactAt", new DateTimeType(), "最近联系时间", "Last contact")
            .derived()
            .indexed();

    public static final Field<Long> IDLE_DAYS = Field.of(
                    "idleDays", new IntegerType(0, Long.MAX_VALUE), "未联系天数", "Days without contact")
            .in(SECTION)
            .formula("daysBetween({lastContactAt}, today())");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Capability> includes() {
        return List.of(new Discussed());
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(NEXT_CONTACT_AT, LAST_CONTACT_AT, IDLE_DAYS);
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode soon = JsonMapper.shared()
                .createObjectNode()
                .put("field", NEXT_CONTACT_AT.name())
                .put("op", Operator.DURING.wire());
        soon.putObject("value").put("next", 7).put("unit", "day");
        return List.of(new BuiltinView(
                "toContact", new Label("7 天内待联系", "To contact within 7 days"), soon, NEXT_CONTACT_AT.name()));
    }
}
