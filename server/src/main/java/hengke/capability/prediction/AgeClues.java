package hengke.capability.prediction;

import hengke.kernel.learning.Column;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How old the record is. */
@Component
@Order(20)
final class AgeClues implements Clues {
    static final Clue AGE =
            new Clue(Column.amount("_age"), new Label("已存在天数", "Age in days"), null, Clue.Unit.DAYS, true);

    @Override
    public List<Clue> of(ObjectDefinition object) {
        return List.of(AGE);
    }

    @Override
    public void tell(DSLContext database, ObjectDefinition object, List<Moment> moments) {
        moments.forEach(moment ->
                moment.known().put(AGE.name(), Math.max(0, ChronoUnit.DAYS.between(moment.began(), moment.at()))));
    }
}
