package hengke.bench;

import hengke.kernel.learning.Case;
import hengke.kernel.learning.Column;
import hengke.kernel.learning.CrossValidation;
import hengke.kernel.learning.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the product's own learner makes of 9,240 real leads of a school (X Education). */
final class LearntLeads {
    static final String FILE = "02_lead_scoring/Leads.csv";
    static final long SEED = 42;

    /** Known when a lead comes in; what is filled in after somebody has talked with it stays out. */
    private static final Set<String> CHOICES = Set.of(
            "Lead Origin",
            "Lead Source",
            "Do Not Email",
            "Last Activity",
            "Specialization",
            "What is your current occupation");

    private static final Set<String> AMOUNTS =
            Set.of("TotalVisits", "Total Time Spent on Website", "Page Views Per Visit");
    /** The file's own word for nothing chosen. */
    private static final String BLANK = "Select";

    private LearntLeads() {}

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        CHOICES.stream().sorted().map(Column::choice).forEach(columns::add);
        AMOUNTS.stream().sorted().map(Column::amount).forEach(columns::add);
        return columns;
    }

    /** By lead number, as the file has no date: numbers are given one after the other. */
    static List<Case> cases(Path data) throws IOException {
        return Table.read(data.resolve(FILE)).rows().stream()
                .sorted(Comparator.comparingLong(row -> Long.parseLong(row.getOrDefault("Lead Number", "0"))))
                .map(LearntLeads::known)
                .toList();
    }

    private static Case known(Map<String, String> row) {
        Map<String, Object> known = new HashMap<>();
        row.forEach((name, value) -> {
            if (CHOICES.contains(name) && !value.equals(BLANK)) {
                known.put(name, value);
            } else if (AMOUNTS.contains(name)) {
                known.put(name, Double.parseDouble(value));
            }
        });
        return new Case(known, "1".equals(row.get("Converted")));
    }

    /** Without what may be from after the first contact. */
    static List<Column> firstColumns() {
        return columns().stream()
                .filter(column -> !column.name().equals("Last Activity"))
                .toList();
    }

    static Metrics shuffled(List<Column> columns, List<Case> cases) {
        return CrossValidation.of(columns, cases, 5, SEED);
    }
}
