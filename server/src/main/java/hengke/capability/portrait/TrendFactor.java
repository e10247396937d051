package hengke.capability.portrait;

import hengke.kernel.explaining.Explainer.Question;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Where activity is going: rising is best, falling is bad, asleep is worst. */
@Component
final class TrendFactor implements HealthFactor {
    private static final Setting<Long> WEIGHT = PortraitSettings.factor("Trend", 20, "活跃趋势", "activity trend");
    private static final Field<String> TREND = DSL.field(DSL.name("fact_trend"), SQLDataType.CLOB);

    private final Knowledge knowledge;

    TrendFactor(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public String name() {
        return "trend";
    }

    @Override
    public Label label() {
        return Portrayed.TREND.label();
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Portrayed.class);
    }

    @Override
    public Setting<Long> weight() {
        return WEIGHT;
    }

    @Override
    public Said said(Scene scene) {
        Field<String> trend = scene.trend();
        Field<BigDecimal> value = DSL.case_(trend)
                .when(Trend.RISING.wire(), new BigDecimal("1.0"))
                .when(Trend.STEADY.wire(), new BigDecimal("0.8"))
                .when(Trend.FALLING.wire(), new BigDecimal("0.4"))
                .when(Trend.ASLEEP.wire(), new BigDecimal("0.0"));
        return new Said(value, List.of(trend.as(TREND)), null);
    }

    @Override
    public boolean mayBeTold(Question question, Scene scene) {
        return knowledge.reads(question, List.of(Portrayed.TREND));
    }

    @Override
    public Reason reason(Question question, Record facts, Scene scene) {
        String trend = facts.get(TREND);
        return new Reason(
                trend == null ? Message.of("portrait.noTrend") : Message.of("portrait.channel", Trend.label(trend)),
                null);
    }
}
