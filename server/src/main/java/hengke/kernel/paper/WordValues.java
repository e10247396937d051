package hengke.kernel.paper;

import hengke.kernel.word.WordFilling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a Word file may speak of: the values of every layout, and in a row of its own {@code {lines.quantity}}, a field of
 * a line, and {@code {lines.#}}, its number.
 */
record WordValues(PaperValues values) implements WordFilling.Values {
    static final String NUMBER = "#";

    @Override
    public String text(String name) {
        return values.text(name);
    }

    @Override
    public Set<String> lists() {
        return values.tables().keySet();
    }

    @Override
    public List<WordFilling.Values> rows(String list) {
        PaperValues.Table table = values.tables().get(list);
        List<WordFilling.Values> rows = new ArrayList<>();
        for (int i = 0; table != null && i < table.lines().size(); i++) {
            rows.add(new Line(this, list + ".", table.lines().get(i), i + 1));
        }
        return rows;
    }

    /** What a row knows. */
    private record Line(WordValues whole, String prefix, PaperRecords.Known line, int number)
            implements WordFilling.Values {
        @Override
        public String text(String name) {
            if (!name.startsWith(prefix)) {
                return whole.text(name);
            }
            String column = name.substring(prefix.length());
            return column.equals(NUMBER)
                    ? String.valueOf(number)
                    : Merge.of(column)
                            .map(merge -> whole.values.text(line, merge.name(), merge.form()))
                            .orElse("");
        }

        @Override
        public Set<String> lists() {
            return Set.of();
        }

        @Override
        public List<WordFilling.Values> rows(String list) {
            return List.of();
        }
    }
}
