package hengke.capability.prediction;

import hengke.capability.prediction.Foretelling.Foretold;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Following;
import hengke.kernel.records.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Foretells a record anew within the save of it. */
@Component
@Order(70)
final class PredictionRule implements Rule {
    private final Foretelling foretelling;

    PredictionRule(Foretelling foretelling) {
        this.foretelling = foretelling;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Predicted.class);
    }

    @Override
    public List<Following> derive(Batch batch, List<Edit> written) {
        Map<Long, Edit> edits = new HashMap<>();
        written.stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .forEach(edit -> edits.put(edit.after().id(), edit));
        Map<Row, Foretold> told = foretelling.tell(
                batch.database(),
                batch.object(),
                edits.values().stream().map(Edit::after).toList(),
                new ArrayList<>());
        List<Following> followings = new ArrayList<>();
        Foretelling.write(batch.database(), batch.object(), told).forEach((row, foretold) -> {
            Edit edit = edits.get(row.id());
            if (edit != null) {
                Map<Field<?>, @Nullable Object> values = new HashMap<>();
                values.put(Predicted.PROBABILITY, foretold.percent());
                values.put(Predicted.BY, foretold.by());
                followings.add(new Following(edit, values));
            }
        });
        return followings;
    }
}
