package hengke.trade;

import hengke.capability.goal.Measure;
import hengke.capability.goal.Measure.Counted;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Contracts that were signed, whatever became of them since, on the day they were. */
@Configuration(proxyBeanMethods = false)
class SignedMeasure {
    @Bean
    @Order(40)
    Measure signedAmount(Contract contract) {
        ObjectNode signed = JsonMapper.shared()
                .createObjectNode()
                .put("field", contract.status.name())
                .put("op", Operator.IN.wire());
        signed.putArray("value")
                .add(Contract.ACTIVE)
                .add(Contract.DONE)
                .add(Contract.EXPIRED)
                .add(Contract.TERMINATED);
        return Measure.of(
                "signedAmount",
                new Label("签约金额", "Amount signed"),
                new Counted(contract.name(), signed, contract.signedOn, contract.amount));
    }
}
