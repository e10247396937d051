package hengke.kernel.word;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.problem.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Names in braces are found however Word cuts them up, and what stands for them is a text and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordFillingTest {
    private static final String ROW = "<w:tr><w:tc>" + Docx.paragraph("{lines.#}") + "</w:tc><w:tc>"
            + Docx.paragraph("{lines.", "name}") + "</w:tc></w:tr>";

    private record Known(Map<String, String> texts, List<WordFilling.Values> lines) implements WordFilling.Values {
        @Override
        public String text(String name) {
            return texts.getOrDefault(name, "");
        }

        @Override
        public Set<String> lists() {
            return Set.of("lines");
        }

        @Override
        public List<WordFilling.Values> rows(String list) {
            return lines;
        }
    }

    private static final WordFilling.Values VALUES = new Known(
            Map.of("number", "HT-1", "customer.name", "华东<泵>&业{number}", "terms", "第一行\n第二行"),
            List.of(
                    new Known(Map.of("lines.#", "1", "lines.name", "循环泵"), List.of()),
                    new Known(Map.of("lines.#", "2", "lines.name", "阀门"), List.of())));

    private static String filled(String body) {
        WordFile file = WordFilling.fill(WordFile.open(Docx.of(body).bytes()), VALUES);
        return new Docx(file.bytes()).text("word/document.xml");
    }

    private static String words(String body) {
        return filled(body).replaceAll("<w:br/>", "/").replaceAll("<[^>]*>", "");
    }

    @Test
    void names_are_found_over_several_runs() {
        assertThat(words(Docx.paragraph("编号 {", "num", "ber", "}，致 {customer.", "name}。")))
                .isEqualTo("编号 HT-1，致 华东&lt;泵&gt;&amp;业{number}。");
        assertThat(words(Docx.paragraph("｛number｝ { number }"))).isEqualTo("HT-1 HT-1");
        assertThat(words(Docx.paragraph("{nothing}x"))).isEqualTo("x");
    }

    @Test
    void a_value_of_several_lines_has_them_on_paper() {
        assertThat(words(Docx.paragraph("{terms}"))).isEqualTo("第一行/第二行");
    }

    @Test
    void the_row_that_names_lines_is_repeated_for_each() {
        assertThat(words("<w:tbl>" + ROW + "</w:tbl>" + Docx.paragraph("{number}")))
                .isEqualTo("1循环泵2阀门HT-1");
        WordFile none = WordFilling.fill(
                WordFile.open(Docx.of("<w:tbl>" + ROW + "</w:tbl>" + Docx.paragraph("末"))
                        .bytes()),
                new Known(Map.of(), List.of()));
        assertThat(new Docx(none.bytes()).text("word/document.xml"))
                .doesNotContain("tbl")
                .contains("末");
    }

    @Test
    void each_name_and_each_torn_brace_is_told_with_its_place() {
        WordNames.Result found = WordNames.of(
                WordFile.open(Docx.of(Docx.paragraph("甲方") + Docx.paragraph("乙方 {number} {lines.name}")
                                + "<w:tbl><w:tr><w:tc>" + Docx.paragraph("头") + "</w:tc></w:tr>" + ROW + "</w:tbl>"
                                + Docx.paragraph("{torn"))
                        .bytes()),
                Set.of("lines"));
        assertThat(found.names())
                .extracting(name -> name.name() + "@" + name.where().in(Language.CHINESE))
                .containsExactly(
                        "number@正文第 2 段：乙方 {number} {lines.name}",
                        "lines.name@正文第 2 段：乙方 {number} {lines.name}",
                        "lines.#@第 1 张表第 2 行",
                        "lines.name@第 1 张表第 2 行");
        assertThat(found.faults())
                .extracting(fault -> fault.in(Language.CHINESE))
                .containsExactly(
                        "“lines.name”是明细的字段，须写在表格的一行里（正文第 2 段：乙方 {number} {lines.name}）", "花括号没有成对（正文第 3 段：{torn）");
    }

    @Test
    void numbers_are_counted_as_word_counts_them() {
        assertThat(List.of(1, 10, 12, 20, 101, 110).stream()
                        .map(number -> Numbering.number("chineseCountingThousand", number)))
                .containsExactly("一", "十", "十二", "二十", "一百零一", "一百一十");
        assertThat(Numbering.number("chineseLegalSimplified", 12)).isEqualTo("壹拾贰");
        assertThat(Numbering.number("upperRoman", 14)).isEqualTo("XIV");
        assertThat(Numbering.number("lowerLetter", 28)).isEqualTo("bb");
        assertThat(Numbering.number("decimalEnclosedCircle", 3)).isEqualTo("③");
        assertThat(Numbering.number("ideographTraditional", 2)).isEqualTo("乙");
    }

    @Test
    void the_page_has_numbers_tables_and_breaks_and_no_markup_of_values() {
        String numbering =
                "<w:numbering xmlns:w=\"" + Xml.W + "\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
                        + "<w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"第%1条\"/></w:lvl>"
                        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        String clause = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                + "<w:r><w:rPr><w:b/><w:color w:val=\"FF0000;}\"/></w:rPr><w:t>{customer.name}</w:t></w:r></w:p>";
        Docx docx = Docx.of(clause + clause + "<w:tbl>" + ROW + "</w:tbl><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>")
                .with("word/numbering.xml", numbering)
                .relation("rId8", "numbering", "numbering.xml", false)
                .replace(
                        "[Content_Types].xml",
                        "</Types>",
                        "<Override PartName=\"/word/numbering.xml\" ContentType=\""
                                + "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>");
        String page = WordHtml.of(WordFilling.fill(WordFile.open(docx.bytes()), VALUES), "a<b", "Paper");
        assertThat(page)
                .contains("第一条", "第二条", "华东&lt;泵&gt;&amp;业{number}", "font-weight:700", "class=\"break\"", "a&lt;b")
                .doesNotContain("FF0000");
        assertThat(Xml.read(page.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("html");
    }
}
