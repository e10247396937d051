package hengke.kernel.transfer.importing;

import hengke.kernel.transfer.reading.DataRows;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.kernel.transfer.reading.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was understood of a sheet: its form, header and columns with samples, and where each column seems to go.
 *
 * @param mapping target names by column number
 */
record Understood(ObjectNode layout, Map<Integer, String> mapping) {
    private static final int SAMPLES = 5;

    /** Reads the whole sheet once, for its columns and the number of its rows. */
    static Understood of(SheetFile file, int sheet, List<Target> targets, Map<String, String> memory) {
        SheetTable table = file.table(sheet);
        List<SheetRow> first = new ArrayList<>();
        int count = 0;
        List<Integer> skipped;
        try (DataRows rows = table.rows()) {
            while (rows.hasNext()) {
                SheetRow row = rows.next();
                count++;
                if (first.size() < SAMPLES) {
                    first.add(row);
                }
            }
            skipped = rows.skipped();
        }
        List<Matching.Column> columns = table.layout().columns().stream()
                .map(column -> new Matching.Column(
                        column.index() + 1,
                        column.title().isEmpty() ? column.letters() : column.title(),
                        first.stream()
                                .map(row -> row.cell(column.index()).text().strip())
                                .toList()))
                .toList();
        ObjectNode layout = form(file, sheet, table, count);
        skipped.forEach(layout.putArray("skipped")::add);
        return new Understood(layout, propose(layout, columns, targets, memory));
    }

    private static ObjectNode form(SheetFile file, int sheet, SheetTable table, int rows) {
        ObjectNode layout = JsonMapper.shared()
                .createObjectNode()
                .put("format", file.format().name().toLowerCase(Locale.ROOT))
                .put("encoding", file.encoding().orElse(null))
                .put("delimiter", file.delimiter().map(String::valueOf).orElse(null))
                .put("sheet", file.sheets().get(sheet))
                .put("sheetIndex", sheet)
                .put("headerRow", table.layout().headerRow())
                .put("rows", rows);
        ArrayNode sheets = layout.putArray("sheets");
        file.sheets().forEach(sheets::add);
        return layout;
    }

    private static Map<Integer, String> propose(
            ObjectNode layout, List<Matching.Column> columns, List<Target> targets, Map<String, String> memory) {
        List<Matching.Proposal> proposals = Matching.propose(columns, targets, memory);
        ArrayNode shown = layout.putArray("columns");
        Map<Integer, String> mapping = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Matching.Column column = columns.get(i);
            Target target = proposals.get(i).target();
            ArrayNode samples = shown.addObject()
                    .put("index", column.index())
                    .put("title", column.title())
                    .put("target", target == null ? null : target.name())
                    .put("confidence", proposals.get(i).confidence().name().toLowerCase(Locale.ROOT))
                    .putArray("samples");
            column.samples().forEach(samples::add);
            if (target != null) {
                mapping.put(column.index(), target.name());
            }
        }
        return mapping;
    }
}
