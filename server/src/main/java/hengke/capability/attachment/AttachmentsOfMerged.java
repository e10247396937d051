package hengke.capability.attachment;

import hengke.kernel.merging.Moving;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Draft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A file that meets another of its name and category goes on counting its revisions. */
@Component
final class AttachmentsOfMerged implements Moving {
    private final Attachment attachment;

    AttachmentsOfMerged(Attachment attachment) {
        this.attachment = attachment;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(attachment.name());
    }

    @Override
    public List<Draft> move(List<Row> there, List<Row> coming, Function<Row, Draft> moved) {
        Map<List<Object>, Long> last = new HashMap<>();
        there.forEach(row -> last.merge(series(row), revision(row), Math::max));
        return coming.stream()
                .map(row -> {
                    Draft draft = moved.apply(row);
                    Long latest = last.get(series(row));
                    long revision = latest == null || revision(row) > latest ? revision(row) : latest + 1;
                    last.put(series(row), revision);
                    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>(draft.values());
                    values.put(attachment.revision, revision);
                    return Draft.update(row.id(), null, values);
                })
                .toList();
    }

    private List<Object> series(Row row) {
        return List.of(String.valueOf(row.get(attachment.category)), String.valueOf(row.get(attachment.fileName)));
    }

    private long revision(Row row) {
        Long revision = row.get(attachment.revision);
        return revision == null ? 1 : revision;
    }
}
