package hengke.kernel.files;

import java.time.Instant;

/**
 * An uploaded file.
 *
 * @param type found in the content, not told by the uploader
 */
public record StoredFile(
        long id, String sha256, String name, String type, long size, Instant createdAt, long createdBy) {

    /** Whether a browser may show it in place; everything else is only ever downloaded. */
    public boolean mayShowInline() {
        return FileType.mayShowInline(type);
    }

    /** The Content-Disposition header to serve it with. */
    public String disposition(boolean inlineWanted) {
        return FileName.disposition(inlineWanted && mayShowInline(), name);
    }
}
