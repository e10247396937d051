package hengke.kernel.query;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.type.FieldType;
import java.util.Collections;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What a formula that is not kept yet gives of one record. */
public final class FormulaPreview {
    private final DSLContext database;

    public FormulaPreview(DSLContext database) {
        this.database = database;
    }

    /** Empty where there is no value, or no such record for the asker. */
    public <T> Optional<T> of(
            ObjectDefinition object,
            long id,
            Visibility visible,
            FieldGuard guard,
            Expression formula,
            FieldType<T> type) {
        Alias row = Alias.of(object);
        Criterion which = Criterion.all(Criterion.is(SystemFields.ID, id), visible.criterion());
        Record found = database.select(FormulaSql.value(formula.seenBy(guard::sight), type, row))
                .from(row.table())
                .where(CriterionSql.of(which, row))
                .and(row.living())
                .fetchOne();
        return Optional.ofNullable(found).map(its -> type.fromColumns(Collections.singletonList(its.get(0))));
    }
}
