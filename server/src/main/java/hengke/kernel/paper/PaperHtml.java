package hengke.kernel.paper;

import hengke.kernel.identity.CompanyLogo;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A layout with its values, as the page of which the PDF is made. */
final class PaperHtml {
    private static final String STYLE = """
            @page { size: A4; margin: 16mm 15mm 20mm; @bottom-left { content: "%s"; font: 8pt Paper; color: #666; }
                    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Paper; color: #666; } }
            body { font: 9.5pt/1.5 Paper; color: #1f1f1f; margin: 0; }
            table { border-collapse: collapse; width: 100%%; -fs-table-paginate: paginate; }
            td, th { vertical-align: top; padding: 4pt 5pt; }
            tr { page-break-inside: avoid; }
            .head td { padding: 0 0 8pt; vertical-align: bottom; border-bottom: 1.2pt solid #1f1f1f; }
            .head img { height: 34pt; }
            .company { font-size: 11pt; }
            .title { font-size: 19pt; font-weight: 700; text-align: right; }
            .facts { margin-top: 8pt; }
            .facts td { width: 50%%; padding: 2pt 0; }
            .label { color: #666; }
            .lines { margin-top: 10pt; }
            .lines th { text-align: left; font-weight: 700; background: #f2f3f5; border-bottom: 0.8pt solid #bbb; }
            .lines td { border-bottom: 0.5pt solid #ddd; }
            .lines .n, .sums .n { text-align: right; white-space: nowrap; }
            .sums { margin-top: 4pt; page-break-inside: avoid; }
            .sums td { padding: 2pt 5pt; text-align: right; }
            .sums .n { width: 90pt; }
            .words { margin-top: 4pt; text-align: right; font-weight: 700; }
            .section { margin-top: 12pt; page-break-inside: avoid; }
            .section h2 { font-size: 10.5pt; margin: 0 0 3pt; }
            .rich { margin-top: 10pt; }
            .rich p { margin: 0 0 4pt; }
            .rich h1 { font-size: 13pt; margin: 6pt 0 4pt; }
            .rich h2 { font-size: 11pt; margin: 6pt 0 3pt; }
            .rich h3 { font-size: 10pt; margin: 5pt 0 3pt; }
            .rich ul, .rich ol { margin: 0 0 4pt; padding-left: 18pt; }
            .rich blockquote { margin: 0 0 4pt 12pt; }
            .break { page-break-after: always; }
            .signatures { margin-top: 26pt; page-break-inside: avoid; }
            .signatures td { width: 50%%; padding: 0 20pt 0 0; }
            .signatures .room { height: 62pt; }
            """;

    private final PaperValues values;
    private final Optional<CompanyLogo.Picture> logo;
    private final Language language;

    PaperHtml(PaperValues values, Optional<CompanyLogo.Picture> logo, Language language) {
        this.values = values;
        this.logo = logo;
        this.language = language;
    }

    String of(Layout layout, String name) {
        Page page = new Page();
        layout.blocks().forEach(block -> write(page, block));
        return page.whole(name, STYLE.formatted(inStyle(filled(layout.foot()).replaceFirst("^[\\s·]+", ""))));
    }

    /** A text within quotes of a style sheet: what could end the quotes or the style is left out. */
    static String inStyle(String text) {
        return text.replaceAll("[\"\\\\<>&\\p{Cntrl}]", " ");
    }

    private String filled(String text) {
        return MergeText.filled(text, values::text);
    }

    private void write(Page page, Layout.Block block) {
        switch (block) {
            case Layout.Title(String text) -> title(page, filled(text));
            case Layout.Facts(List<String> names) -> facts(page, names);
            case Layout.Lines(String relation, List<String> columns) ->
                Optional.ofNullable(values.tables().get(relation))
                        .filter(table -> !table.rows().isEmpty())
                        .ifPresent(table -> lines(page, table, columns));
            case Layout.Sums(List<String> names, String inWords) -> sums(page, names, inWords);
            case Layout.Text(String heading, String text) -> text(page, filled(heading), filled(text));
            case Layout.Rich(String html) -> rich(page, html);
            case Layout.Clause(long _, long _, String _, String html) -> rich(page, html);
            case Layout.PageBreak() -> page.element("div", "break", "");
            case Layout.Word _ -> {}
            case Layout.Signatures(List<String> parties) -> signatures(page, parties);
        }
    }

    private void title(Page page, String text) {
        page.element(
                "table",
                "head",
                table -> table.element(
                        "tr",
                        "",
                        row -> row.element("td", "", cell -> {
                                    logo.ifPresent(picture -> cell.picture(picture.type(), picture.content()));
                                    cell.element("div", "company", values.text("company"));
                                })
                                .element("td", "title", text)));
    }

    private void facts(Page page, List<String> names) {
        List<String> shown =
                names.stream().filter(name -> !values.text(name).isEmpty()).toList();
        page.element("table", "facts", table -> {
            for (int i = 0; i < shown.size(); i += 2) {
                List<String> pair = shown.subList(i, Math.min(i + 2, shown.size()));
                table.element(
                        "tr",
                        "",
                        row -> pair.forEach(name -> row.element("td", "", cell -> {
                            cell.element("span", "label", label(name) + colon());
                            cell.text(values.text(name));
                        })));
            }
        });
    }

    private String colon() {
        return language == Language.CHINESE ? "：" : ": ";
    }

    private String label(String name) {
        return values.label(name).map(label -> label.in(language)).orElse("");
    }

    private void lines(Page page, PaperValues.Table table, List<String> columns) {
        List<Field<?>> shown = columns.stream()
                .flatMap(column ->
                        table.fields().stream().filter(field -> field.name().equals(column)))
                .filter(field -> table.rows().stream().anyMatch(row -> !empty(row, field)))
                .toList();
        page.element("table", "lines", whole -> {
            whole.element(
                    "thead",
                    "",
                    head -> head.element("tr", "", row -> {
                        row.element("th", "n", Message.of("paper.number").in(language));
                        shown.forEach(field ->
                                row.element("th", kind(field), field.label().in(language)));
                    }));
            whole.element("tbody", "", body -> {
                for (int i = 0; i < table.rows().size(); i++) {
                    Map<String, String> line = table.rows().get(i);
                    String number = String.valueOf(i + 1);
                    body.element("tr", "", row -> {
                        row.element("td", "n", number);
                        shown.forEach(field -> row.element(
                                "td", kind(field), empty(line, field) ? "" : line.getOrDefault(field.name(), "")));
                    });
                }
            });
        });
    }

    /** No discount is told by saying nothing. */
    private static boolean empty(Map<String, String> row, Field<?> field) {
        String text = row.getOrDefault(field.name(), "");
        return text.isEmpty() || text.equals("0%");
    }

    private static String kind(Field<?> field) {
        return switch (field.type()) {
            case MoneyType _, DecimalType _, IntegerType _ -> "n";
            default -> "";
        };
    }

    private void sums(Page page, List<String> names, String inWords) {
        page.element(
                "table",
                "sums",
                table -> names.stream()
                        .filter(name -> !values.text(name).isEmpty() && !values.nothingOfNoLines(name))
                        .forEach(name -> table.element(
                                "tr",
                                "",
                                row -> row.element("td", "label", label(name)).element("td", "n", values.text(name)))));
        values.inWords(inWords)
                .ifPresent(words ->
                        page.element("div", "words", Message.of("paper.inWords").in(language) + colon() + words));
    }

    private static void text(Page page, String heading, String text) {
        if (!text.isBlank()) {
            page.element("div", "section", section -> {
                if (!heading.isBlank()) {
                    section.element("h2", "", heading);
                }
                section.text(text);
            });
        }
    }

    private void rich(Page page, String html) {
        String text = RichHtml.filled(html, this::filled);
        if (!text.isEmpty()) {
            page.element("div", "rich", section -> section.formatted(text));
        }
    }

    private void signatures(Page page, List<String> parties) {
        page.element(
                "table",
                "signatures",
                table -> table.element(
                        "tr",
                        "",
                        row -> parties.forEach(party -> row.element(
                                "td",
                                "",
                                cell -> cell.element("div", "", filled(party))
                                        .element(
                                                "div",
                                                "room",
                                                Message.of("paper.sealed").in(language))
                                        .element(
                                                "div",
                                                "label",
                                                Message.of("paper.signedOn").in(language))))));
    }
}
