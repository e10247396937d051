package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Selects the columns of some fields, and makes rows of what comes back. */
public final class RowReader {
    private final List<Read> fields;
    private final Map<String, Criterion> marks;

    /** A field and the number of its columns, which is not to be found out for every row. */
    private record Read(Field<?> field, int width) {}

    /** Reads these fields, and always id and version. */
    public RowReader(List<Field<?>> wanted) {
        this(wanted, Map.of());
    }

    /** The same, and which of these conditions hold of each row. */
    public RowReader(List<Field<?>> wanted, Map<String, Criterion> marks) {
        Set<Field<?>> all = new LinkedHashSet<>(List.of(SystemFields.ID, SystemFields.VERSION));
        all.addAll(wanted);
        this.fields = all.stream()
                .map(field -> new Read(field, field.type().columns().size()))
                .toList();
        this.marks = marks;
    }

    /** Reads every field. */
    public static RowReader all(ObjectDefinition object) {
        return new RowReader(object.fields());
    }

    /** Reads every field that has a column, as a write finds it. */
    public static RowReader stored(ObjectDefinition object) {
        return new RowReader(
                object.fields().stream().filter(field -> !field.isFormula()).toList());
    }

    public List<SelectField<?>> columns(Alias row) {
        List<SelectField<?>> columns = new ArrayList<>();
        fields.forEach(read -> columns.addAll(row.columns(read.field())));
        marks.values().forEach(mark -> columns.add(DSL.field(CriterionSql.of(mark, row))));
        return columns;
    }

    /** @param from the place of the first of {@link #columns} in the record */
    public Row read(Record record, int from) {
        Map<String, @Nullable Object> values = HashMap.newHashMap(fields.size());
        int index = from;
        for (Read read : fields) {
            List<@Nullable Object> columns = new ArrayList<>(read.width());
            for (int i = 0; i < read.width(); i++) {
                columns.add(record.get(index + i));
            }
            values.put(read.field().name(), read.field().type().fromColumns(columns));
            index += read.width();
        }
        return marks.isEmpty() ? Row.of(values) : Row.of(values).marked(marks(record, index));
    }

    private Set<String> marks(Record record, int from) {
        Set<String> holding = new LinkedHashSet<>();
        int index = from;
        for (String mark : marks.keySet()) {
            if (Boolean.TRUE.equals(record.get(index++, Boolean.class))) {
                holding.add(mark);
            }
        }
        return holding;
    }
}
