package hengke.sales;

import hengke.capability.goal.Measure;
import hengke.capability.goal.Measure.Counted;
import hengke.capability.pipeline.Pipelined;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** What sellers aim at: deals that are won, counted on the day they were. */
@Configuration(proxyBeanMethods = false)
class SalesMeasures {
    private final Opportunity opportunity;

    SalesMeasures(Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    @Bean
    @Order(10)
    Measure wonAmount() {
        return Measure.of("wonAmount", new Label("赢单金额", "Amount won"), won(opportunity.amount));
    }

    @Bean
    @Order(20)
    Measure wonCount() {
        return Measure.of("wonCount", new Label("赢单数", "Deals won"), won(null));
    }

    private Counted won(@Nullable Field<Money> amount) {
        return new Counted(
                opportunity.name(),
                JsonMapper.shared()
                        .createObjectNode()
                        .put("field", Pipelined.OUTCOME.name())
                        .put("op", Operator.EQ.wire())
                        .put("value", Pipelined.WON),
                Pipelined.CLOSED_AT,
                amount);
    }
}
