package hengke.kernel.transfer.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A text file of values with separators between them: .csv, or Excel's "Unicode text". */
final class DelimitedFile implements SheetFile {
    private final Path file;
    private final String name;
    private final ReadingLimits limits;
    private final TextEncoding encoding;
    private final Delimiter delimiter;

    DelimitedFile(Path file, String name, ReadingLimits limits) {
        this.file = file;
        this.name = name;
        this.limits = limits;
        this.encoding = TextEncoding.of(file);
        try (Reader reader = reader()) {
            this.delimiter = Delimiter.of(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public List<String> sheets() {
        return List.of(name);
    }

    @Override
    public Optional<String> encoding() {
        return Optional.of(encoding.charset().name());
    }

    @Override
    public Optional<Character> delimiter() {
        return Optional.of(delimiter.character());
    }

    @Override
    public RowStream rows(int sheet) {
        return new DelimitedRows(reader(), delimiter, limits);
    }

    @Override
    public void close() {}

    private Reader reader() {
        try {
            InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            stream.skipNBytes(encoding.bom());
            return new InputStreamReader(stream, encoding.charset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
