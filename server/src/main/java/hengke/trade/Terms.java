package hengke.trade;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about all its lines.
 *
 * @param rate what one unit of the currency is worth in the company's own
 * @param open may its lines still be changed?
 */
record Terms(
        @Nullable Long customer,
        LocalDate date,
        String currency,
        BigDecimal rate,
        boolean taxIncluded,
        String status,
        boolean open) {

    /** Those of documents, by their ids; held, so that they stay as they are while lines are written by them. */
    static Map<Long, Terms> of(DSLContext database, ObjectDefinition document, Collection<Long> ids) {
        Lined lined = document.capability(Lined.class).orElseThrow();
        var id = field(name("id"), SQLDataType.BIGINT);
        var customer = field(name(lined.customer().column()), SQLDataType.BIGINT);
        var date = field(name(Lined.DATE.column()), SQLDataType.LOCALDATE);
        var currency = field(name(Lined.CURRENCY.column()), SQLDataType.CLOB);
        var rate = field(name(Lined.RATE.column()), SQLDataType.NUMERIC);
        var taxIncluded = field(name(Lined.TAX_INCLUDED.column()), SQLDataType.BOOLEAN);
        var status = field(name(lined.status().column()), SQLDataType.CLOB);
        return database.select(id, customer, date, currency, rate, taxIncluded, status)
                .from(table(name(document.table())))
                .where(id.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(id)
                .forNoKeyUpdate()
                .fetchMap(
                        id,
                        row -> new Terms(
                                row.get(customer),
                                row.get(date),
                                row.get(currency),
                                row.get(rate),
                                Boolean.TRUE.equals(row.get(taxIncluded)),
                                row.get(status),
                                lined.open().contains(row.get(status))));
    }
}
