package hengke.capability.prediction;

import hengke.capability.pipeline.LearntChance;
import hengke.kernel.query.Alias;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What the model in use says; the experience with stages is no model. */
@Component
final class ChanceOfModel implements LearntChance {
    @Override
    public Optional<Field<BigDecimal>> of(Alias row) {
        return row.object().has(Predicted.class)
                ? Optional.of(DSL.when(
                        row.column(Predicted.BY).coerce(SQLDataType.CLOB).eq(DSL.inline(Predicted.By.MODEL)),
                        row.column(Predicted.PROBABILITY).coerce(SQLDataType.NUMERIC)))
                : Optional.empty();
    }
}
