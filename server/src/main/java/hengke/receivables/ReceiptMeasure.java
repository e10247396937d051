package hengke.receivables;

import hengke.capability.goal.Measure;
import hengke.capability.goal.Measure.Counted;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Money that came in, for who is in charge of the contract or order it settles, and for its team. */
@Configuration(proxyBeanMethods = false)
class ReceiptMeasure {
    @Bean
    @Order(50)
    Measure receivedAmount(PaymentMatch match) {
        return new Measure.OfObjects(
                "receivedAmount",
                new Label("回款金额", "Amount received"),
                Measure.Unit.MONEY,
                List.of(forBill(match, match.contract), forBill(match, match.order)));
    }

    private static Counted forBill(PaymentMatch match, Field<Long> bill) {
        return new Counted(match.name(), null, match.paidOn, match.amount, bill);
    }
}
