package hengke.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of comma-separated values in memory: each line by the names in the first one, without what is empty. */
record Table(List<Map<String, String>> rows) {
    static Table read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> names = cells(lines.getFirst().replace("\uFEFF", ""));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
                if (!cells.get(i).isBlank()) {
                    row.put(names.get(i), cells.get(i).strip());
                }
            }
            rows.add(row);
        }
        return new Table(rows);
    }

    /** The rows by what stands in one column. */
    Map<String, Map<String, String>> by(String name) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        rows.forEach(row -> found.put(row.getOrDefault(name, ""), row));
        return found;
    }

    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
