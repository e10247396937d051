package hengke.capability.portrait;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.settings.SettingValues;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What is reckoned with at one moment: which records, on what day, by which settings; the row is each of them in turn.
 *
 * @param active what has just been reckoned of their activity and is not yet written; null where it stands on the row
 */
public record Scene(
        ObjectDefinition object,
        Alias row,
        Subjects those,
        Today today,
        SettingValues settings,
        @Nullable Table<?> active) {
    /** The rows, beside them what is not yet written. */
    Table<?> rows() {
        return active == null
                ? row.table()
                : row.table()
                        .join(active)
                        .on(DSL.field(DSL.name(active.getName(), "id"), SQLDataType.BIGINT)
                                .eq(row.id()));
    }

    /** Where the activity of the row is going. */
    Field<String> trend() {
        return active == null
                ? row.column(Portrayed.TREND).coerce(SQLDataType.CLOB)
                : DSL.field(DSL.name(active.getName(), Portrayed.TREND.column()), SQLDataType.CLOB);
    }
}
