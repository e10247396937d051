package hengke.kernel.notices;

import hengke.kernel.metadata.type.Link;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person was told.
 *
 * @param title names no record
 * @param body may name the record; shown only as long as the person may see that
 */
public record Notice(
        long id,
        long person,
        String kind,
        Instant at,
        String title,
        @Nullable String body,
        @Nullable Link about,
        boolean read) {}
