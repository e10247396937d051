package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is by its first bytes; what is neither a workbook nor text is refused by what it is. */
enum FileKind {
    ZIP,
    TEXT;

    private static final int START = 4_096;
    private static final int SEARCHED = 16 << 20;
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    static FileKind of(Path file) {
        byte[] start = read(file, START);
        if (start.length == 0) {
            throw new Refusal.Unreadable(Message.of("sheet.empty"));
        }
        if (startsWith(start, OLD_OFFICE)) {
            boolean encrypted = contains(read(file, SEARCHED), ENCRYPTED);
            throw new Refusal.UnsupportedType(Message.of(encrypted ? "sheet.encrypted" : "sheet.xls"));
        }
        if (start[0] == 'P' && start.length > 3 && start[1] == 'K' && start[2] <= 8) {
            return ZIP;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        text = text.startsWith("ï»¿") ? text.substring(3).strip() : text;
        if (text.startsWith("<") && (text.contains("<html") || text.contains("<table") || text.contains("<?xml"))) {
            throw new Refusal.UnsupportedType(Message.of("sheet.html"));
        }
        if (text.startsWith("%pdf") || text.startsWith("{\\rtf")) {
            throw new Refusal.UnsupportedType(Message.of("sheet.notASheet"));
        }
        return TEXT;
    }

    private static byte[] read(Path file, int length) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (bytes[i] == part[0] && Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
