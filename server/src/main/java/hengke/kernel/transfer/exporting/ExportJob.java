package hengke.kernel.transfer.exporting;

import hengke.kernel.problem.Language;
import hengke.kernel.records.Operation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One export: what was asked for, how far it is, and its file.
 *
 * @param source what it is taken from: records, or a log
 * @param asked what of it: the filter, the fields, the order
 * @param columns the titles of its columns
 * @param attempt how often it was begun; what an earlier attempt still does counts no more
 * @param rows how many it has; as long as it runs, how many are expected
 * @param file null before it is done and after it has expired
 */
public record ExportJob(
        long id,
        Operation operation,
        String source,
        @Nullable String object,
        ObjectNode asked,
        Format format,
        Encoding encoding,
        Language language,
        List<String> columns,
        int attempt,
        long rows,
        @Nullable Long file,
        @Nullable String fileName,
        @Nullable Long fileSize,
        @Nullable String fileSha256,
        Instant at,
        @Nullable Instant expiresAt) {

    /** The kind of file. */
    public enum Format {
        XLSX,
        CSV;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the characters of a text file are written. */
    public enum Encoding {
        UTF_8(StandardCharsets.UTF_8),
        GB18030(Charset.forName("GB18030"));

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }

        public Charset charset() {
            return charset;
        }

        public String wire() {
            return charset.name().toLowerCase(Locale.ROOT);
        }
    }
}
