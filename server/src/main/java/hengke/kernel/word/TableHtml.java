package hengke.kernel.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** A table: its columns, joined cells, lines and colours. */
final class TableHtml {
    private static final int MOST_JOINED = 63;
    private static final double USUAL_PADDING = 108;

    private final Styles styles;
    private final Inside inside;

    /** Writes what is in a cell. */
    interface Inside {
        void write(Markup html, String part, Element cell);
    }

    /** A cell and where it stands in the grid. */
    private record Cell(Element element, int column, int wide, boolean goesOn, boolean begins) {}

    TableHtml(Styles styles, Inside inside) {
        this.styles = styles;
        this.inside = inside;
    }

    void write(Markup html, String part, Element table) {
        Styles.Looks looks = styles.table(table);
        List<Integer> columns = Xml.child(table, "tblGrid").stream()
                .flatMap(grid -> Xml.children(grid, "gridCol").stream())
                .map(column -> Styles.number(Xml.of(column, "w"), 0))
                .toList();
        html.open("table", style(looks, columns));
        columns.forEach(column -> html.raw("<col style=\"width:" + Css.twips(column) + "\"/>"));
        List<Element> rows = rows(table);
        List<List<Cell>> cells = rows.stream().map(TableHtml::cells).toList();
        int head = 0;
        while (head < rows.size()
                && property(rows.get(head), "trPr", "tblHeader").isPresent()) {
            head++;
        }
        group(html, "thead", part, looks, rows, cells, 0, head);
        group(html, "tbody", part, looks, rows, cells, head, rows.size());
        html.close("table");
    }

    private void group(
            Markup html,
            String group,
            String part,
            Styles.Looks looks,
            List<Element> rows,
            List<List<Cell>> cells,
            int from,
            int until) {
        if (from >= until) {
            return;
        }
        html.open(group, "");
        for (int row = from; row < until; row++) {
            html.open("tr", property(rows.get(row), "trPr", "cantSplit").isPresent() ? "page-break-inside:avoid" : "");
            String height = property(rows.get(row), "trPr", "trHeight")
                    .map(its -> "height:" + Css.twips(Styles.number(Xml.of(its, "val"), 0)) + ";")
                    .orElse("");
            for (Cell cell : cells.get(row)) {
                if (!cell.goesOn()) {
                    int high = cell.begins() ? high(cells.subList(0, until), row, cell) : 1;
                    cell(
                            html,
                            part,
                            looks,
                            cell,
                            high,
                            height,
                            new Edges(row == 0, row + high >= rows.size(), cells.get(row)));
                }
            }
            html.close("tr");
        }
        html.close(group);
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : Xml.children(table)) {
            if (Xml.is(child, "tr")) {
                rows.add(child);
            } else if (Xml.is(child, "sdt") || Xml.is(child, "sdtContent") || Xml.is(child, "customXml")) {
                rows.addAll(rows(child));
            }
        }
        return rows;
    }

    private static List<Cell> cells(Element row) {
        List<Cell> cells = new ArrayList<>();
        int column = property(row, "trPr", "gridBefore")
                .map(its -> Styles.number(Xml.of(its, "val"), 0))
                .orElse(0);
        for (Element cell : cellsOf(row)) {
            int wide = Math.clamp(
                    property(cell, "tcPr", "gridSpan")
                            .map(its -> Styles.number(Xml.of(its, "val"), 1))
                            .orElse(1),
                    1,
                    MOST_JOINED);
            Optional<String> joined = property(cell, "tcPr", "vMerge").map(its -> Xml.of(its, "val"));
            boolean begins = joined.filter("restart"::equals).isPresent();
            cells.add(new Cell(cell, column, wide, joined.isPresent() && !begins, begins));
            column += wide;
        }
        return cells;
    }

    private static List<Element> cellsOf(Element row) {
        List<Element> cells = new ArrayList<>();
        for (Element child : Xml.children(row)) {
            if (Xml.is(child, "tc")) {
                cells.add(child);
            } else if (Xml.is(child, "sdt") || Xml.is(child, "sdtContent") || Xml.is(child, "customXml")) {
                cells.addAll(cellsOf(child));
            }
        }
        return cells;
    }

    /** How many rows a joined cell takes. */
    private static int high(List<List<Cell>> rows, int row, Cell cell) {
        int high = 1;
        for (int below = row + 1; below < rows.size(); below++) {
            if (rows.get(below).stream().noneMatch(its -> its.goesOn() && its.column() == cell.column())) {
                break;
            }
            high++;
        }
        return high;
    }

    private static Optional<Element> property(Element of, String group, String name) {
        return Xml.child(of, group).flatMap(its -> Xml.child(its, name));
    }

    /** Which sides of a cell are the table's own. */
    private record Edges(boolean top, boolean bottom, List<Cell> row) {
        boolean is(String side, Cell cell) {
            return switch (side) {
                case "top" -> top;
                case "bottom" -> bottom;
                case "left" -> cell == row.getFirst();
                default -> cell == row.getLast();
            };
        }
    }

    private void cell(Markup html, String part, Styles.Looks looks, Cell cell, int high, String height, Edges edges) {
        StringBuilder style = new StringBuilder(height);
        style.append("vertical-align:")
                .append(property(cell.element(), "tcPr", "vAlign")
                        .map(its -> Xml.of(its, "val"))
                        .map(it -> it.equals("center") ? "middle" : it.equals("bottom") ? "bottom" : "top")
                        .orElse("top"));
        Optional<Element> own = property(cell.element(), "tcPr", "tcBorders");
        Optional<Element> all = looks.find("tblBorders");
        for (String side : List.of("top", "bottom", "left", "right")) {
            String inner = side.equals("top") || side.equals("bottom") ? "insideH" : "insideV";
            own.flatMap(its -> side(its, side))
                    .or(() -> all.flatMap(its -> edges.is(side, cell) ? side(its, side) : Xml.child(its, inner)))
                    .ifPresent(its -> style.append(";border-")
                            .append(side)
                            .append(':')
                            .append(Css.border(Xml.of(its, "val"), Xml.of(its, "sz"), Xml.of(its, "color"))));
        }
        padding(looks)
                .forEach((side, room) ->
                        style.append(";padding-").append(side).append(':').append(Css.twips(room)));
        property(cell.element(), "tcPr", "shd")
                .flatMap(its -> Css.colour(Xml.of(its, "fill")))
                .ifPresent(it -> style.append(";background-color:").append(it));
        html.raw("<td" + (cell.wide() > 1 ? " colspan=\"" + cell.wide() + "\"" : "")
                + (high > 1 ? " rowspan=\"" + high + "\"" : "") + " style=\"" + style + "\">");
        inside.write(html, part, cell.element());
        html.close("td");
    }

    /** Newer files say start and end. */
    private static Optional<Element> side(Element borders, String side) {
        return Xml.child(borders, side)
                .or(() -> Xml.child(borders, side.equals("left") ? "start" : side.equals("right") ? "end" : side));
    }

    private static Map<String, Double> padding(Styles.Looks looks) {
        Optional<Element> margins = looks.find("tblCellMar");
        return Map.of(
                "left", room(margins, "left", USUAL_PADDING),
                "right", room(margins, "right", USUAL_PADDING),
                "top", room(margins, "top", 0),
                "bottom", room(margins, "bottom", 0));
    }

    private static double room(Optional<Element> margins, String side, double otherwise) {
        return margins.flatMap(its -> side(its, side))
                .map(its -> (double) Styles.number(Xml.of(its, "w"), (int) otherwise))
                .orElse(otherwise);
    }

    private static String style(Styles.Looks looks, List<Integer> columns) {
        int sum = columns.stream().mapToInt(Integer::intValue).sum();
        String kind = looks.find("tblW", "type").orElse("auto");
        String said = looks.find("tblW", "w").orElse("0");
        String width = switch (kind) {
            case "dxa" -> Css.twips(Styles.number(said, sum));
            case "pct" ->
                said.endsWith("%")
                        ? Math.clamp(Styles.number(said.replace("%", ""), 100), 1, 100) + "%"
                        : Math.clamp(Styles.number(said, 5_000) / 50, 1, 100) + "%";
            default -> sum > 0 ? Css.twips(sum) : "100%";
        };
        String side = looks.find("jc", "val").orElse("");
        String margin = side.equals("center") ? "0 auto" : side.equals("right") ? "0 0 0 auto" : "0";
        return "width:" + width + ";margin:" + margin + (sum > 0 ? ";table-layout:fixed" : "");
    }
}
