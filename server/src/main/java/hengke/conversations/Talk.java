package hengke.conversations;

import hengke.conversations.ChatMessage.Draft;
import hengke.conversations.ChatMessage.Kind;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Mentions;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.events.Broadcast;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.RecycleBin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything that changes a conversation. Whoever does it holds the conversation meanwhile: its messages come to be seen
 * in the order of their ids, so that “read up to here” never passes over one that appears later.
 */
@Component
public final class Talk {
    /** Where nodes hear that something happened in a conversation: its id. */
    public static final String CHANNEL = "conversation";

    /** How long a message can be taken back. */
    public static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(2);

    public static final int MOST_MEMBERS = 500;

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final Access access;
    private final Notices notices;
    private final RecycleBin recycleBin;
    private final Clock clock;

    Talk(
            DSLContext database,
            LiveOrganisation organisation,
            LiveCatalog catalog,
            Access access,
            Notices notices,
            RecycleBin recycleBin,
            Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.catalog = catalog;
        this.access = access;
        this.notices = notices;
        this.recycleBin = recycleBin;
        this.clock = clock;
    }

    /** The conversation with a colleague, begun if there is none yet. */
    public long with(Actor by, long colleague) {
        requireColleagues(by, List.of(colleague));
        Long[] pair = Stream.of(by.user(), colleague).sorted().toArray(Long[]::new);
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            transaction.execute(
                    "insert into conversation (pair, last_at) values (?, cast(? as timestamptz)) on conflict do nothing",
                    pair,
                    clock.instant());
            long id = transaction
                    .fetchSingle("select id from conversation where pair = ?", (Object) pair)
                    .get(0, Long.class);
            join(transaction, id, List.of(pair), 0);
            return id;
        });
    }

    /** A new group, kept by whoever makes it. */
    public long group(Actor by, String title, Set<Long> colleagues) {
        requireColleagues(by, colleagues);
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            long id = transaction
                    .fetchSingle(
                            "insert into conversation (title, last_at) values (?, cast(? as timestamptz)) returning id",
                            title,
                            clock.instant())
                    .get(0, Long.class);
            join(
                    transaction,
                    id,
                    Stream.concat(Stream.of(by.user()), colleagues.stream()).toList(),
                    0);
            transaction.execute(
                    "update conversation_member set keeper = true where conversation = ? and person = ?",
                    id,
                    by.user());
            tell(transaction, id, by, Kind.JOINED, null, List.copyOf(colleagues));
            return id;
        });
    }

    /** @return the id of the message */
    public long say(Actor by, long conversation, Draft draft) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            boolean direct = hold(transaction, conversation, by);
            Set<Long> others = new HashSet<>(members(transaction, conversation));
            others.remove(by.user());
            if (direct && others.stream().noneMatch(this::active)) {
                throw new Refusal.Conflict("colleagueLeft", Message.of("conversation.colleagueLeft"), Map.of());
            }
            requireSendable(transaction, by, conversation, draft);
            Set<Long> mentioned = new HashSet<>(Mentions.of(draft.text(), organisation.get()));
            mentioned.retainAll(others);
            Link about = draft.about();
            long id = transaction
                    .fetchSingle(
                            """
                            insert into chat_message
                                (conversation, author, at, kind, text, object, record_id, files, mentions, answers)
                            values (?, ?, cast(? as timestamptz), 'said', ?, ?, ?, ?, ?, ?) returning id""",
                            conversation,
                            by.user(),
                            clock.instant(),
                            draft.text(),
                            about == null ? null : about.object(),
                            about == null ? null : about.id(),
                            draft.files().toArray(Long[]::new),
                            mentioned.toArray(Long[]::new),
                            draft.answers())
                    .get(0, Long.class);
            happened(transaction, conversation, by, id);
            mentioned.forEach(person -> notices.tellInPerson(
                    transaction,
                    new Telling(
                            person,
                            "conversation",
                            Message.of("conversation.mentioned", by.name()),
                            null,
                            null,
                            "chat_message:" + id)));
            return id;
        });
    }

    /** Takes back what one said a moment ago: nothing of it stays. */
    public void takeBack(Actor by, long conversation, long message) {
        database.transaction(configuration -> {
            DSLContext transaction = configuration.dsl();
            hold(transaction, conversation, by);
            Record said = transaction
                    .fetchOptional("""
                            select at, files from chat_message
                             where id = ? and conversation = ? and author = ? and kind = 'said' and taken_back_at is null""", message, conversation, by.user())
                    .orElseThrow(Refusal.NotFound::new);
            Instant now = clock.instant();
            if (said.get("at", Instant.class).plus(TAKEN_BACK_WITHIN).isBefore(now)) {
                throw new Refusal.Conflict(
                        "tooLate", Message.of("conversation.tooLate", TAKEN_BACK_WITHIN.toMinutes()), Map.of());
            }
            transaction.execute("""
                    update chat_message set taken_back_at = cast(? as timestamptz), text = null, object = null,
                           record_id = null, files = '{}', mentions = '{}'
                     where id = ?""", now, message);
            recycleBin.removeUnused(transaction, List.of(said.get("files", Long[].class)));
            Broadcast.send(transaction, CHANNEL, Long.toString(conversation));
        });
    }

    /** Notes how far somebody has read; never back. */
    public void read(Actor by, long conversation, long upTo) {
        database.transaction(configuration -> {
            int news = configuration.dsl().execute("""
                    update conversation_member me set read_up_to = least(?, c.last_message)
                      from conversation c
                     where c.id = me.conversation and me.conversation = ? and me.person = ?
                       and me.read_up_to < least(?, c.last_message)""", upTo, conversation, by.user(), upTo);
            if (news == 1) {
                Broadcast.send(configuration.dsl(), CHANNEL, Long.toString(conversation));
            }
        });
    }

    /** Whether somebody wants to be called by it. */
    public void mute(Actor by, long conversation, boolean muted) {
        database.transaction(configuration -> {
            configuration
                    .dsl()
                    .execute(
                            "update conversation_member set muted = ? where conversation = ? and person = ?",
                            muted,
                            conversation,
                            by.user());
            Broadcast.send(configuration.dsl(), CHANNEL, Long.toString(conversation));
        });
    }

    public void rename(Actor by, long conversation, String title) {
        database.transaction(configuration -> {
            DSLContext transaction = configuration.dsl();
            holdGroup(transaction, conversation, by);
            requireKeeper(transaction, conversation, by);
            int changed = transaction.execute(
                    "update conversation set title = ? where id = ? and title <> ?", title, conversation, title);
            if (changed == 1) {
                tell(transaction, conversation, by, Kind.NAMED, title, List.of());
            }
        });
    }

    /** Those who come read what is said from now on. */
    public void add(Actor by, long conversation, Set<Long> colleagues) {
        database.transaction(configuration -> {
            DSLContext transaction = configuration.dsl();
            holdGroup(transaction, conversation, by);
            Set<Long> come = new HashSet<>(colleagues);
            Set<Long> members = members(transaction, conversation);
            come.removeAll(members);
            if (come.isEmpty()) {
                return;
            }
            requireColleagues(by, come);
            if (members.size() + come.size() > MOST_MEMBERS) {
                throw Refusal.Invalid.at("people", Message.of("conversation.tooMany", MOST_MEMBERS));
            }
            join(transaction, conversation, come, lastMessage(transaction, conversation));
            tell(
                    transaction,
                    conversation,
                    by,
                    Kind.JOINED,
                    null,
                    come.stream().sorted().toList());
        });
    }

    /** Leaves a group, or sends somebody away; who has gone reads nothing of it any more. */
    public void remove(Actor by, long conversation, long person) {
        database.transaction(configuration -> {
            DSLContext transaction = configuration.dsl();
            holdGroup(transaction, conversation, by);
            if (person != by.user()) {
                requireKeeper(transaction, conversation, by);
            }
            int gone = transaction.execute(
                    "delete from conversation_member where conversation = ? and person = ?", conversation, person);
            if (gone == 0) {
                throw new Refusal.NotFound();
            }
            tell(transaction, conversation, by, Kind.LEFT, null, List.of(person));
        });
    }

    private void requireSendable(DSLContext transaction, Actor by, long conversation, Draft draft) {
        if (draft.text().isBlank() && draft.files().isEmpty() && draft.about() == null) {
            throw Refusal.Invalid.at("text", Message.of("web.required"));
        }
        Long[] files = draft.files().toArray(Long[]::new);
        if (transaction
                        .fetchSingle(
                                "select count(*) from file where id = any(?) and created_by = ?",
                                (Object) files,
                                by.user())
                        .get(0, Integer.class)
                != Set.of(files).size()) {
            throw Refusal.Invalid.at("files", Message.of("records.noSuchFile"));
        }
        Link about = draft.about();
        if (about != null && !sees(transaction, by, about)) {
            throw Refusal.Invalid.at("record", Message.of("conversation.noSuchRecord"));
        }
        if (draft.answers() != null
                && transaction
                        .fetchOptional("""
                                select 1 from chat_message m join conversation_member me
                                    on me.conversation = m.conversation and me.person = ? and m.id > me.since
                                 where m.id = ? and m.conversation = ? and m.kind = 'said'""", by.user(), draft.answers(), conversation)
                        .isEmpty()) {
            throw Refusal.Invalid.at("answers", Message.of("conversation.noSuchMessage"));
        }
    }

    private boolean sees(DSLContext transaction, Actor by, Link about) {
        return catalog.current()
                .find(about.object())
                .map(object -> access.reached(transaction, by, object, Verb.READ, List.of(about.id())))
                .filter(reached -> reached.contains(about.id()))
                .isPresent();
    }

    /** Holds a conversation of which somebody is a member; is it one between two? */
    private static boolean hold(DSLContext transaction, long conversation, Actor by) {
        boolean direct = transaction
                .fetchOptional("select pair is not null from conversation where id = ? for update", conversation)
                .orElseThrow(Refusal.NotFound::new)
                .get(0, Boolean.class);
        if (!members(transaction, conversation).contains(by.user())) {
            throw new Refusal.NotFound();
        }
        return direct;
    }

    private static void holdGroup(DSLContext transaction, long conversation, Actor by) {
        if (hold(transaction, conversation, by)) {
            throw new Refusal.Conflict("direct", Message.of("conversation.betweenTwo"), Map.of());
        }
    }

    private static Set<Long> members(DSLContext transaction, long conversation) {
        return transaction
                .fetch("select person from conversation_member where conversation = ?", conversation)
                .intoSet(row -> row.get("person", Long.class));
    }

    /** A keeper may; where no keeper is left, every member may. */
    private void requireKeeper(DSLContext transaction, long conversation, Actor by) {
        Set<Long> keepers = transaction
                .fetch("select person from conversation_member where conversation = ? and keeper", conversation)
                .intoSet(row -> row.get("person", Long.class));
        if (!keepers.contains(by.user()) && keepers.stream().anyMatch(this::active)) {
            throw new Refusal.Forbidden(Message.of("conversation.keepersOnly"));
        }
    }

    private void requireColleagues(Actor by, Collection<Long> people) {
        if (people.contains(by.user())) {
            throw Refusal.Invalid.at("people", Message.of("conversation.withOneself"));
        }
        if (!people.stream().allMatch(this::active)) {
            throw Refusal.Invalid.at("people", Message.of("conversation.noSuchColleague"));
        }
        if (people.size() >= MOST_MEMBERS) {
            throw Refusal.Invalid.at("people", Message.of("conversation.tooMany", MOST_MEMBERS));
        }
    }

    private boolean active(long person) {
        return organisation.get().person(person).filter(Person::active).isPresent();
    }

    private static void join(DSLContext transaction, long conversation, Collection<Long> people, long since) {
        transaction.execute("""
                insert into conversation_member (conversation, person, since, read_up_to, keeper)
                select ?, person, ?, ?, false from unnest(?) as person
                on conflict do nothing""", conversation, since, since, people.toArray(Long[]::new));
    }

    private static long lastMessage(DSLContext transaction, long conversation) {
        return transaction
                .fetchSingle("select coalesce(last_message, 0) from conversation where id = ?", conversation)
                .get(0, Long.class);
    }

    private void tell(
            DSLContext transaction, long conversation, Actor by, Kind kind, @Nullable String text, List<Long> people) {
        long id = transaction
                .fetchSingle(
                        """
                        insert into chat_message (conversation, author, at, kind, text, people)
                        values (?, ?, cast(? as timestamptz), ?, ?, ?) returning id""",
                        conversation,
                        by.user(),
                        clock.instant(),
                        kind.name().toLowerCase(Locale.ROOT),
                        text,
                        people.toArray(Long[]::new))
                .get(0, Long.class);
        happened(transaction, conversation, by, id);
    }

    /** Whoever does something has read what stood before it. */
    private void happened(DSLContext transaction, long conversation, Actor by, long message) {
        transaction.execute(
                "update conversation set last_message = ?, last_at = cast(? as timestamptz) where id = ?",
                message,
                clock.instant(),
                conversation);
        transaction.execute(
                "update conversation_member set read_up_to = ? where conversation = ? and person = ?",
                message,
                conversation,
                by.user());
        Broadcast.send(transaction, CHANNEL, Long.toString(conversation));
    }
}
