package hengke.trade;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about all its lines.
 *
 * @param rate what one unit of the currency is worth in the company's own
 * @param open may its lines still be changed? Those of a document that was just made may, whatever its status
 */
record Terms(
        @Nullable Long customer,
        LocalDate date,
        String currency,
        BigDecimal rate,
        boolean taxIncluded,
        String status,
        boolean open) {

    private static final long NEW = 1;

    /** Those of documents, by their ids, in the company's currency where they name none; held, so that they stay as they are while lines are written by them. */
    static Map<Long, Terms> of(DSLContext database, ObjectDefinition document, String base, Collection<Long> ids) {
        Lined lined = document.capability(Lined.class).orElseThrow();
        var id = field(name("id"), SQLDataType.BIGINT);
        var customer = field(name(lined.customer().column()), SQLDataType.BIGINT);
        var date = field(name(Lined.DATE.column()), SQLDataType.LOCALDATE);
        var currency = field(name(Lined.CURRENCY.column()), SQLDataType.CLOB);
        var rate = field(name(Lined.RATE.column()), SQLDataType.NUMERIC);
        var taxIncluded = field(name(Lined.TAX_INCLUDED.column()), SQLDataType.BOOLEAN);
        var status = field(name(lined.status().column()), SQLDataType.CLOB);
        var version = field(name(SystemFields.VERSION.column()), SQLDataType.BIGINT);
        return database.select(id, customer, date, currency, rate, taxIncluded, status, version)
                .from(table(name(document.table())))
                .where(id.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(id)
                .forNoKeyUpdate()
                .fetchMap(
                        id,
                        row -> new Terms(
                                row.get(customer),
                                row.get(date),
                                Objects.requireNonNullElse(row.get(currency), base),
                                row.get(rate),
                                Boolean.TRUE.equals(row.get(taxIncluded)),
                                row.get(status),
                                row.get(version) == NEW || lined.open().contains(row.get(status))));
    }
}
