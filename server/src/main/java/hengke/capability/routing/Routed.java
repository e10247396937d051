package hengke.capability.routing;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.query.Criterion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * New records of this object go to people by rules, and whoever has one is to be in touch soon.
 *
 * @param status how far the record is
 * @param closed the states in which it is done with: nobody needs to take it, nobody waits for an answer
 */
public record Routed(Field<String> status, Set<String> closed) implements Capability {
    public static final String NAME = "routed";

    /** Since when its owner has it, and so since when an answer is awaited. */
    public static final Field<Instant> RESPONSE_SINCE = Field.of(
                    "responseSince", new DateTimeType(), "响应计时起点", "Response clock since")
            .derived();

    public static final Field<Instant> RESPONSE_DUE_AT = Field.of(
                    "responseDueAt", new DateTimeType(), "响应期限", "Response due")
            .derived()
            .indexed();
    /** When the owner, or somebody for them, was first in touch. */
    public static final Field<Instant> RESPONDED_AT = Field.of(
                    "respondedAt", new DateTimeType(), "首次跟进时间", "First follow-up")
            .derived()
            .indexed();

    public static final Field<Long> RESPONSE_MINUTES = Field.of(
                    "responseMinutes",
                    new IntegerType(0, Long.MAX_VALUE),
                    "响应用时（工作分钟）",
                    "Response time (working minutes)")
            .derived();

    public Routed {
        closed = Set.copyOf(closed);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(RESPONSE_SINCE, RESPONSE_DUE_AT, RESPONDED_AT, RESPONSE_MINUTES);
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode late = JsonMapper.shared().createObjectNode();
        var all = late.putArray("and");
        all.add(test(Owned.OWNER, Operator.NOT_EMPTY));
        all.add(test(RESPONDED_AT, Operator.EMPTY));
        all.add(test(RESPONSE_DUE_AT, Operator.LT).put("value", "now"));
        var states = test(status, Operator.NOT_IN);
        var done = states.putArray("value");
        new TreeSet<>(closed).forEach(done::add);
        all.add(states);
        return List.of(new BuiltinView(
                "unanswered", new Label("超时未响应", "Not answered in time"), late, RESPONSE_DUE_AT.name()));
    }

    static Routed of(ObjectDefinition object) {
        return object.capability(Routed.class).orElseThrow();
    }

    boolean open(Row row) {
        String state = row.get(status);
        return state == null || !closed.contains(state);
    }

    /** Those that are not done with. */
    Criterion open() {
        return Criterion.not(Criterion.in(status, new TreeSet<>(closed)));
    }

    private static ObjectNode test(Field<?> field, Operator operator) {
        return JsonMapper.shared().createObjectNode().put("field", field.name()).put("op", operator.wire());
    }
}
