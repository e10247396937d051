package hengke.capability.portrait;

import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Explainer;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Alias;
import hengke.kernel.settings.SettingValues;
import hengke.kernel.settings.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What health is made of, factor by factor. A factor whose matter the asker may not see is not told; then no points are,
 * because the rest would follow from them.
 */
@Component
final class HealthExplainer implements Explainer {
    private final Health health;
    private final Portraits portraits;
    private final Settings settings;
    private final Clock clock;

    HealthExplainer(Health health, Portraits portraits, Settings settings, Clock clock) {
        this.health = health;
        this.portraits = portraits;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean explains(ObjectDefinition object, Field<?> field) {
        return object.has(Portrayed.class) && (field.equals(Portrayed.HEALTH) || field.equals(Portrayed.HEALTH_LEVEL));
    }

    @Override
    public Account account(Question question) {
        SettingValues values = settings.values();
        ObjectDefinition object = question.object();
        Scene scene = new Scene(
                object,
                Alias.of(object),
                Subjects.of(List.of(question.record().id())),
                portraits.today(),
                values,
                null);
        List<HealthFactor> counted = health.factors(object, values);
        Record said = question.database().fetchOne(health.said(counted, scene, true));
        List<HealthFactor> told = counted.stream()
                .filter(factor -> factor.mayBeTold(question, scene))
                .toList();
        boolean whole = told.size() == counted.size();
        List<Account.Line> lines = new ArrayList<>();
        if (said != null) {
            long weights = counted.stream()
                    .filter(factor -> said.get(Health.value(factor)) != null)
                    .mapToLong(factor -> values.get(factor.weight()))
                    .sum();
            told.forEach(factor -> lines.add(line(question, factor, said, scene, whole ? weights : 0)));
        }
        return new Account(summary(values, whole, counted.size() - told.size()), lines, clock.instant());
    }

    private static Message summary(SettingValues values, boolean whole, int hidden) {
        Message rule =
                Message.of("portrait.health", values.get(PortraitSettings.GOOD), values.get(PortraitSettings.RISK));
        return whole ? rule : Message.of("portrait.healthHidden", rule, hidden);
    }

    /** @param weights of all factors that had something to say; 0 where points are not told */
    private static Account.Line line(Question question, HealthFactor factor, Record said, Scene scene, long weights) {
        BigDecimal value = said.get(Health.value(factor));
        HealthFactor.Reason reason = factor.reason(question, said, scene);
        long weight = scene.settings().get(factor.weight());
        return new Account.Line(
                Message.of("portrait.factor", factor.label(), weight),
                value == null ? Message.of("portrait.leftOut", reason.text()) : reason.text(),
                points(value, weight, weights),
                reason.records());
    }

    private static @Nullable BigDecimal points(@Nullable BigDecimal value, long weight, long weights) {
        return value == null || weights == 0
                ? null
                : value.multiply(BigDecimal.valueOf(100 * weight))
                        .divide(BigDecimal.valueOf(weights), 1, RoundingMode.HALF_UP);
    }
}
