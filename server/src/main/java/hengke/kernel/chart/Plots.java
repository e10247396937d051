package hengke.kernel.chart;

import hengke.kernel.chart.Plot.Series;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.report.Figure;
import hengke.kernel.report.Member;
import hengke.kernel.report.ReportTable;
import hengke.kernel.report.ReportTable.Axis;
import hengke.kernel.report.ReportTable.Group;
import hengke.kernel.report.ReportTable.Groups;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds in an answered report what is drawn of it, as the page of a report does. */
final class Plots {
    private static final int MOST_SERIES = 10;

    private final ReportTable table;
    private final Language language;

    Plots(ReportTable table, Language language) {
        this.table = table;
        this.language = language;
    }

    /** How it is drawn, if at all: what cannot be, or has no more than one figure, is read as a table. */
    Optional<ChartKind> kind(JsonNode chart) {
        int dimensions = table.axes().size();
        if (dimensions < 1 || dimensions > 2 || figures(chart).isEmpty()) {
            return Optional.empty();
        }
        ChartKind wanted = switch (chart.path("kind").asString("")) {
            case "bar", "map" -> ChartKind.BAR;
            case "stacked" -> ChartKind.STACKED;
            case "line" -> ChartKind.LINE;
            case "area" -> ChartKind.AREA;
            case "pie" -> ChartKind.PIE;
            case "funnel" -> ChartKind.FUNNEL;
            default -> null;
        };
        if (wanted == null) {
            return Optional.empty();
        }
        Plot plot = plot(chart, wanted);
        boolean parts = dimensions == 1 && !plot.anyBelowNought();
        return plot.categories().isEmpty() || !plot.anything()
                ? Optional.empty()
                : Optional.of(
                        switch (wanted) {
                            case PIE, FUNNEL -> parts ? wanted : ChartKind.BAR;
                            case AREA -> plot.anyBelowNought() ? ChartKind.LINE : wanted;
                            case BAR, STACKED, LINE -> wanted;
                        });
    }

    Plot plot(JsonNode chart, ChartKind kind) {
        List<Integer> figures = figures(chart);
        int along = along(kind);
        Axis axis = table.axes().get(along);
        boolean ordered = ordered(axis);
        List<Integer> shown = IntStream.range(0, axis.members().size())
                .filter(at -> !(ordered
                        && (kind == ChartKind.LINE || kind == ChartKind.AREA)
                        && axis.members().get(at).key() == null))
                .boxed()
                .toList();
        List<String> categories =
                shown.stream().map(at -> axis.members().get(at).label()).toList();
        Figure.Kind shownAs = table.figures().get(figures.getFirst()).kind();
        boolean one = kind == ChartKind.PIE || kind == ChartKind.FUNNEL;
        return new Plot(
                categories,
                ordered,
                shownAs,
                table.axes().size() == 2
                        ? members(figures.getFirst(), along, shown)
                        : figures.stream()
                                .filter(figure -> table.figures().get(figure).kind() == shownAs)
                                .limit(one ? 1 : MOST_SERIES)
                                .flatMap(figure -> both(figure, shown, kind))
                                .toList());
    }

    /** Numbers, the chosen one first. */
    private List<Integer> figures(JsonNode chart) {
        List<Integer> figures =
                new ArrayList<>(IntStream.range(0, table.figures().size())
                        .filter(figure -> switch (table.figures().get(figure).kind()) {
                            case COUNT, NUMBER, MONEY, PERCENT -> true;
                            case DATE, MOMENT -> false;
                        })
                        .boxed()
                        .toList());
        String chosen = chart.path("measure").asString("");
        figures.sort((one, other) -> Boolean.compare(
                table.figures().get(other).name().equals(chosen),
                table.figures().get(one).name().equals(chosen)));
        return figures;
    }

    /** What stands along the axis: time, where a line is drawn. */
    private int along(ChartKind kind) {
        boolean line = kind == ChartKind.LINE || kind == ChartKind.AREA;
        return line
                        && table.axes().size() == 2
                        && !ordered(table.axes().getFirst())
                        && ordered(table.axes().get(1))
                ? 1
                : 0;
    }

    private static boolean ordered(Axis axis) {
        return axis.dimension().bucket() instanceof Bucket.Period
                || axis.dimension().bucket() instanceof Bucket.Recurring
                || axis.dimension().bucket() instanceof Bucket.Ranges;
    }

    /** The members of the second dimension, each a series. */
    private List<Series> members(int figure, int along, List<Integer> shown) {
        Map<List<Integer>, Group> cells = cells(List.of(0, 1));
        BigDecimal nothing = nothing(figure, List.of(0, 1));
        List<Member> split = table.axes().get(1 - along).members();
        List<Series> series = new ArrayList<>();
        for (int member = 0; member < Math.min(split.size(), MOST_SERIES); member++) {
            List<@Nullable BigDecimal> values = new ArrayList<>();
            for (int at : shown) {
                values.add(value(cells.get(along == 0 ? List.of(at, member) : List.of(member, at)), figure, nothing));
            }
            series.add(new Series(split.get(member).label(), values, false));
        }
        return series;
    }

    /** A figure, after how it was before where that was asked. */
    private Stream<Series> both(int figure, List<Integer> shown, ChartKind kind) {
        Map<List<Integer>, Group> cells = cells(List.of(0));
        BigDecimal nothing = nothing(figure, List.of(0));
        String name = table.figures().get(figure).label().in(language);
        List<@Nullable BigDecimal> now = new ArrayList<>();
        List<@Nullable BigDecimal> before = new ArrayList<>();
        for (int at : shown) {
            Group cell = cells.get(List.of(at));
            now.add(value(cell, figure, nothing));
            List<@Nullable Object> its = cell == null ? null : cell.before();
            before.add(its == null ? null : number(its.get(figure)));
        }
        Series present = new Series(name, now, false);
        return (kind == ChartKind.BAR || kind == ChartKind.LINE)
                        && before.stream().anyMatch(Objects::nonNull)
                ? Stream.of(new Series(Message.of("report.before", name).in(language), before, true), present)
                : Stream.of(present);
    }

    private Map<List<Integer>, Group> cells(List<Integer> by) {
        Map<List<Integer>, Group> cells = new HashMap<>();
        groups(by).forEach(group -> cells.put(group.at(), group));
        return cells;
    }

    private List<Group> groups(List<Integer> by) {
        return table.levels().stream()
                .filter(level -> level.by().equals(by))
                .findFirst()
                .map(Groups::groups)
                .orElse(List.of());
    }

    /** Where figures add up to their total, no records are nought; else nothing is known. */
    private @Nullable BigDecimal nothing(int figure, List<Integer> by) {
        BigDecimal sum = groups(by).stream()
                .map(group -> number(group.values().get(figure)))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return groups(List.of()).stream()
                        .map(total -> number(total.values().get(figure)))
                        .filter(Objects::nonNull)
                        .anyMatch(total -> total.compareTo(sum) == 0)
                ? BigDecimal.ZERO
                : null;
    }

    private static @Nullable BigDecimal value(@Nullable Group cell, int figure, @Nullable BigDecimal nothing) {
        return cell == null ? nothing : number(cell.values().get(figure));
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case Long whole -> BigDecimal.valueOf(whole);
            case BigDecimal decimal -> decimal;
            case null, default -> null;
        };
    }
}
