package hengke.kernel.subscription;

import hengke.kernel.problem.Message;
import hengke.kernel.report.FigureText;
import hengke.kernel.report.ReportGrid;
import hengke.kernel.report.ReportGrid.Column;
import hengke.kernel.report.ReportGrid.Line;
import hengke.kernel.report.ReportTable;
import hengke.kernel.subscription.ReportMails.Letter;
import hengke.kernel.subscription.ReportMails.Part;
import java.util.ArrayList;
import java.util.List;

/** The mail in words alone, for those who do not see its page. */
final class PlainLetter {
    private static final int MOST_LINES = 20;

    private final Letter letter;
    private final FigureText texts;

    PlainLetter(Letter letter) {
        this.letter = letter;
        this.texts = new FigureText(letter.language(), letter.zone());
    }

    String text() {
        List<String> blocks = new ArrayList<>(List.of(letter.title()));
        if (!letter.subscription().content().note().isEmpty()) {
            blocks.add(letter.subscription().content().note());
        }
        LetterWords.moment(letter).ifPresent(blocks::add);
        letter.parts().forEach(part -> blocks.add(part(part)));
        if (!letter.link().isEmpty()) {
            blocks.add(LetterWords.open(letter) + "\n" + letter.link());
        }
        blocks.add(String.join("\n", LetterWords.foot(letter)));
        return String.join("\n\n", blocks);
    }

    private String part(Part part) {
        List<String> lines = new ArrayList<>();
        if (letter.parts().size() > 1) {
            lines.add("— " + part.title());
        }
        ReportTable table = part.table();
        if (table == null) {
            lines.add(Message.of("subscription.partUnseen").in(letter.language()));
            return String.join("\n", lines);
        }
        lines.addAll(LetterWords.about(letter, table));
        ReportGrid grid = new ReportGrid(table, letter.language());
        List<Column> columns = grid.columns();
        List<Line> all = grid.lines();
        all.stream().limit(MOST_LINES).forEach(line -> lines.add(line(grid, columns, line)));
        if (all.size() > MOST_LINES) {
            lines.add(LetterWords.more(letter, all.size() - MOST_LINES));
        }
        return String.join("\n", lines);
    }

    private String line(ReportGrid grid, List<Column> columns, Line line) {
        List<String> words = new ArrayList<>();
        String name = String.join(
                " / ", line.names().stream().filter(each -> !each.isEmpty()).toList());
        for (int i = 0; i < line.values().size(); i++) {
            Column column = columns.get(grid.rows() + i);
            if (column.figure() != null) {
                words.add(column.title() + " "
                        + texts.of(column.figure(), line.values().get(i)));
            }
        }
        return (name.isEmpty() ? "" : name + ": ") + String.join("; ", words);
    }
}
