package hengke.kernel.files;

import hengke.kernel.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of files as they may be stored and sent, whatever was uploaded. */
public final class FileName {
    private static final int MOST_BYTES = 200;
    private static final int LONGEST_EXTENSION = 20;
    private static final Pattern UNSAFE = Pattern.compile("[<>:\"|?*\\\\/]");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])( *\\..*)?");
    private static final String NAMELESS = "file";

    private FileName() {}

    /** The last part of a path, without what could mislead a person or a file system. */
    static String safe(String uploaded) {
        String last = uploaded.substring(Math.max(uploaded.lastIndexOf('/'), uploaded.lastIndexOf('\\')) + 1);
        String name = UNSAFE.matcher(CleanText.line(last)).replaceAll("_");
        name = EDGES.matcher(name).replaceAll("");
        if (name.isEmpty()) {
            return NAMELESS;
        }
        name = RESERVED.matcher(name).matches() ? "_" + name : name;
        return EDGES.matcher(shortened(name)).replaceAll("");
    }

    /** RFC 6266: an ASCII name for old clients and the real one in UTF-8. */
    public static String disposition(boolean inline, String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints()
                .map(character ->
                        character < 0x20 || character > 0x7E || "\"\\%;".indexOf(character) >= 0 ? '_' : character)
                .forEach(ascii::appendCodePoint);
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(name);
    }

    /** Keeps the extension. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        while (bytes(stem) + bytes(extension) > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte value : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (value & 0xFF);
            boolean plain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0);
            encoded.append(plain ? String.valueOf(character) : String.format("%%%02X", (int) character));
        }
        return encoded.toString();
    }
}
