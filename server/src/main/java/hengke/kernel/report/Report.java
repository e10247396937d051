package hengke.kernel.report;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Aggregate;
import hengke.kernel.query.Days;
import hengke.kernel.query.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question that is known to make sense to one reader.
 *
 * @param records which records it is about
 * @param before which records they are compared with; null for none
 * @param shift which of these days are compared with which; null for none
 * @param periodField by which field a record belongs to the days looked at; null where all times are
 * @param aggregate by rows, then by columns
 * @param rows how many of the dimensions are rows
 * @param sort a figure by its place and whether the greatest comes first; null for the groups' own order
 * @param narrowing the filter and the period, for whoever opens a figure; null for all records
 */
record Report(
        ObjectDefinition object,
        Selection records,
        @Nullable Selection before,
        @Nullable Shift shift,
        @Nullable String periodField,
        @Nullable Days days,
        Aggregate aggregate,
        int rows,
        List<Figure> figures,
        List<Limit> having,
        @Nullable Sorted sort,
        @Nullable Integer top,
        boolean others,
        boolean gaps,
        @Nullable JsonNode narrowing) {

    /** How one figure compares. */
    record Limit(int figure, Comparing comparing, BigDecimal value) {
        boolean holds(@Nullable Object given) {
            return Numbers.of(given) instanceof BigDecimal number && comparing.holds(number.compareTo(value));
        }
    }

    /** The comparisons there are, as the filter language has them. */
    enum Comparing {
        GT("gt"),
        GE("ge"),
        LT("lt"),
        LE("le"),
        EQ("eq"),
        NE("ne");

        private final String wire;

        Comparing(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }

        private boolean holds(int sign) {
            return switch (this) {
                case GT -> sign > 0;
                case GE -> sign >= 0;
                case LT -> sign < 0;
                case LE -> sign <= 0;
                case EQ -> sign == 0;
                case NE -> sign != 0;
            };
        }
    }

    /** Sorted by a figure. */
    record Sorted(int figure, boolean descending) {}

    /** The dimensions of each level, the finest first, the total last. */
    List<List<Integer>> levels() {
        int columns = aggregate.dimensions().size() - rows;
        List<List<Integer>> levels = new ArrayList<>();
        for (int down = rows; down >= 0; down--) {
            for (int across = columns; across >= 0; across--) {
                levels.add(IntStream.concat(IntStream.range(0, down), IntStream.range(rows, rows + across))
                        .boxed()
                        .toList());
            }
        }
        return levels;
    }

    /** Are some groups of the first row left out? */
    boolean chooses() {
        return rows > 0 && (top != null || !having.isEmpty());
    }

    /** Can the database itself choose the first groups? Then it need not tell all the others. */
    boolean chosenByDatabase() {
        return top != null
                && rows == 1
                && aggregate.dimensions().size() == 1
                && having.isEmpty()
                && shift == null
                && (sort == null || figures.get(sort.figure()).place() >= 0);
    }
}
