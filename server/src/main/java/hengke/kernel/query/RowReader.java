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
import org.jspecify.annotations.Nullable;

/** Selects the columns of some fields, and makes rows of what comes back. */
public final class RowReader {
    private final List<Field<?>> fields;

    /** Reads these fields, and always id and version. */
    public RowReader(List<Field<?>> wanted) {
        Set<Field<?>> all = new LinkedHashSet<>(List.of(SystemFields.ID, SystemFields.VERSION));
        all.addAll(wanted);
        this.fields = List.copyOf(all);
    }

    /** Reads every field. */
    public static RowReader all(ObjectDefinition object) {
        return new RowReader(object.fields());
    }

    public List<SelectField<?>> columns(Alias row) {
        List<SelectField<?>> columns = new ArrayList<>();
        fields.forEach(field -> columns.addAll(row.columns(field)));
        return columns;
    }

    /** @param from the place of the first of {@link #columns} in the record */
    public Row read(Record record, int from) {
        Map<String, @Nullable Object> values = new HashMap<>();
        int index = from;
        for (Field<?> field : fields) {
            int width = field.type().columns().size();
            List<@Nullable Object> columns = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                columns.add(record.get(index + i));
            }
            values.put(field.name(), field.type().fromColumns(columns));
            index += width;
        }
        return Row.of(values);
    }
}
