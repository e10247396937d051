package hengke.kernel.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Word files as tests need them: a plain one, with parts put in or altered. */
public final class Docx {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public Docx(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One with these paragraphs and tables in Word's own words. */
    public static Docx of(String body) {
        return new Docx(new WordWriter().paragraph("@").bytes())
                .replace("word/document.xml", "<w:body>.*</w:body>", "<w:body>" + body + "</w:body>");
    }

    /** A paragraph of these runs. */
    public static String paragraph(String... runs) {
        StringBuilder words = new StringBuilder("<w:p>");
        for (String run : runs) {
            words.append("<w:r><w:t xml:space=\"preserve\">").append(run).append("</w:t></w:r>");
        }
        return words.append("</w:p>").toString();
    }

    public Docx with(String part, String text) {
        return with(part, text.getBytes(UTF_8));
    }

    public Docx with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    public Docx replace(String part, String pattern, String by) {
        return with(
                part,
                text(part).replaceAll("(?s)" + pattern, by.replace("\\", "\\\\").replace("$", "\\$")));
    }

    /** One more relation of the body. */
    public Docx relation(String id, String kind, String target, boolean outside) {
        return replace(
                "word/_rels/document.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"" + id + "\" Type=\"" + Xml.RELATIONS + "/" + kind + "\" Target=\"" + target + "\""
                        + (outside ? " TargetMode=\"External\"" : "") + "/></Relationships>");
    }

    public String text(String part) {
        return new String(parts.getOrDefault(part, new byte[0]), UTF_8);
    }

    public byte[] bytes() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(written)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }
}
