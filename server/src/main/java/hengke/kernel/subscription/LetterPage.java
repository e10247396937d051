package hengke.kernel.subscription;

import hengke.kernel.problem.Message;
import hengke.kernel.report.Figure;
import hengke.kernel.report.FigureText;
import hengke.kernel.report.ReportGrid;
import hengke.kernel.report.ReportGrid.Column;
import hengke.kernel.report.ReportGrid.Line;
import hengke.kernel.report.ReportTable;
import hengke.kernel.report.ReportTable.Group;
import hengke.kernel.report.ReportTable.Groups;
import hengke.kernel.subscription.ReportMails.Letter;
import hengke.kernel.subscription.ReportMails.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The mail as a page, in the plain markup that mail programs understand; every word is escaped as it is written. */
final class LetterPage {
    private static final int MOST_LINES = 50;
    /** What is drawn is also read, by those who do not see pictures. */
    private static final int MOST_BESIDE_PICTURE = 12;

    private static final int MOST_COLUMNS = 14;
    private static final String FONT =
            "font-family:-apple-system,'PingFang SC','Microsoft YaHei','Segoe UI',sans-serif";
    private static final String QUIET = "color:#5f6b7d;font-size:13px;line-height:1.6";

    private final Letter letter;
    private final FigureText texts;
    private final StringBuilder page = new StringBuilder();

    LetterPage(Letter letter) {
        this.letter = letter;
        this.texts = new FigureText(letter.language(), letter.zone());
    }

    String html() {
        page.append("<!doctype html><html lang=\"")
                .append(letter.language().tag())
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        say(letter.title());
        page.append("</title></head><body style=\"margin:0;padding:0;background:#f3f5f8\">")
                .append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\">")
                .append("<tr><td align=\"center\" style=\"padding:20px 8px\">")
                .append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"")
                .append(" style=\"max-width:720px;background:#ffffff;border-radius:8px;text-align:left;color:#1d2733;")
                .append(FONT)
                .append("\"><tr><td style=\"padding:24px\">");
        if (!letter.company().isBlank()) {
            element("p", QUIET + ";margin:0", letter.company());
        }
        element("h1", "font-size:22px;line-height:1.3;margin:4px 0 12px", letter.title());
        if (!letter.subscription().content().note().isEmpty()) {
            element(
                    "p",
                    "margin:0 0 16px;line-height:1.6;white-space:pre-wrap",
                    letter.subscription().content().note());
        }
        LetterWords.moment(letter).ifPresent(moment -> element("p", QUIET + ";margin:0", moment));
        letter.parts().forEach(this::part);
        if (!letter.link().isEmpty()) {
            page.append("<p style=\"margin:20px 0\"><a href=\"");
            say(letter.link());
            page.append("\" style=\"display:inline-block;background:#2757c4;color:#ffffff;text-decoration:none;")
                    .append("padding:9px 18px;border-radius:6px\">");
            say(LetterWords.open(letter));
            page.append("</a></p>");
        }
        page.append("<hr style=\"border:0;border-top:1px solid #e3e8ee;margin:16px 0\">");
        LetterWords.foot(letter).forEach(line -> element("p", QUIET + ";margin:0", line));
        return page.append("</td></tr></table></td></tr></table></body></html>").toString();
    }

    private void part(Part part) {
        if (letter.parts().size() > 1) {
            element("h2", "font-size:16px;margin:24px 0 4px", part.title());
        }
        ReportTable table = part.table();
        if (table == null) {
            element(
                    "p",
                    QUIET + ";margin:0",
                    Message.of("subscription.partUnseen").in(letter.language()));
            return;
        }
        List<String> about = LetterWords.about(letter, table);
        if (!about.isEmpty()) {
            element("p", QUIET + ";margin:0 0 8px", String.join(" · ", about));
        }
        if (part.picture() != null) {
            page.append("<img src=\"cid:")
                    .append(part.picture())
                    .append("\" width=\"")
                    .append(ReportMails.WIDTH)
                    .append("\" style=\"width:100%;max-width:")
                    .append(ReportMails.WIDTH)
                    .append("px;height:auto;display:block;border:0;margin:0 0 12px\" alt=\"");
            say(part.title());
            page.append("\">");
        }
        ReportGrid grid = new ReportGrid(table, letter.language());
        if (grid.grouped()) {
            table(grid, part.picture() == null ? MOST_LINES : MOST_BESIDE_PICTURE);
        } else {
            figures(table);
        }
    }

    /** Figures of everything stand large, each with what it is compared with. */
    private void figures(ReportTable table) {
        Group total = table.levels().stream()
                .map(Groups::groups)
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
        page.append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\"><tr>");
        for (int i = 0; i < table.figures().size(); i++) {
            Figure figure = table.figures().get(i);
            page.append("<td style=\"padding:4px 32px 8px 0;vertical-align:top\">");
            element("div", QUIET, figure.label().in(letter.language()));
            element(
                    "div",
                    "font-size:28px;line-height:1.4;font-weight:600",
                    texts.of(figure, total == null ? null : total.values().get(i)));
            List<@Nullable Object> before = total == null ? null : total.before();
            if (before != null) {
                element(
                        "div",
                        QUIET,
                        Message.of("subscription.before", texts.of(figure, before.get(i)))
                                .in(letter.language()));
            }
            page.append("</td>");
            if (i % 3 == 2 && i + 1 < table.figures().size()) {
                page.append("</tr><tr>");
            }
        }
        page.append("</tr></table>");
    }

    private void table(ReportGrid grid, int most) {
        List<Column> columns = grid.columns();
        List<Line> lines = grid.lines();
        int wide = Math.min(columns.size(), MOST_COLUMNS);
        if (lines.size() <= 1 && grid.rows() > 0) {
            element(
                    "p",
                    QUIET + ";margin:0",
                    Message.of("subscription.noRecords").in(letter.language()));
            return;
        }
        page.append("<div style=\"overflow-x:auto\"><table cellpadding=\"0\" cellspacing=\"0\"")
                .append(" style=\"border-collapse:collapse;width:100%;font-size:13px\"><thead><tr>");
        for (int i = 0; i < wide; i++) {
            cell(
                    "th",
                    i < grid.rows(),
                    "background:#eef2f6;font-weight:600",
                    columns.get(i).title());
        }
        page.append("</tr></thead><tbody>");
        // the total is never left out
        List<Line> parts = grid.rows() > 0 ? lines.subList(0, lines.size() - 1) : lines;
        parts.stream().limit(most).forEach(line -> line(grid, columns, line, wide));
        if (grid.rows() > 0) {
            line(grid, columns, lines.getLast(), wide);
        }
        page.append("</tbody></table></div>");
        if (parts.size() > most) {
            element("p", QUIET + ";margin:4px 0 0", LetterWords.more(letter, parts.size() - most));
        }
        if (columns.size() > wide) {
            element(
                    "p",
                    QUIET + ";margin:4px 0 0",
                    Message.of("subscription.moreColumns", columns.size() - wide)
                            .in(letter.language()));
        }
    }

    private void line(ReportGrid grid, List<Column> columns, Line line, int wide) {
        String style = line.depth() < grid.rows() ? "background:#f7f9fb;font-weight:600" : "";
        page.append("<tr>");
        for (int i = 0; i < wide; i++) {
            if (i < grid.rows()) {
                cell("td", true, style, line.names().get(i));
            } else {
                Figure figure = columns.get(i).figure();
                Object value = line.values().get(i - grid.rows());
                cell("td", false, style, figure == null ? "" : texts.of(figure, value));
            }
        }
        page.append("</tr>");
    }

    private void cell(String tag, boolean name, String style, String text) {
        element(
                tag,
                "border-bottom:1px solid #e3e8ee;padding:6px 8px;"
                        + (name ? "text-align:left;" : "text-align:right;white-space:nowrap;") + style,
                text);
    }

    private void element(String tag, String style, String text) {
        page.append('<').append(tag).append(" style=\"").append(style).append("\">");
        say(text);
        page.append("</").append(tag).append('>');
    }

    private void say(String text) {
        page.append(HtmlUtils.htmlEscape(text, "UTF-8"));
    }
}
