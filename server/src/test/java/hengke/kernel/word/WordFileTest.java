package hengke.kernel.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Word files that mean harm, or have no place on a paper, are refused with what is wrong with them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordFileTest {
    private static final String PLAIN = Docx.paragraph("合同");

    @Test
    void a_plain_file_opens_and_is_given_back_as_it_was() {
        WordFile file = WordFile.open(Docx.of(PLAIN).bytes());
        assertThat(new Docx(file.bytes()).text("word/document.xml")).contains("合同");
        assertThat(WordFile.open(file.bytes()).texts()).hasSize(2);
    }

    @Test
    void what_is_no_word_file_is_refused() throws IOException {
        refused(new byte[0], "word.none");
        refused("plain text".getBytes(), "word.none");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4}, "word.old");
        refused(Docx.of(PLAIN).with("[Content_Types].xml", "<Types/>").bytes(), "word.none");
        byte[] whole = Docx.of(PLAIN).bytes();
        refused(java.util.Arrays.copyOf(whole, whole.length / 2), "word.damaged");
        refused(Docx.of("<w:p>").bytes(), "word.damaged");
        refused(
                Docx.of(PLAIN)
                        .replace("word/document.xml", Xml.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                        .bytes(),
                "word.strict");
    }

    @Test
    void bombs_are_refused_while_they_are_unpacked() {
        byte[] large = new byte[Parts.MOST_XML + 2];
        java.util.Arrays.fill(large, (byte) ' ');
        refused(Docx.of(PLAIN).with("word/theme/theme1.xml", large).bytes(), "word.bomb");
        Docx many = Docx.of(PLAIN);
        for (int i = 0; i < 10; i++) {
            many.with("word/media/a" + i + ".emf", large);
        }
        refused(many.bytes(), "word.bomb");
        Docx parts = Docx.of(PLAIN);
        for (int i = 0; i < Parts.MOST_PARTS; i++) {
            parts.with("customXml/item" + i + ".xml", "<a/>");
        }
        refused(parts.bytes(), "word.damaged");
        refused(Docx.of("<w:p>".repeat(400) + "</w:p>".repeat(400)).bytes(), "word.damaged");
        refused(new byte[Parts.MOST_BYTES + 1], "word.tooLarge");
    }

    @Test
    void no_entity_is_ever_read() {
        String xxe = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        refused(Docx.of(PLAIN).replace("word/document.xml", "^", xxe).bytes(), "word.damaged");
        refused(
                Docx.of(PLAIN)
                        .replace("word/_rels/document.xml.rels", "<Relationships", xxe + "<Relationships")
                        .bytes(),
                "word.damaged");
        String laughs = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        refused(Docx.of(PLAIN).replace("word/styles.xml", "^", laughs).bytes(), "word.damaged");
    }

    @Test
    void macros_and_whatever_is_embedded_are_refused() {
        refused(Docx.of(PLAIN).with("word/vbaProject.bin", "x").bytes(), "word.macros");
        refused(
                Docx.of(PLAIN)
                        .replace(
                                "[Content_Types].xml",
                                "wordprocessingml.document.main",
                                "wordprocessingml.document.macroEnabled.main")
                        .bytes(),
                "word.macros");
        refused(Docx.of(PLAIN).with("word/embeddings/oleObject1.bin", "x").bytes(), "word.embedded");
        refused(Docx.of(PLAIN).with("word/run.exe", "x").bytes(), "word.embedded");
        refused(Docx.of(PLAIN).relation("rId9", "aFChunk", "chunk.html", false).bytes(), "word.embedded");
        refused(Docx.of("<w:p><w:r><w:object/></w:r></w:p>").bytes(), "word.embedded");
        refused(Docx.of(PLAIN).with("../../evil.xml", "<a/>").bytes(), "word.damaged");
    }

    @Test
    void nothing_outside_is_ever_referred_to() {
        refused(
                Docx.of(PLAIN)
                        .relation("rId9", "image", "http://tracker.example/x.png", true)
                        .bytes(),
                "word.outside");
        refused(
                Docx.of(PLAIN)
                        .relation("rId9", "attachedTemplate", "http://evil.example/t.dotm", true)
                        .bytes(),
                "word.outside");
        refused(
                Docx.of(PLAIN)
                        .relation("rId9", "hyperlink", "file:///c:/windows", true)
                        .bytes(),
                "word.outside");
        refused(
                Docx.of(PLAIN)
                        .relation("rId9", "hyperlink", "javascript:alert(1)", true)
                        .bytes(),
                "word.outside");
        WordFile.open(Docx.of(PLAIN)
                .relation("rId9", "hyperlink", "https://example.cn", true)
                .bytes());
        refused(Docx.of(field("INCLUDEPICTURE \"http://x.example/a.png\"")).bytes(), "word.field");
        refused(Docx.of(field("DDEAUTO c:\\\\cmd.exe \"/k calc\"")).bytes(), "word.field");
        refused(
                Docx.of("<w:p><w:fldSimple w:instr=\"LINK Excel.Sheet\"/></w:p>")
                        .bytes(),
                "word.field");
        // however it is cut up
        refused(
                Docx.of(field("DD</w:instrText></w:r><w:r><w:instrText>EAUTO cmd"))
                        .bytes(),
                "word.field");
        refused(Docx.of(field(" MERGEFIELD 客户 ")).bytes(), "word.mergeField");
        WordFile.open(Docx.of(field(" PAGE ")).bytes());
    }

    private static String field(String says) {
        return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + says
                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    }

    @Test
    void the_template_of_the_writers_own_computer_is_forgotten_and_one_on_the_network_refused() {
        assertThat(new Docx(WordFile.open(based("file:///C:\\Users\\li\\合同.dotm"))
                                .bytes())
                        .text("word/settings.xml"))
                .doesNotContain("attachedTemplate");
        refused(based("http://evil.example/t.dotm"), "word.outside");
        refused(based("\\\\evil\\share\\t.dotm"), "word.outside");
        refused(based("file:////evil/share/t.dotm"), "word.outside");
    }

    private static byte[] based(String template) {
        return Docx.of(PLAIN)
                .with(
                        "word/settings.xml",
                        "<w:settings xmlns:w=\"" + Xml.W + "\"><w:attachedTemplate r:id=\"rId1\" xmlns:r=\""
                                + Xml.RELATIONS + "\"/></w:settings>")
                .with(
                        "word/_rels/settings.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Type=\"" + Xml.RELATIONS
                                + "/attachedTemplate\" Target=\"" + template
                                + "\" TargetMode=\"External\"/></Relationships>")
                .bytes();
    }

    @Test
    void changes_and_comments_do_not_go_to_anybody() {
        refused(
                Docx.of("<w:p><w:ins w:id=\"1\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>")
                        .bytes(),
                "word.changes");
        refused(Docx.of("<w:p><w:del w:id=\"1\"/></w:p>").bytes(), "word.changes");
        refused(
                Docx.of("<w:p><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>")
                        .bytes(),
                "word.comments");
    }

    @Test
    void pictures_are_no_larger_than_paper_and_are_what_they_say() throws IOException {
        WordFile.open(Docx.of(PLAIN).with("word/media/a.png", png(200, 100)).bytes());
        // its head says 30,000 by 30,000, and nobody reads on
        byte[] huge = png(10, 10);
        ByteBuffer.wrap(huge).putInt(16, 30_000).putInt(20, 30_000);
        refused(Docx.of(PLAIN).with("word/media/a.png", huge).bytes(), "word.picture");
        refused(Docx.of(PLAIN).with("word/media/a.png", "no picture").bytes(), "word.badPicture");
    }

    static byte[] png(int wide, int high) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB), "png", written);
        return written.toByteArray();
    }

    @Test
    void what_the_pdf_does_not_have_is_told_by_its_name() {
        List<String> losses = losses("""
                <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="900"/></w:tabs></w:pPr>
                <w:r><w:rPr><w:rFonts w:eastAsia="方正小标宋"/><w:i/><w:em w:val="dot"/></w:rPr><w:t>甲</w:t><w:tab/></w:r></w:p>
                <w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/></w:p>
                <w:p><w:mystery/></w:p><w:sectPr><w:cols w:num="2"/></w:sectPr>""");
        assertThat(losses)
                .anyMatch(loss -> loss.startsWith("字体：") && loss.contains("方正小标宋"))
                .contains("斜体：PDF 中为正体", "公式不印在 PDF 上", "分栏：PDF 中为一栏", "制表位：PDF 中的位置只是近似", "“mystery”在 PDF 中不起作用")
                .anyMatch(loss -> loss.startsWith("字符效果"));
        assertThat(losses(PLAIN)).allMatch(loss -> loss.startsWith("字体："));
    }

    private static List<String> losses(String body) {
        return WordLosses.of(WordFile.open(Docx.of(body).bytes())).stream()
                .map(loss -> loss.in(Language.CHINESE))
                .toList();
    }

    private static void refused(byte[] file, String key) {
        assertThatThrownBy(() -> WordFile.open(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .extracting(Message::key)
                                .isEqualTo(key));
    }
}
