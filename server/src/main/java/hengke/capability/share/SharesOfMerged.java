package hengke.capability.share;

import hengke.kernel.merging.Moving;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** A colleague with whom both records are shared keeps one share, with the better right of the two. */
@Component
final class SharesOfMerged implements Moving {
    private static final String EDIT = "edit";

    private final Share share;

    SharesOfMerged(Share share) {
        this.share = share;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(share.name());
    }

    @Override
    public List<Draft> move(List<Row> there, List<Row> coming, Function<Row, Draft> moved) {
        Map<Long, Row> kept = new HashMap<>();
        there.forEach(row -> kept.putIfAbsent(row.need(share.user), row));
        List<Draft> drafts = new ArrayList<>();
        for (Row row : coming) {
            Row twin = kept.putIfAbsent(row.need(share.user), row);
            if (twin == null) {
                drafts.add(moved.apply(row));
            } else {
                drafts.add(Draft.delete(row.id(), null));
                if (EDIT.equals(row.get(share.right)) && !EDIT.equals(twin.get(share.right))) {
                    drafts.add(Draft.update(twin.id(), null, Map.of(share.right, EDIT)));
                    kept.put(row.need(share.user), twin.with(share.right, EDIT));
                }
            }
        }
        return drafts;
    }
}
