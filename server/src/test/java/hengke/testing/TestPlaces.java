package hengke.testing;

import java.nio.file.Path;

/** Where tests keep what several runs share. */
public final class TestPlaces {
    private TestPlaces() {}

    /** The unpacked PostgreSQL; unpacked by the first test run of this account and reused by the next. */
    public static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "hengke-postgres-" + System.getProperty("user.name"));
    }
}
