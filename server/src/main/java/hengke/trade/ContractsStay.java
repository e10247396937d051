package hengke.trade;

import hengke.capability.pool.Exemption;
import hengke.customers.Customer;
import hengke.kernel.metadata.Label;
import hengke.kernel.query.Criterion;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody loses a customer with whom a contract is about to be signed or in force. */
@Configuration(proxyBeanMethods = false)
class ContractsStay {
    @Bean
    Exemption openContract(Customer customer, Contract contract) {
        return new Exemption(
                "openContract",
                new Label("有执行中的合同", "A contract in force"),
                customer.name(),
                contract.name(),
                contract.customer,
                Criterion.in(contract.status, List.of(Contract.SIGNING, Contract.ACTIVE)),
                List.of(contract.status));
    }
}
