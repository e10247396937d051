package hengke.capability.either;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses what has a value in two of the fields, or in none where one is needed; after other rules have completed it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class KeepEither implements Rule {
    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Either.class);
    }

    @Override
    public void before(Batch batch) {
        Either either = batch.object().capability(Either.class).orElseThrow();
        batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .forEach(edit -> check(edit, either));
    }

    private static void check(Edit edit, Either either) {
        List<Field<?>> given = either.among().stream()
                .filter(field -> edit.after().get(field) != null)
                .toList();
        if (given.size() > 1) {
            edit.refuse(given.getLast(), Message.of("either.one", labels(given)));
        } else if (given.isEmpty() && either.needed()) {
            edit.refuse(either.among().getFirst(), Message.of("either.needed", labels(either.among())));
        }
    }

    private static Object[] labels(List<Field<?>> fields) {
        return fields.stream().map(Field::label).toArray();
    }
}
