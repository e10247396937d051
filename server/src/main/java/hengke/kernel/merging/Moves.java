package hengke.kernel.merging;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Pages;
import hengke.kernel.query.RowReader;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command.Run;
import hengke.kernel.records.Draft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leads everything that points at merged records to the one that stays. */
final class Moves {
    private static final int CHUNK = 500;

    private final Run run;
    private final Catalog catalog;
    private final List<Moving> movings;

    Moves(Run run, Catalog catalog, List<Moving> movings) {
        this.run = run;
        this.catalog = catalog;
        this.movings = movings;
    }

    void move(Set<Long> merged, long into) {
        Map<ObjectDefinition, List<Pointers>> byObject = Pointers.at(catalog, run.object()).stream()
                .collect(Collectors.groupingBy(Pointers::from, LinkedHashMap::new, Collectors.toList()));
        byObject.forEach((from, pointers) -> move(from, pointers, merged, into));
    }

    private void move(ObjectDefinition from, List<Pointers> pointers, Set<Long> merged, long into) {
        Set<Long> coming = pointing(pointers, merged);
        Optional<Moving> moving =
                movings.stream().filter(each -> each.concerns(from)).findFirst();
        if (from.name().equals(run.object().name())) {
            coming.removeAll(merged);
            coming.remove(into);
        }
        if (moving.isPresent()) {
            Set<Long> there = pointing(pointers, Set.of(into));
            there.removeAll(coming);
            write(
                    from,
                    moving.get()
                            .move(rows(from, there), rows(from, coming), row -> moved(row, pointers, merged, into)));
            return;
        }
        List<Long> ids = List.copyOf(coming);
        for (int start = 0; start < ids.size(); start += CHUNK) {
            write(
                    from,
                    rows(from, ids.subList(start, Math.min(ids.size(), start + CHUNK))).stream()
                            .map(row -> moved(row, pointers, merged, into))
                            .toList());
        }
    }

    private Set<Long> pointing(List<Pointers> pointers, Collection<Long> ids) {
        return pointers.stream()
                .flatMap(each -> each.rows(run.database(), ids).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Row> rows(ObjectDefinition from, Collection<Long> ids) {
        return new Pages(run.database()).byIds(from, Visibility.EVERYTHING, ids, RowReader.stored(from));
    }

    private static Draft moved(Row row, List<Pointers> pointers, Set<Long> merged, long into) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (Pointers each : pointers) {
            Object value = row.get(each.field());
            if (value != null) {
                Object led = each.led(value, merged, into);
                if (!value.equals(led)) {
                    values.put(each.field(), led);
                }
            }
        }
        return Draft.update(row.id(), null, values);
    }

    private void write(ObjectDefinition from, List<Draft> drafts) {
        List<Draft> some = new ArrayList<>(drafts);
        if (!some.isEmpty()) {
            Merge.written(run.writing().write(from, some));
        }
    }
}
