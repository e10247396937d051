package hengke.capability.pool;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When a record goes back to its pool, where it does. */
@Component
@Order(20)
final class ReturnFigure implements KeyFigures {
    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Pooled.class);
    }

    @Override
    public List<Figure> of(Question question) {
        return List.of(new Figure.OfField(Pooled.RETURNS_AT));
    }
}
