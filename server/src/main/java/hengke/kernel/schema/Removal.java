package hengke.kernel.schema;

import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.RetiredField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns and tables of what a company deleted so long ago that it cannot be restored: the one thing that is ever
 * dropped.
 */
record Removal(Map<String, List<String>> columns, List<String> tables) {

    static Removal of(Overlay overlay) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        overlay.retired().stream()
                .filter(RetiredField::dropped)
                .forEach(retired -> columns.computeIfAbsent(retired.object().replace('-', '_'), _ -> new ArrayList<>())
                        .addAll(ObjectTable.columnNames(retired.field())));
        List<String> tables = new ArrayList<>();
        for (OwnObject object : overlay.own()) {
            if (object.retired() != null && object.retired().dropped()) {
                String table = object.name().replace('-', '_');
                columns.remove(table);
                tables.add(Sql.fitting(table, "_search"));
                tables.add(table);
            }
        }
        return new Removal(columns, tables);
    }

    List<Step> steps(Found found) {
        List<Step> steps = new ArrayList<>();
        columns.forEach((table, its) -> {
            List<String> there = its.stream()
                    .filter(column -> found.table(table)
                            .filter(existing -> existing.columns().containsKey(column))
                            .isPresent())
                    .toList();
            if (!there.isEmpty()) {
                steps.add(new Step.DropColumns(table, there));
            }
        });
        tables.stream()
                .filter(table -> found.table(table).isPresent())
                .forEach(table -> steps.add(new Step.DropTable(table)));
        return steps;
    }
}
