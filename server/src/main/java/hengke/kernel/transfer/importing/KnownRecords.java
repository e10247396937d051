package hengke.kernel.transfer.importing;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.transfer.importing.RowsToDrafts.Read;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The records that rows of a file mean by their keys. */
record KnownRecords(ObjectDefinition object, List<Field<?>> keys) {

    /** What a row says of the keys; null when it does not say all of it. */
    @Nullable
    List<Object> key(Read read) {
        List<Object> key = new ArrayList<>();
        for (Field<?> field : keys) {
            Object value = read.values.get(field);
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key.isEmpty() ? null : key;
    }

    /** Ids by key, of the visible records, asked for at once by the first key field. */
    Map<List<Object>, Long> named(DSLContext transaction, Collection<Read> reads, Criterion visible) {
        List<List<Object>> wanted = reads.stream()
                .map(this::key)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<List<Object>, Long> byText = byText(transaction, wanted, visible);
        Map<List<Object>, Long> named = new HashMap<>();
        for (List<Object> key : wanted) {
            Long id = byText.get(key.stream().<Object>map(String::valueOf).toList());
            if (id != null) {
                named.put(key, id);
            }
        }
        return named;
    }

    private Map<List<Object>, Long> byText(DSLContext transaction, List<List<Object>> wanted, Criterion visible) {
        Alias row = Alias.of(object);
        List<org.jooq.Field<?>> columns =
                keys.stream().<org.jooq.Field<?>>map(row::column).toList();
        List<org.jooq.SelectField<?>> selected = new ArrayList<>(columns);
        selected.add(row.id());
        org.jooq.Field<?> first = columns.getFirst();
        Map<List<Object>, Long> found = new HashMap<>();
        transaction
                .select(selected)
                .from(row.table())
                .where(DSL.condition(
                        "{0} = any({1})",
                        first.coerce(Object.class),
                        DSL.val(
                                wanted.stream().map(List::getFirst).distinct().toArray(),
                                first.getDataType().getArrayDataType())))
                .and(row.living())
                .and(CriterionSql.of(visible, row))
                .orderBy(row.id())
                .forEach(each -> {
                    List<Object> key = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        key.add(String.valueOf(each.get(i)));
                    }
                    found.putIfAbsent(key, each.get(columns.size(), Long.class));
                });
        return found;
    }
}
