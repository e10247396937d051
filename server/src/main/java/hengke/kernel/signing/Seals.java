package hengke.kernel.signing;

import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Invalid;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The company's seals, who holds them, and each use that was made of them. */
@Component
public final class Seals {
    private static final int SHOWN = 100;

    private final DSLContext database;
    private final Clock clock;

    Seals(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A seal.
     *
     * @param millimetres how wide it is in truth
     * @param holders the people who may use it
     * @param active one that is not any more stays for its record
     */
    public record Seal(
            long id,
            String name,
            double millimetres,
            double high,
            Set<Long> holders,
            boolean active,
            Instant createdAt,
            long uses) {
        public Seal {
            holders = Set.copyOf(holders);
        }
    }

    /**
     * How a seal looks on paper.
     *
     * @param png the picture
     * @param millimetres how wide
     */
    public record Imprint(byte[] png, double millimetres) {}

    /** Once that it was used. */
    public record Use(Instant at, long person, String object, long record, String title) {}

    public List<Seal> all() {
        return database.fetch("""
                select s.*, (select count(*) from seal_use u where u.seal = s.id) as uses
                from seal s order by active desc, id
                """).map(Seals::seal);
    }

    public Optional<Seal> find(long id) {
        return all().stream().filter(seal -> seal.id() == id).findFirst();
    }

    public List<Use> uses(long id) {
        return database.fetch("select * from seal_use where seal = ? order by id desc limit ?", id, SHOWN)
                .map(row -> new Use(
                        row.get("at", Instant.class),
                        row.get("person", Long.class),
                        row.get("object", String.class),
                        row.get("record_id", Long.class),
                        row.get("title", String.class)));
    }

    /** Draws a round one and keeps it. */
    public Seal draw(Actor by, String name, String company, String below, double millimetres, Set<Long> holders) {
        if (company.codePointCount(0, company.length()) > SealPicture.MOST_LETTERS) {
            throw Invalid.at("company", Message.of("signing.ringTooLong", SealPicture.MOST_LETTERS));
        }
        return keep(by, name, SealDrawing.round(company, below, millimetres), millimetres, holders);
    }

    /** Keeps one that was brought as a picture. */
    public Seal bring(Actor by, String name, byte[] picture, double millimetres, Set<Long> holders) {
        return keep(by, name, SealPicture.read(picture), millimetres, holders);
    }

    private Seal keep(Actor by, String name, BufferedImage picture, double millimetres, Set<Long> holders) {
        long id = database.fetchSingle(
                        """
                        insert into seal (name, picture, wide, high, holders, active, created_at, created_by)
                        values (?, ?, ?, ?, ?, true, cast(? as timestamptz), ?) returning id
                        """,
                        name,
                        png(picture),
                        millimetres,
                        millimetres * picture.getHeight() / picture.getWidth(),
                        holders.toArray(Long[]::new),
                        clock.instant(),
                        by.user())
                .get("id", Long.class);
        Seal kept = find(id).orElseThrow();
        note(by, null, kept);
        return kept;
    }

    /** Who may use it from now on, and whether it is in use at all. */
    public Seal change(Actor by, long id, String name, Set<Long> holders, boolean active) {
        Seal before = find(id).orElseThrow(Refusal.NotFound::new);
        database.execute(
                "update seal set name = ?, holders = ?, active = ? where id = ?",
                name,
                holders.toArray(Long[]::new),
                active,
                id);
        Seal after = find(id).orElseThrow(Refusal.NotFound::new);
        note(by, before, after);
        return after;
    }

    private void note(Actor by, @Nullable Seal before, Seal after) {
        AdministrationLog.record(
                database,
                by,
                clock.instant(),
                new AdministrationLog.Subject("seal", after.id(), after.name()),
                before == null ? null : said(before),
                said(after));
    }

    private static ObjectNode said(Seal seal) {
        ObjectNode said =
                JsonMapper.shared().createObjectNode().put("name", seal.name()).put("active", seal.active());
        seal.holders().stream().sorted().forEach(said.putArray("holders")::add);
        return said;
    }

    /** As PNG. */
    public Optional<byte[]> png(long id) {
        return database.fetchOptional("select picture from seal where id = ?", id)
                .map(row -> row.get("picture", byte[].class));
    }

    public BufferedImage picture(long id) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png(id).orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The seal for a paper that is printed now, which is a use of it; empty for one that is not in use any more. */
    public Optional<Imprint> imprint(long id, long person, String object, long record, String title) {
        return find(id).filter(Seal::active).map(seal -> {
            used(database, id, person, object, record, title);
            return new Imprint(png(id).orElseThrow(), seal.millimetres());
        });
    }

    /** Notes down a use, in the transaction of whoever makes it. */
    public void used(DSLContext within, long seal, long person, String object, long record, String title) {
        within.execute("""
                insert into seal_use (seal, at, person, object, record_id, title)
                values (?, cast(? as timestamptz), ?, ?, ?, ?)
                """, seal, clock.instant(), person, object, record, title);
    }

    private static byte[] png(BufferedImage picture) {
        try {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seal seal(Record row) {
        return new Seal(
                row.get("id", Long.class),
                row.get("name", String.class),
                row.get("wide", Double.class),
                row.get("high", Double.class),
                Set.copyOf(Arrays.asList(row.get("holders", Long[].class))),
                row.get("active", Boolean.class),
                row.get("created_at", Instant.class),
                row.get("uses", Long.class));
    }
}
