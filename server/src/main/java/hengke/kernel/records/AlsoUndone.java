package hengke.kernel.records;

import org.jooq.DSLContext;

/** What operations change besides records, and what is taken back together with them. Offered as a bean. */
@FunctionalInterface
public interface AlsoUndone {
    /** Takes back what is still as this operation left it. */
    void takeBack(DSLContext transaction, long operation);
}
