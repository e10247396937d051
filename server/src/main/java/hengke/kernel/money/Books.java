package hengke.kernel.money;

import org.jooq.DSLContext;

/** In which money a transaction reckons. */
@FunctionalInterface
public interface Books {
    /** What holds now on every node; the company's currency stays what it is until the transaction ends. */
    ExchangeRates held(DSLContext within);
}
