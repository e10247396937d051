package hengke.trade;

import org.springframework.stereotype.Component;

/** A line of a contract. */
@Component
public final class ContractLine extends TradeLine {
    ContractLine() {
        super("contract", "合同", "Contract");
    }
}
