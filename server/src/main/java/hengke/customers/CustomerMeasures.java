package hengke.customers;

import hengke.capability.goal.Measure;
import hengke.capability.goal.Measure.Counted;
import hengke.capability.worth.Valued;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.SystemFields;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What can be aimed at with customers: new ones, and those who bought for the first time. */
@Configuration(proxyBeanMethods = false)
class CustomerMeasures {
    private final Customer customer;

    CustomerMeasures(Customer customer) {
        this.customer = customer;
    }

    @Bean
    @Order(40)
    Measure newCustomers() {
        return Measure.of(
                "newCustomers",
                new Label("新增客户", "New customers"),
                new Counted(customer.name(), null, SystemFields.CREATED_AT, null));
    }

    /** Whatever the company counts as a deal. */
    @Bean
    @Order(50)
    Measure firstDeals() {
        return Measure.of(
                "firstDeals",
                new Label("首次成交客户", "First-time buyers"),
                new Counted(customer.name(), null, Valued.FIRST_DEAL_ON, null));
    }
}
