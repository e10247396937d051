package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import java.util.List;
import java.util.Optional;

/** The living records around a row that a condition in memory looks at. */
public interface Neighbours {
    /** For conditions on a record's own values. */
    Neighbours NONE = new Neighbours() {
        @Override
        public Optional<Row> find(ObjectDefinition object, long id) {
            return Optional.empty();
        }

        @Override
        public List<Row> children(ObjectDefinition parent, long id, Catalog.Child relation) {
            return List.of();
        }
    };

    Optional<Row> find(ObjectDefinition object, long id);

    List<Row> children(ObjectDefinition parent, long id, Catalog.Child relation);

    /** What the person or department is called that a field points at. */
    default Optional<String> name(Field<?> field, long id) {
        return Optional.empty();
    }
}
