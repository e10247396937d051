package hengke.kernel.subscription;

import hengke.kernel.access.Audience;
import hengke.kernel.calendar.Rhythm;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.report.Kept;
import hengke.kernel.subscription.Subscription.Content;
import hengke.kernel.subscription.Subscription.State;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The table of subscriptions. */
@Component
public final class Subscriptions {
    private static final String SELECT = """
            select id, version, kind, report, name, owner, people, departments, roles, every, weekdays, day, at, workdays,
                   pictures, workbook, note, state, ended, looked_at
            from report_subscription
            """;

    private final DSLContext database;

    Subscriptions(DSLContext database) {
        this.database = database;
    }

    public Optional<Subscription> find(long id) {
        return database.fetchOptional(SELECT + "where id = ?", id).map(Subscriptions::read);
    }

    /** Those somebody sends, the latest first. */
    public List<Subscription> of(long owner) {
        return database.fetch(SELECT + "where owner = ? order by id desc", owner)
                .map(Subscriptions::read);
    }

    /** All of one report or dashboard, the latest first. */
    public List<Subscription> on(Kept.Kind kind, String report) {
        return database.fetch(SELECT + "where kind = ? and report = ? order by id desc", kind.stored(), report)
                .map(Subscriptions::read);
    }

    /** All that have not ended, the latest first. */
    public List<Subscription> going() {
        return database.fetch(SELECT + "where state <> 'ENDED' order by id desc")
                .map(Subscriptions::read);
    }

    List<Subscription> active() {
        return database.fetch(SELECT + "where state = 'ACTIVE' order by id").map(Subscriptions::read);
    }

    public int countOf(long owner) {
        return database.fetchSingle("select count(*) from report_subscription where owner = ?", owner)
                .into(int.class);
    }

    public long add(Subscription made) {
        return database.fetchSingle(
                        """
                insert into report_subscription
                    (kind, report, name, owner, people, departments, roles, every, weekdays, day, at, workdays, pictures,
                     workbook, note, state, looked_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as time), ?, ?, ?, ?, ?, cast(? as timestamptz),
                        cast(? as timestamptz))
                returning id
                """,
                        made.kind().stored(),
                        made.report(),
                        made.name(),
                        made.owner(),
                        ids(made.audience().people()),
                        ids(made.audience().departments()),
                        ids(made.audience().roles()),
                        made.rhythm().every().name(),
                        weekdays(made.rhythm()),
                        made.rhythm().day(),
                        made.rhythm().at().toString(),
                        made.rhythm().workdays(),
                        made.content().pictures(),
                        made.content().workbook(),
                        made.content().note(),
                        made.state().name(),
                        made.since().toString(),
                        made.since().toString())
                .into(long.class);
    }

    /** Changes one as it was read; false when somebody was first. */
    public boolean change(Subscription changed) {
        return database.execute(
                        """
                update report_subscription
                set version = version + 1, name = ?, people = ?, departments = ?, roles = ?, every = ?, weekdays = ?,
                    day = ?, at = cast(? as time), workdays = ?, pictures = ?, workbook = ?, note = ?, state = ?,
                    ended = ?, looked_at = cast(? as timestamptz)
                where id = ? and version = ?
                """,
                        changed.name(),
                        ids(changed.audience().people()),
                        ids(changed.audience().departments()),
                        ids(changed.audience().roles()),
                        changed.rhythm().every().name(),
                        weekdays(changed.rhythm()),
                        changed.rhythm().day(),
                        changed.rhythm().at().toString(),
                        changed.rhythm().workdays(),
                        changed.content().pictures(),
                        changed.content().workbook(),
                        changed.content().note(),
                        changed.state().name(),
                        changed.ended(),
                        changed.since().toString(),
                        changed.id(),
                        changed.version())
                == 1;
    }

    public boolean delete(long id, long version) {
        return database.execute("delete from report_subscription where id = ? and version = ?", id, version) == 1;
    }

    static void end(DSLContext within, long id, Message why) {
        within.execute(
                "update report_subscription set version = version + 1, state = 'ENDED', ended = ? where id = ?",
                KeptMessage.of(why),
                id);
    }

    static void looked(DSLContext within, long id, String name, Instant until) {
        within.execute(
                "update report_subscription set looked_at = cast(? as timestamptz), name = ? where id = ?",
                until.toString(),
                name,
                id);
    }

    /** Says whether somebody wants to receive one. */
    public void receive(long id, long person, boolean wanted) {
        database.execute(
                wanted
                        ? "delete from report_unsubscribed where subscription = ? and person = ?"
                        : "insert into report_unsubscribed (subscription, person) values (?, ?) on conflict do nothing",
                id,
                person);
    }

    /** Who does not want to receive it. */
    public Set<Long> unsubscribed(long id) {
        return Set.copyOf(database.fetch("select person from report_unsubscribed where subscription = ?", id)
                .map(row -> row.get("person", Long.class)));
    }

    private static Long[] ids(Set<Long> ids) {
        return ids.stream().sorted().toArray(Long[]::new);
    }

    private static String[] weekdays(Rhythm rhythm) {
        return rhythm.weekdays().stream().map(DayOfWeek::name).toArray(String[]::new);
    }

    private static Subscription read(Record row) {
        return new Subscription(
                row.get("id", Long.class),
                row.get("version", Long.class),
                Kept.Kind.ofStored(row.get("kind", String.class)),
                row.get("report", String.class),
                row.get("name", String.class),
                row.get("owner", Long.class),
                new Audience(
                        Set.of(row.get("people", Long[].class)),
                        Set.of(row.get("departments", Long[].class)),
                        Set.of(row.get("roles", Long[].class))),
                new Rhythm(
                        Rhythm.Every.valueOf(row.get("every", String.class)),
                        Arrays.stream(row.get("weekdays", String[].class))
                                .map(DayOfWeek::valueOf)
                                .collect(Collectors.toSet()),
                        row.get("day", Integer.class),
                        row.get("at", LocalTime.class),
                        row.get("workdays", Boolean.class)),
                new Content(
                        row.get("pictures", Boolean.class),
                        row.get("workbook", Boolean.class),
                        row.get("note", String.class)),
                State.valueOf(row.get("state", String.class)),
                row.get("ended", String.class),
                row.get("looked_at", OffsetDateTime.class).toInstant());
    }
}
