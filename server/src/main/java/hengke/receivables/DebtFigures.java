package hengke.receivables;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody owes, for how long it has been overdue, and what was paid ahead; nothing of it where there is none. */
@Component
@Order(13)
final class DebtFigures implements KeyFigures {
    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Debtor.class);
    }

    @Override
    public List<Figure> of(Question question) {
        return Stream.<Field<? extends Number>>of(Debtor.UNPAID, Debtor.DAYS_OVERDUE, Debtor.CREDIT)
                .filter(field -> question.record().get(field) instanceof Number number
                        && new BigDecimal(number.toString()).signum() > 0)
                .<Figure>map(Figure.OfField::new)
                .toList();
    }
}
