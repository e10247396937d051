package hengke.capability.approval;

import hengke.capability.approval.flow.Flow;
import hengke.capability.approval.flow.State;
import hengke.kernel.metadata.type.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All approvals, whose turn it is with them, and what was done. */
@Component
public final class Approvals {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TASKS = """
            select t.*, a.name, a.object, a.record_id, a.title, a.starter, a.status, a.started_at
            from approval_task t join approval a on a.id = t.approval
            where\s""";

    private final DSLContext database;

    Approvals(DSLContext database) {
        this.database = database;
    }

    /** A word somebody is or was asked for. */
    public record Asked(
            long id,
            long approval,
            int number,
            String node,
            long person,
            boolean live,
            Instant askedAt,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            @Nullable Long endedBy,
            @Nullable String word) {}

    /** A task in a list, with what it is about. */
    public record Entry(
            Asked task, String name, Link about, String title, long starter, String status, Instant startedAt) {}

    /** What was done once. */
    public record Done(
            long id,
            Instant at,
            long person,
            @Nullable Long actingFor,
            String kind,
            @Nullable Integer task,
            @Nullable String node,
            @Nullable String comment,
            List<Long> files,
            ObjectNode details) {}

    public Optional<Approval> find(long id) {
        return database.fetchOptional("select * from approval where id = ?", id).map(Approvals::approval);
    }

    /** By their ids. */
    public Map<Long, Approval> find(Collection<Long> ids) {
        Map<Long, Approval> found = new HashMap<>();
        database.fetch("select * from approval where id = any(?)", (Object) ids.toArray(Long[]::new))
                .map(Approvals::approval)
                .forEach(approval -> found.put(approval.id(), approval));
        return found;
    }

    /** Those of a record, newest first. */
    public List<Approval> of(Link about, int most) {
        return database.fetch(
                        "select * from approval where object = ? and record_id = ? order by id desc limit ?",
                        about.object(),
                        about.id(),
                        most)
                .map(Approvals::approval);
    }

    /** Alone with it until the transaction ends. */
    static Optional<Approval> hold(DSLContext within, long id) {
        return within.fetchOptional("select * from approval where id = ? for no key update", id)
                .map(Approvals::approval);
    }

    static Optional<Long> underWay(DSLContext within, Link about) {
        return within.fetchOptional(
                        "select id from approval where object = ? and record_id = ? and status in ('running', 'returned')",
                        about.object(),
                        about.id())
                .map(row -> row.get("id", Long.class));
    }

    /** What waits for one of these people, the oldest first. */
    public List<Entry> waitingFor(Collection<Long> people, int most) {
        return database.fetch(
                        TASKS + "t.state = 'live' and t.person = any(?) order by t.id limit ?",
                        people.toArray(Long[]::new),
                        most)
                .map(Approvals::entry);
    }

    /** How much waits for one of these people. */
    public int countFor(Collection<Long> people) {
        return database.fetchSingle(
                        "select count(*) from approval_task where state = 'live' and person = any(?)",
                        (Object) people.toArray(Long[]::new))
                .get(0, Integer.class);
    }

    /** What somebody has dealt with, newest first. */
    public List<Entry> doneBy(long person, @Nullable Long before, int most) {
        return database.fetch(
                        TASKS + "t.ended_by = ? and t.id < ? order by t.id desc limit ?",
                        person,
                        before == null ? Long.MAX_VALUE : before,
                        most)
                .map(Approvals::entry);
    }

    /** What somebody has asked for, newest first. */
    public List<Approval> startedBy(long person, @Nullable Long before, int most) {
        return database.fetch(
                        "select * from approval where starter = ? and id < ? order by id desc limit ?",
                        person,
                        before == null ? Long.MAX_VALUE : before,
                        most)
                .map(Approvals::approval);
    }

    /** What somebody was told of, newest first. */
    public List<Approval> copiedTo(long person, @Nullable Long before, int most) {
        return database.fetch("""
                        select a.* from approval_copy c join approval a on a.id = c.approval
                        where c.person = ? and c.approval < ? order by c.approval desc limit ?
                        """, person, before == null ? Long.MAX_VALUE : before, most)
                .map(Approvals::approval);
    }

    public int unreadCopies(long person) {
        return database.fetchSingle("select count(*) from approval_copy where person = ? and read_at is null", person)
                .get(0, Integer.class);
    }

    /** Which of these somebody was told of, and has not looked at. */
    public Set<Long> unread(Collection<Long> ids, long person) {
        return database.fetch(
                        "select approval from approval_copy where approval = any(?) and person = ? and read_at is null",
                        ids.toArray(Long[]::new),
                        person)
                .intoSet("approval", Long.class);
    }

    /** Whether somebody was told of it. */
    public boolean copied(long approval, long person) {
        return !database.fetch("select 1 from approval_copy where approval = ? and person = ?", approval, person)
                .isEmpty();
    }

    public void read(long approval, long person, Instant at) {
        database.execute("""
                update approval_copy set read_at = cast(? as timestamptz)
                where approval = ? and person = ? and read_at is null""", at, approval, person);
    }

    public Optional<Entry> task(long id) {
        return database.fetchOptional(TASKS + "t.id = ?", id).map(Approvals::entry);
    }

    /** Everybody who is or was asked. */
    public List<Asked> tasks(long approval) {
        return database.fetch("select * from approval_task where approval = ? order by id", approval)
                .map(Approvals::asked);
    }

    /** Everything that was done, in its order. */
    public List<Done> actions(long approval) {
        return database.fetch("select * from approval_action where approval = ? order by id", approval)
                .map(row -> new Done(
                        row.get("id", Long.class),
                        row.get("at", Instant.class),
                        row.get("person", Long.class),
                        row.get("acting_for", Long.class),
                        row.get("kind", String.class),
                        row.get("task", Integer.class),
                        row.get("node", String.class),
                        row.get("comment", String.class),
                        List.of(row.get("files", Long[].class)),
                        (ObjectNode)
                                JSON.readTree(row.get("details", JSONB.class).data())));
    }

    /** Does a file hang on something that was done? */
    public boolean holds(long file) {
        return !with(file).isEmpty();
    }

    /** The approvals on which a file hangs. */
    public List<Long> with(long file) {
        return database.fetch(
                        "select distinct approval from approval_action where files @> array[?] and files <> '{}'", file)
                .getValues("approval", Long.class);
    }

    private static Entry entry(Record row) {
        return new Entry(
                asked(row),
                row.get("name", String.class),
                new Link(row.get("object", String.class), row.get("record_id", Long.class)),
                row.get("title", String.class),
                row.get("starter", Long.class),
                row.get("status", String.class),
                row.get("started_at", Instant.class));
    }

    private static Asked asked(Record row) {
        return new Asked(
                row.get("id", Long.class),
                row.get("approval", Long.class),
                row.get("number", Integer.class),
                row.get("node", String.class),
                row.get("person", Long.class),
                row.get("state", String.class).equals("live"),
                row.get("asked_at", Instant.class),
                row.get("due_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("ended_by", Long.class),
                row.get("word", String.class));
    }

    private static Approval approval(Record row) {
        return new Approval(
                row.get("id", Long.class),
                row.get("template", Long.class),
                row.get("edition", Integer.class),
                row.get("name", String.class),
                new Link(row.get("object", String.class), row.get("record_id", Long.class)),
                row.get("title", String.class),
                row.get("starter", Long.class),
                JSON.readValue(row.get("definition", JSONB.class).data(), Flow.class),
                JSON.readValue(row.get("state", JSONB.class).data(), State.class),
                (ObjectNode) JSON.readTree(row.get("snapshot", JSONB.class).data()),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
