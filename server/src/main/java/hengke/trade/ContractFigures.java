package hengke.trade;

import hengke.customers.Customer;
import hengke.kernel.explaining.Account.Records;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How many contracts of a customer are in force. */
@Component
@Order(12)
final class ContractFigures implements KeyFigures {
    private final Customer customer;
    private final Contract contract;

    ContractFigures(Customer customer, Contract contract) {
        this.customer = customer;
        this.contract = contract;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(customer.name());
    }

    @Override
    public List<Figure> of(Question question) {
        ObjectNode filter = JsonMapper.shared().createObjectNode();
        ArrayNode all = filter.putArray("and");
        all.addObject()
                .put("field", contract.customer.name())
                .put("op", Operator.EQ.wire())
                .put("value", question.record().id());
        all.addObject()
                .put("field", contract.status.name())
                .put("op", Operator.EQ.wire())
                .put("value", Contract.ACTIVE);
        return List.of(new Figure.Counted(
                "contractsInForce",
                new Label("执行中合同", "Contracts in force"),
                new Records(contract.name(), filter),
                false));
    }
}
