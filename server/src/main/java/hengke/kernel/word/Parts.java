package hengke.kernel.word;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What is packed into a Word file. Counted while it is unpacked, whatever the file says of itself. */
final class Parts {
    static final int MOST_BYTES = 10 << 20;
    static final int MOST_PARTS = 400;
    static final int MOST_UNPACKED = 48 << 20;
    static final int MOST_XML = 6 << 20;

    /** What a paper may consist of: no program, no other document, no script. */
    private static final Set<String> KINDS = Set.of(
            "xml", "rels", "png", "jpg", "jpeg", "jfif", "gif", "bmp", "tif", "tiff", "emf", "wmf", "wdp", "svg", "vml",
            "odttf");

    /** How files of the old format, and those with a password, begin. */
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Parts() {}

    static Map<String, byte[]> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Refusal.TooLarge(Message.of("word.tooLarge", MOST_BYTES >> 20));
        }
        if (file.length > OLD.length && Arrays.equals(file, 0, OLD.length, OLD, 0, OLD.length)) {
            throw new Refusal.Unreadable(Message.of("word.old"));
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                requireKnown(entry.getName());
                byte[] part = read(zip, most(entry.getName(), MOST_UNPACKED - unpacked));
                unpacked += part.length;
                if (parts.put(entry.getName(), part) != null || parts.size() > MOST_PARTS) {
                    throw new Refusal.Unreadable(Message.of("word.damaged"));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal.Unreadable(Message.of("word.damaged"));
        }
        return parts;
    }

    private static long most(String name, long left) {
        String kind = kind(name);
        return kind.equals("xml") || kind.equals("rels") ? Math.min(left, MOST_XML) : left;
    }

    private static byte[] read(ZipInputStream zip, long most) throws IOException {
        byte[] part = zip.readNBytes((int) most + 1);
        if (part.length > most) {
            throw new Refusal.TooLarge(Message.of("word.bomb"));
        }
        return part;
    }

    private static void requireKnown(String name) {
        if (name.startsWith("/") || name.contains("..") || name.contains("\\") || name.contains(":")) {
            throw new Refusal.Unreadable(Message.of("word.damaged"));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("vbaproject") || lower.contains("vbadata")) {
            throw new Refusal.Unreadable(Message.of("word.macros"));
        }
        if (lower.contains("/embeddings/") || lower.contains("/activex/") || !KINDS.contains(kind(name))) {
            throw new Refusal.Unreadable(Message.of("word.embedded", name));
        }
    }

    static String kind(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Packed again, always the same way. */
    static byte[] write(Map<String, byte[]> parts) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(written)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }
}
