package hengke.receivables;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What is stored of receivables, asked while it cannot change. */
final class Stored {
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);

    private Stored() {}

    /** Living records, held in the order of their ids, so that of several who change the same each sees what the others did. */
    static Map<Long, Row> held(DSLContext database, ObjectDefinition object, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>(); // asked for records that are not named, too
        }
        database.select(ID)
                .from(table(name(object.table())))
                .where(ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(ID)
                .forNoKeyUpdate()
                .execute();
        return new Pages(database)
                .byIds(object, Visibility.EVERYTHING, ids, object.fields()).stream()
                        .collect(Collectors.toMap(Row::id, row -> row));
    }

    /** The living records of an object that point at one of another. */
    static List<Long> pointing(DSLContext database, ObjectDefinition object, Field<Long> reference, long at) {
        return database.select(ID)
                .from(table(name(object.table())))
                .where(field(name(reference.column()), SQLDataType.BIGINT).eq(at))
                .and(field(name("deleted_at")).isNull())
                .orderBy(ID)
                .fetch(ID);
    }

    /**
     * Sums of an amount, in its own currency, of the living records that point at others.
     *
     * @param without records that are about to change
     */
    static Map<Long, BigDecimal> sums(
            DSLContext database,
            String table,
            Field<Money> amount,
            Field<Long> reference,
            Collection<Long> of,
            Collection<Long> without,
            Condition condition) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        if (!of.isEmpty()) {
            var column = field(name(reference.column()), SQLDataType.BIGINT);
            database.select(column, DSL.sum(field(name(amount.column() + "_amount"), SQLDataType.NUMERIC)))
                    .from(table(name(table)))
                    .where(column.eq(DSL.any(of.toArray(Long[]::new))))
                    .and(field(name("deleted_at")).isNull())
                    .and(condition)
                    .and(ID.ne(DSL.all(without.toArray(Long[]::new))))
                    .groupBy(column)
                    .forEach(row -> sums.put(row.value1(), row.value2()));
        }
        return sums;
    }
}
