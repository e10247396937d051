package hengke.kernel.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The real type of a content, by its bytes alone. */
final class FileType {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** The same under the names that browsers know. */
    private static final Map<String, String> USUAL = Map.of(
            "audio/vnd.wave", "audio/wav",
            "audio/x-m4a", "audio/mp4",
            "application/mp4", "audio/mp4",
            "audio/vorbis", "audio/ogg",
            "audio/opus", "audio/ogg",
            "application/ogg", "audio/ogg",
            "image/x-ms-bmp", "image/bmp");

    /** Nothing that can hold script: no SVG, no HTML, no XML. */
    private static final Set<String> INLINE = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "application/pdf",
            "audio/mpeg",
            "audio/wav",
            "audio/mp4",
            "audio/ogg");

    private static final Map<String, String> OFFICE = Map.of(
            "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private FileType() {}

    static String of(Path file) {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            String type = TYPES.detect(stream, new Metadata()).getBaseType().toString();
            return type.equals("application/zip") || type.equals("application/x-tika-ooxml")
                    ? office(file)
                    : USUAL.getOrDefault(type, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean mayShowInline(String type) {
        return INLINE.contains(type);
    }

    private static String office(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return OFFICE.entrySet().stream()
                    .filter(part -> zip.getEntry(part.getKey()) != null)
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("application/zip");
        } catch (IOException e) {
            return "application/zip";
        }
    }
}
