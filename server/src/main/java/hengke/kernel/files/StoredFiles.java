package hengke.kernel.files;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** All uploaded files. Who may read one is decided by the record it hangs on, not here. */
public final class StoredFiles {
    private static final Table<Record> FILE = table(name("file"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<String> SHA256 = field(name("sha256"), SQLDataType.CLOB);
    private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    private static final Field<String> TYPE = field(name("type"), SQLDataType.CLOB);
    private static final Field<Long> SIZE = field(name("size"), SQLDataType.BIGINT);
    private static final Field<OffsetDateTime> CREATED_AT =
            field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<Long> CREATED_BY = field(name("created_by"), SQLDataType.BIGINT);
    private static final int BUFFER = 1 << 16;
    private static final long SYSTEM = 0;

    private final DSLContext database;
    private final FileStore store;
    private final Path uploads;
    private final Clock clock;
    private final LongSupplier mostBytes;

    /** Uploads are received in a folder of their own and counted while they arrive. */
    public StoredFiles(DSLContext database, FileStore store, Path uploads, Clock clock, LongSupplier mostBytes) {
        this.database = database;
        this.store = store;
        this.uploads = uploads;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /** Takes in a file; refuses it as soon as it has grown too large. */
    public StoredFile add(InputStream content, String uploadedName, long actor) {
        try {
            Path file = Files.createTempFile(uploads, "upload", ".part");
            try {
                MessageDigest checksum = Checksum.start();
                long size = receive(content, file, checksum);
                String sha256 = HexFormat.of().formatHex(checksum.digest());
                store.keep(file, sha256);
                return register(
                        new StoredFile(0, sha256, FileName.safe(uploadedName), FileType.of(file), size, now(), actor),
                        file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written into a file that the product makes itself. */
    public interface Content {
        void to(OutputStream stream) throws IOException;
    }

    /** What becomes of a file once it is stored, in the transaction that stores it; false keeps nothing of it. */
    public interface Arrival {
        boolean of(StoredFile file);
    }

    /** Makes a file, of any size, that is nobody's upload; it is there only if its arrival is welcome. */
    public void make(String name, Content content, Arrival arrival) {
        try {
            Path file = Files.createTempFile(uploads, "made", ".part");
            try {
                MessageDigest checksum = Checksum.start();
                try (OutputStream stream = new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), BUFFER), checksum)) {
                    content.to(stream);
                }
                String sha256 = HexFormat.of().formatHex(checksum.digest());
                store.keep(file, sha256);
                StoredFile made = new StoredFile(
                        0, sha256, FileName.safe(name), FileType.of(file), Files.size(file), now(), SYSTEM);
                database.transaction(_ -> {
                    StoredFile registered = register(made, file);
                    if (!arrival.of(registered)) {
                        remove(registered.id());
                    }
                });
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file, and its content unless another file has the same. */
    public void remove(long id) {
        find(id).ifPresent(file -> database.transaction(configuration -> {
            DSLContext transaction = configuration.dsl();
            hold(transaction, file.sha256());
            transaction.deleteFrom(FILE).where(ID.eq(id)).execute();
            if (!transaction.fetchExists(DSL.selectOne().from(FILE).where(SHA256.eq(file.sha256())))) {
                store.remove(file.sha256());
            }
        }));
    }

    public Optional<StoredFile> find(long id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** The files of these ids that exist, in any order. */
    public List<StoredFile> find(Collection<Long> ids) {
        return database.select(ID, SHA256, NAME, TYPE, SIZE, CREATED_AT, CREATED_BY)
                .from(FILE)
                .where(ID.in(ids))
                .fetch(row -> new StoredFile(
                        row.get(ID),
                        row.get(SHA256),
                        row.get(NAME),
                        row.get(TYPE),
                        row.get(SIZE),
                        row.get(CREATED_AT).toInstant(),
                        row.get(CREATED_BY)));
    }

    /** The content of a file; to be closed. */
    public InputStream open(StoredFile file) {
        return store.open(file.sha256());
    }

    private long receive(InputStream content, Path file, MessageDigest checksum) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long most = mostBytes.getAsLong();
        long size = 0;
        try (OutputStream stream = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new Refusal.TooLarge(Message.of("file.tooLarge", most >> 20));
                }
                checksum.update(buffer, 0, read);
                stream.write(buffer, 0, read);
            }
        }
        return size;
    }

    /** The same content may just have been removed with the last file that had it. */
    private StoredFile register(StoredFile file, Path content) {
        return database.transactionResult(configuration -> {
            hold(configuration.dsl(), file.sha256());
            if (!store.has(file.sha256())) {
                store.keep(content, file.sha256());
            }
            return insert(configuration.dsl(), file);
        });
    }

    /** Whoever adds or removes a content is alone with it until the transaction ends. */
    private static void hold(DSLContext transaction, String sha256) {
        transaction.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 730))", DSL.val(sha256));
    }

    private static StoredFile insert(DSLContext transaction, StoredFile file) {
        long id = transaction
                .insertInto(FILE)
                .columns(SHA256, NAME, TYPE, SIZE, CREATED_AT, CREATED_BY)
                .values(
                        file.sha256(),
                        file.name(),
                        file.type(),
                        file.size(),
                        file.createdAt().atOffset(ZoneOffset.UTC),
                        file.createdBy())
                .returningResult(ID)
                .fetchSingle(row -> row.get(ID, long.class));
        return new StoredFile(
                id, file.sha256(), file.name(), file.type(), file.size(), file.createdAt(), file.createdBy());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
