package hengke.capability.signing;

import hengke.kernel.metadata.type.Link;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.signing.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** All papers that are or were signed. */
@Component
public final class Envelopes {
    private static final int SHOWN = 50;

    private final DSLContext database;

    Envelopes(DSLContext database) {
        this.database = database;
    }

    /** Those of a record, newest first. */
    public List<Envelope> of(Link about) {
        return database.fetch(
                        "select * from signing_envelope where object = ? and record_id = ? order by id desc limit ?",
                        about.object(),
                        about.id(),
                        SHOWN)
                .map(row -> envelope(database, row));
    }

    public Optional<Envelope> find(Link about, long id) {
        return of(about).stream().filter(envelope -> envelope.id() == id).findFirst();
    }

    /** By the code that stands on its record of signing. */
    public Optional<Envelope> byCode(String code) {
        return database.fetchOptional("select * from signing_envelope where code = ?", code)
                .map(row -> envelope(database, row));
    }

    /** The one whose paper, with all or only some of its signatures, has this SHA-256. */
    public Optional<Envelope> byHash(String hash) {
        return database.fetchOptional("""
                        select * from signing_envelope where hash_after = ? or id in (
                            select envelope from signing_party where file_hash = ?) order by id limit 1
                        """, hash, hash).map(row -> envelope(database, row));
    }

    /** For whom a link is. */
    public Optional<Turn> turn(LinkSecret secret) {
        return turn(database, secret.hash(), "");
    }

    /** Somebody and the paper they are asked to sign. */
    public record Turn(Envelope envelope, Party party) {}

    /** The same, held until the transaction ends: whoever acts on a paper is alone with it. */
    static Optional<Turn> hold(DSLContext within, LinkSecret secret) {
        return turn(within, secret.hash(), " for no key update");
    }

    private static Optional<Turn> turn(DSLContext within, byte[] hash, String lock) {
        Long party = within.fetchOptional("""
                        select p.id, p.envelope from signing_link l join signing_party p on p.id = l.party where l.hash = ?
                        """, hash)
                .map(row -> {
                    within.execute(
                            "select id from signing_envelope where id = ?" + lock, row.get("envelope", Long.class));
                    return row.get("id", Long.class);
                })
                .orElse(null);
        if (party == null) {
            return Optional.empty();
        }
        return within.fetchOptional("""
                        select * from signing_envelope where id = (select envelope from signing_party where id = ?)
                        """, party)
                .map(row -> envelope(within, row))
                .flatMap(envelope -> envelope.party(party).map(found -> new Turn(envelope, found)));
    }

    static Optional<Envelope> find(DSLContext within, long id) {
        return within.fetchOptional("select * from signing_envelope where id = ?", id)
                .map(row -> envelope(within, row));
    }

    static Optional<Envelope> hold(DSLContext within, long id) {
        return within.fetchOptional("select * from signing_envelope where id = ? for no key update", id)
                .map(row -> envelope(within, row));
    }

    /** Is a paper of this record out to be signed? */
    boolean underWay(Link about) {
        return underWay(database, about);
    }

    /** The same as a transaction sees it. */
    static boolean underWay(DSLContext within, Link about) {
        return !within.fetch("""
                        select id from signing_envelope where object = ? and record_id = ? and state in ('out', 'partly')
                        """, about.object(), about.id()).isEmpty();
    }

    private static Envelope envelope(DSLContext within, Record row) {
        long id = row.get("id", Long.class);
        return new Envelope(
                id,
                new Link(row.get("object", String.class), row.get("record_id", Long.class)),
                row.get("title", String.class),
                row.get("language", String.class),
                row.get("base", String.class),
                Envelope.State.of(row.get("state", String.class)),
                row.get("code", String.class),
                row.get("pages", Integer.class),
                row.get("first_file", Long.class),
                row.get("file_id", Long.class),
                row.get("audit_file", Long.class),
                row.get("hash_before", String.class),
                row.get("hash_after", String.class),
                row.get("created_at", Instant.class),
                row.get("created_by", Long.class),
                row.get("started_at", Instant.class),
                row.get("until_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("reason", String.class),
                row.get("layout_version", Long.class),
                row.get("provider", String.class),
                row.get("reference", String.class),
                within.fetch("select * from signing_party where envelope = ? order by turn", id)
                        .map(Envelopes::party));
    }

    private static Party party(Record row) {
        return new Party(
                row.get("id", Long.class),
                row.get("turn", Integer.class),
                row.get("name", String.class),
                row.get("email", String.class),
                row.get("phone", String.class),
                CodeWay.of(row.get("code_by", String.class)),
                row.get("person", Long.class),
                row.get("seal", Long.class),
                row.get("edge", Boolean.class),
                new Mark(
                        row.get("page", Integer.class),
                        row.get("x", Double.class),
                        row.get("y", Double.class),
                        row.get("wide", Double.class),
                        row.get("high", Double.class)),
                Party.State.of(row.get("state", String.class)),
                row.get("asked_at", Instant.class),
                row.get("reminded_at", Instant.class),
                row.get("verified_at", Instant.class),
                row.get("read_at", Instant.class),
                row.get("signed_at", Instant.class),
                row.get("way", String.class),
                row.get("reason", String.class));
    }

    /** Keeps a draft; its id. */
    static long keep(DSLContext within, Envelope draft) {
        return within.fetchSingle(
                        """
                        insert into signing_envelope (object, record_id, title, language, base, state, code, pages, first_file,
                            file_id, hash_before, created_at, created_by, layout_version)
                        values (?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?)
                        returning id
                        """,
                        draft.about().object(),
                        draft.about().id(),
                        draft.title(),
                        draft.language(),
                        draft.base(),
                        draft.code(),
                        draft.pages(),
                        draft.firstFile(),
                        draft.file(),
                        draft.hashBefore(),
                        draft.createdAt(),
                        draft.createdBy(),
                        draft.layout())
                .get("id", Long.class);
    }

    static void keep(DSLContext within, long envelope, Party party) {
        within.execute(
                """
                insert into signing_party (envelope, turn, name, email, phone, code_by, person, seal, edge, page, x, y, wide,
                    high, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')
                """,
                envelope,
                party.turn(),
                party.name(),
                party.email(),
                party.phone(),
                party.codeBy().wire(),
                party.person(),
                party.seal(),
                party.edge(),
                party.mark().page(),
                party.mark().x(),
                party.mark().y(),
                party.mark().width(),
                party.mark().height());
    }

    /** It ended without all signatures; a service that leads it is still to be told. */
    static void end(DSLContext within, long id, Envelope.State to, Instant ended, String reason) {
        within.execute("""
                update signing_envelope set state = ?, ended_at = cast(? as timestamptz), reason = ?,
                    untold = reference is not null
                where id = ?
                """, to.wire(), ended, reason, id);
    }
}
