package hengke.kernel.report;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.report.ReportTable.Axis;
import hengke.kernel.report.ReportTable.Group;
import hengke.kernel.report.ReportTable.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A report as a table of lines and columns: rows downwards, columns and figures sideways, totals included. */
public final class ReportGrid {
    private final ReportTable table;
    private final Language language;
    private final int rows;
    private final Map<List<Integer>, Map<List<Integer>, Group>> found = new HashMap<>();

    public ReportGrid(ReportTable table, Language language) {
        this.table = table;
        this.language = language;
        this.rows = (int) table.axes().stream().filter(Axis::onRows).count();
    }

    /** A block of figures side by side: those of one place among the columns. */
    private record Block(List<Integer> at, String label) {}

    /**
     * A column.
     *
     * @param figure whose values stand in it; null for a column of names
     */
    public record Column(String title, @Nullable Figure figure) {}

    /**
     * A line.
     *
     * @param depth how many rows it is of; fewer than there are for a subtotal, none for the total
     * @param names what it is of, one for each row
     * @param values under each column of figures
     */
    public record Line(int depth, List<String> names, List<@Nullable Object> values) {}

    /** How many columns of names come first. */
    public int rows() {
        return rows;
    }

    /** Is there anything but a total? */
    public boolean grouped() {
        return !table.axes().isEmpty();
    }

    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        table.axes()
                .subList(0, rows)
                .forEach(axis -> columns.add(new Column(axis.label(table.object(), language), null)));
        for (Block block : blocks()) {
            for (Figure figure : table.figures()) {
                String title = (block.label().isEmpty() ? "" : block.label() + " · ")
                        + figure.label().in(language);
                columns.add(new Column(title, figure));
                if (compared()) {
                    columns.add(new Column(Message.of("report.before", title).in(language), figure));
                }
            }
        }
        return columns;
    }

    /** Each group with its subtotal below it, the total last. */
    public List<Line> lines() {
        List<Block> blocks = blocks();
        List<Line> lines = new ArrayList<>();
        below(List.of(), blocks, lines);
        return lines;
    }

    private boolean compared() {
        return table.levels().stream()
                .flatMap(level -> level.groups().stream())
                .anyMatch(group -> group.before() != null);
    }

    /** The places among the columns: each group of them, then their totals. */
    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int across = table.axes().size() - rows; across >= 0; across--) {
            List<Integer> by = IntStream.range(rows, rows + across).boxed().toList();
            groups(by).forEach(group -> blocks.add(new Block(group.at(), across(by, group.at()))));
        }
        return blocks;
    }

    private String across(List<Integer> by, List<Integer> at) {
        if (by.isEmpty()) {
            return table.axes().size() > rows ? Message.of("report.total").in(language) : "";
        }
        return String.join(
                " / ",
                IntStream.range(0, by.size())
                        .mapToObj(i -> member(by.get(i), at.get(i)).label())
                        .toList());
    }

    private void below(List<Integer> above, List<Block> blocks, List<Line> lines) {
        if (above.size() < rows) {
            List<Integer> by = IntStream.rangeClosed(0, above.size()).boxed().toList();
            groups(by).stream()
                    .map(Group::at)
                    .filter(at -> at.subList(0, above.size()).equals(above))
                    .forEach(at -> below(at, blocks, lines));
        }
        lines.add(line(above, blocks));
    }

    private Line line(List<Integer> at, List<Block> blocks) {
        List<String> names = IntStream.range(0, rows)
                .mapToObj(i -> i < at.size()
                        ? member(i, at.get(i)).label()
                        : i == at.size() ? Message.of("report.total").in(language) : "")
                .toList();
        boolean compared = compared();
        List<@Nullable Object> values = new ArrayList<>();
        for (Block block : blocks) {
            Group group = cell(at, block.at());
            for (int i = 0; i < table.figures().size(); i++) {
                values.add(group == null ? null : group.values().get(i));
                if (compared) {
                    List<@Nullable Object> before = group == null ? null : group.before();
                    values.add(before == null ? null : before.get(i));
                }
            }
        }
        return new Line(at.size(), names, values);
    }

    private @Nullable Group cell(List<Integer> down, List<Integer> across) {
        List<Integer> by = IntStream.concat(
                        IntStream.range(0, down.size()), IntStream.range(rows, rows + across.size()))
                .boxed()
                .toList();
        List<Integer> at = new ArrayList<>(down);
        at.addAll(across);
        return found.computeIfAbsent(by, level -> {
                    Map<List<Integer>, Group> groups = new HashMap<>();
                    groups(level).forEach(group -> groups.put(group.at(), group));
                    return groups;
                })
                .get(at);
    }

    private List<Group> groups(List<Integer> by) {
        return table.levels().stream()
                .filter(level -> level.by().equals(by))
                .findFirst()
                .map(Groups::groups)
                .orElse(List.of());
    }

    private Member member(int axis, int at) {
        return table.axes().get(axis).members().get(at);
    }
}
