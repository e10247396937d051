package hengke.web.reports;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.report.Figure;
import hengke.kernel.report.Member;
import hengke.kernel.report.ReportTable;
import hengke.kernel.report.ReportTable.Axis;
import hengke.kernel.report.ReportTable.Group;
import hengke.kernel.report.ReportTable.Groups;
import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.SheetWriter;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A report as a sheet: rows downwards, columns and figures sideways, numbers as numbers, totals included. */
final class ReportSheet {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReportTable table;
    private final Language language;
    private final ZoneId zone;
    private final int rows;
    private final Map<List<Integer>, Map<List<Integer>, Group>> found = new HashMap<>();

    /** @param zone in whose clocks moments are written */
    ReportSheet(ReportTable table, Language language, ZoneId zone) {
        this.table = table;
        this.language = language;
        this.zone = zone;
        this.rows = (int) table.axes().stream().filter(Axis::onRows).count();
    }

    /** A block of figures side by side: those of one place among the columns. */
    private record Block(List<Integer> at, String label) {}

    void write(OutputStream stream, String name) {
        List<Block> blocks = blocks();
        List<WrittenColumn> titles = new ArrayList<>();
        table.axes()
                .subList(0, rows)
                .forEach(axis ->
                        titles.add(WrittenColumn.of(ReportJson.label(table.object(), axis.dimension(), language))));
        boolean compared = table.levels().stream()
                .flatMap(level -> level.groups().stream())
                .anyMatch(group -> group.before() != null);
        for (Block block : blocks) {
            for (Figure figure : table.figures()) {
                String title = (block.label().isEmpty() ? "" : block.label() + " · ")
                        + figure.label().in(language);
                titles.add(WrittenColumn.of(title));
                if (compared) {
                    titles.add(
                            WrittenColumn.of(Message.of("report.before", title).in(language)));
                }
            }
        }
        try (SheetWriter writer = SheetWriter.xlsx(stream, name, titles)) {
            lines().forEach(line -> writer.row(line(line, blocks, compared)));
        }
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

    /** The places among the rows: each with its subtotals below it, the total last. */
    private List<List<Integer>> lines() {
        List<List<Integer>> lines = new ArrayList<>();
        below(List.of(), lines);
        return lines;
    }

    private void below(List<Integer> above, List<List<Integer>> lines) {
        if (above.size() < rows) {
            List<Integer> by = IntStream.rangeClosed(0, above.size()).boxed().toList();
            groups(by).stream()
                    .map(Group::at)
                    .filter(at -> at.subList(0, above.size()).equals(above))
                    .forEach(at -> below(at, lines));
        }
        lines.add(above);
    }

    private List<CellValue> line(List<Integer> at, List<Block> blocks, boolean compared) {
        List<CellValue> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cells.add(CellValue.text(
                    i < at.size()
                            ? member(i, at.get(i)).label()
                            : i == at.size() ? Message.of("report.total").in(language) : ""));
        }
        for (Block block : blocks) {
            Group group = cell(at, block.at());
            for (int i = 0; i < table.figures().size(); i++) {
                Figure figure = table.figures().get(i);
                cells.add(value(figure, group == null ? null : group.values().get(i)));
                if (compared) {
                    List<@Nullable Object> before = group == null ? null : group.before();
                    cells.add(value(figure, before == null ? null : before.get(i)));
                }
            }
        }
        return cells;
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

    private CellValue value(Figure figure, @Nullable Object value) {
        return switch (value) {
            case null -> CellValue.NOTHING;
            case Long whole -> new CellValue.Number(BigDecimal.valueOf(whole));
            case BigDecimal number ->
                switch (figure.kind()) {
                    case PERCENT -> new CellValue.Percent(number.multiply(HUNDRED));
                    case MONEY -> new CellValue.Amount(number);
                    case COUNT, NUMBER, DATE, MOMENT -> new CellValue.Number(number);
                };
            case LocalDate day -> new CellValue.Day(day);
            case Instant moment -> new CellValue.Moment(LocalDateTime.ofInstant(moment, zone));
            case Object other -> CellValue.text(other.toString());
        };
    }
}
