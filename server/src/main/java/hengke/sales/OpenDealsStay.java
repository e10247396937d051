package hengke.sales;

import hengke.capability.pipeline.Pipelined;
import hengke.capability.pool.Exemption;
import hengke.customers.Customer;
import hengke.kernel.metadata.Label;
import hengke.kernel.query.Criterion;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody loses a customer with whom something is under way. */
@Configuration(proxyBeanMethods = false)
class OpenDealsStay {
    @Bean
    Exemption openOpportunity(Customer customer, Opportunity opportunity) {
        return new Exemption(
                "openOpportunity",
                new Label("有进行中的商机", "An open opportunity"),
                customer.name(),
                opportunity.name(),
                opportunity.customer,
                Criterion.is(Pipelined.OUTCOME, Pipelined.OPEN),
                List.of(Pipelined.OUTCOME));
    }
}
