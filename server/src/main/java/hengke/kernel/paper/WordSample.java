package hengke.kernel.paper;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.word.WordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** A layout of blocks as a Word file with the names in their places: what somebody begins with who lays out in Word. */
public final class WordSample {
    private final Catalog catalog;
    private final ObjectDefinition object;
    private final Language language;
    private final WordWriter word = new WordWriter();

    private WordSample(Catalog catalog, ObjectDefinition object, Language language) {
        this.catalog = catalog;
        this.object = object;
        this.language = language;
    }

    public static byte[] of(Catalog catalog, ObjectDefinition object, Layout layout, Language language) {
        WordSample sample = new WordSample(catalog, object, language);
        layout.blocks().forEach(sample::write);
        return sample.word.bytes();
    }

    private void write(Layout.Block block) {
        switch (block) {
            case Layout.Title(String text) -> word.title(text);
            case Layout.Facts(List<String> values) -> facts(values);
            case Layout.Lines(String relation, List<String> columns) -> lines(relation, columns);
            case Layout.Sums(List<String> values, String inWords) -> sums(values, inWords);
            case Layout.Text(String heading, String text) -> {
                if (!heading.isBlank()) {
                    word.heading(heading);
                }
                word.paragraph(text);
            }
            case Layout.Rich(String html) -> word.paragraph(Jsoup.parse(html).wholeText());
            case Layout.Clause(long _, long _, String _, String html) ->
                word.paragraph(Jsoup.parse(html).wholeText());
            case Layout.Signatures(List<String> parties) -> signatures(parties);
            case Layout.PageBreak() -> word.pageBreak();
            case Layout.Word _ -> {}
        }
    }

    private void facts(List<String> values) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i += 2) {
            rows.add(List.of(fact(values.get(i)), i + 1 < values.size() ? fact(values.get(i + 1)) : ""));
        }
        if (!rows.isEmpty()) {
            word.table(false, rows);
        }
    }

    private String fact(String name) {
        return label(name) + colon() + "{" + name + "}";
    }

    private String colon() {
        return language == Language.CHINESE ? "：" : ": ";
    }

    private String label(String name) {
        int dot = name.indexOf('.');
        return object.field(dot < 0 ? name : name.substring(0, dot))
                .map(Field::label)
                .map(label -> label.in(language))
                .orElse(name);
    }

    private void lines(String relation, List<String> columns) {
        Optional<ObjectDefinition> line = catalog.lines(object).stream()
                .filter(kind -> kind.relation().name().equals(relation))
                .map(Catalog.Child::object)
                .findFirst();
        List<String> head = new ArrayList<>(List.of(Message.of("paper.number").in(language)));
        List<String> row = new ArrayList<>(List.of("{" + relation + "." + WordValues.NUMBER + "}"));
        columns.forEach(column -> line.flatMap(its -> its.field(column)).ifPresent(field -> {
            Label label = field.label();
            head.add(label.in(language));
            row.add("{" + relation + "." + column + "}");
        }));
        word.table(true, List.of(head, row));
    }

    private void sums(List<String> values, String inWords) {
        word.right(values.stream().map(this::fact).collect(Collectors.joining("\n")));
        if (!inWords.isEmpty()) {
            word.right(Message.of("paper.inWords").in(language) + colon() + "{" + inWords + ":大写}");
        }
    }

    private void signatures(List<String> parties) {
        String room = "\n\n" + Message.of("paper.sealed").in(language) + "\n\n"
                + Message.of("paper.signedOn").in(language);
        word.table(false, List.of(parties.stream().map(party -> party + room).toList()));
    }
}
