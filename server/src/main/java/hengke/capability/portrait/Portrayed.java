package hengke.capability.portrait;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.DecimalType.Form;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The record has a portrait: numbers that are reckoned from what happened with it, and that nobody writes by hand. */
public record Portrayed() implements Capability {
    private static final Label PART = new Label("画像", "Portrait");

    public static final Field<BigDecimal> ACTIVITY = score("activityScore", "活跃度", "Activity")
            .help("0–100，由往来的方式、次数和远近算得", "0 to 100, from the kind, number and age of the contacts")
            .listed();
    public static final Field<String> TREND = Field.of(
                    "activityTrend", new ChoiceType(Trend.options()), "活跃趋势", "Activity trend")
            .help("近 30 天与之前 30 天相比", "The last 30 days against the 30 before")
            .in(PART)
            .derived()
            .indexed();

    public static final Field<BigDecimal> HEALTH = score("healthScore", "健康度", "Health")
            .help("0–100，由联系节奏、活跃趋势、联系人与资料等加权得出", "0 to 100, weighed from rhythm, trend, contacts and data");
    public static final Field<String> HEALTH_LEVEL = Field.of(
                    "healthLevel", new ChoiceType(HealthLevel.options()), "健康状况", "Condition")
            .in(PART)
            .derived()
            .indexed()
            .listed();

    @Override
    public String name() {
        return "portrayed";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ACTIVITY, TREND, HEALTH, HEALTH_LEVEL);
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode mine = JsonMapper.shared().createObjectNode();
        mine.putArray("and")
                .add(Leads.is(HEALTH_LEVEL.name(), HealthLevel.RISK.wire()))
                .add(Leads.is(Owned.OWNER.name(), "me"));
        return List.of(new BuiltinView("healthRisk", new Label("健康风险", "Health at risk"), mine, HEALTH.name()));
    }

    /** What it is reckoned from is code's to say. */
    @Override
    public boolean offered() {
        return false;
    }

    private static Field<BigDecimal> score(String name, String chinese, String english) {
        DecimalType hundred = new DecimalType(Form.SCORE, 0, BigDecimal.ZERO, new BigDecimal(100));
        return Field.of(name, hundred, chinese, english).in(PART).derived().indexed();
    }
}
