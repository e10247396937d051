package hengke.kernel.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the values of each column were spread when a model was learnt, so that one sees when they no longer are. */
public record Portrait(List<Spread> spreads) {
    /** Up to here it is the same world. */
    public static final double STEADY = 0.1;
    /** From here on it is another one. */
    public static final double DRIFTED = 0.25;

    /** What an index means. */
    public enum Moved {
        STEADY,
        SHIFTED,
        DRIFTED
    }

    private static final int PARTS = 10;
    private static final String MISSING = "";
    /** A part nobody is in counts as this share, as its logarithm must be something. */
    private static final double LEAST = 1e-3;

    public Portrait {
        spreads = List.copyOf(spreads);
    }

    /**
     * The values of one column.
     *
     * @param cuts where one part of the numbers ends and the next begins; none for words
     * @param shares of the parts, by word or place of the part; of those unknown by the empty word
     */
    public record Spread(Column column, List<Double> cuts, Map<String, Double> shares) {
        public Spread {
            cuts = List.copyOf(cuts);
            shares = Map.copyOf(shares);
        }
    }

    /**
     * How far a column has moved.
     *
     * @param index the population stability index: nought when nothing has moved
     */
    public record Drift(Column column, double index) {}

    public static Moved moved(double index) {
        return index < STEADY ? Moved.STEADY : index < DRIFTED ? Moved.SHIFTED : Moved.DRIFTED;
    }

    static Portrait of(List<Column> columns, List<Case> cases) {
        List<Map<String, Object>> known = cases.stream().map(Case::known).toList();
        return new Portrait(columns.stream()
                .map(column -> {
                    List<Double> cuts = column.kind() == Column.Kind.CHOICE ? List.of() : cuts(column, known);
                    return new Spread(column, cuts, shares(column, cuts, known));
                })
                .toList());
    }

    /** How far each column of these has moved since, the furthest first. */
    public List<Drift> drift(List<Map<String, Object>> now) {
        return spreads.stream()
                .map(spread ->
                        new Drift(spread.column(), index(spread.shares(), shares(spread.column(), spread.cuts(), now))))
                .sorted(Comparator.comparingDouble(Drift::index).reversed())
                .toList();
    }

    private static double index(Map<String, Double> then, Map<String, Double> now) {
        double index = 0;
        TreeMap<String, Double> all = new TreeMap<>(then);
        now.forEach(all::putIfAbsent);
        for (String part : all.keySet()) {
            double before = Math.max(then.getOrDefault(part, 0.0), LEAST);
            double after = Math.max(now.getOrDefault(part, 0.0), LEAST);
            index += (after - before) * Math.log(after / before);
        }
        return index;
    }

    private static List<Double> cuts(Column column, List<Map<String, Object>> known) {
        double[] values = known.stream()
                .map(each -> each.get(column.name()))
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sorted()
                .toArray();
        List<Double> cuts = new ArrayList<>();
        for (int part = 1; part < PARTS && values.length > 0; part++) {
            double cut = values[values.length * part / PARTS];
            if (cuts.isEmpty() || cut > cuts.getLast()) {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    private static Map<String, Double> shares(Column column, List<Double> cuts, List<Map<String, Object>> known) {
        double[] edges = cuts.stream().mapToDouble(Double::doubleValue).toArray();
        Map<String, Double> shares = new TreeMap<>();
        for (Map<String, Object> each : known) {
            Object value = each.get(column.name());
            String part = value == null
                    ? MISSING
                    : column.kind() == Column.Kind.CHOICE || !(value instanceof Number number)
                            ? value.toString()
                            : "" + place(edges, number.doubleValue());
            shares.merge(part, 1.0 / known.size(), Double::sum);
        }
        return shares;
    }

    private static int place(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
