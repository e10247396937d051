package hengke.kernel.transfer.writing;

import org.jspecify.annotations.Nullable;

/**
 * Whence a file comes: written into its properties, and where wanted above its table for everybody to see.
 *
 * @param author whose file it is
 * @param description what is in it, and when and how it was made
 * @param keywords what it can be traced by
 * @param line the first line of each sheet; null for none
 */
public record Mark(
        String author,
        String description,
        String keywords,
        @Nullable String line) {}
