package hengke.conversations;

import hengke.conversations.ChatMessage.Draft;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Mentions;
import hengke.kernel.access.Organisation;
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
import hengke.kernel.text.SearchPart;
import hengke.kernel.text.SearchText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What members say in a conversation, take back, and have read. */
@Component
public final class Talk {
    /** Where nodes hear that something happened in a conversation: its id. */
    public static final String CHANNEL = "conversation";

    /** How long a message can be taken back. */
    public static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(2);

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

    /** The same at another moment: for what is brought in later. */
    public Talk at(Instant moment) {
        return new Talk(
                database, organisation, catalog, access, notices, recycleBin, Clock.fixed(moment, clock.getZone()));
    }

    /** @return the id of the message */
    public long say(Actor by, long conversation, Draft draft) {
        return database.transactionResult(configuration -> {
            Held held = Held.by(by, configuration.dsl(), conversation);
            Organisation now = organisation.get();
            Set<Long> others = new HashSet<>(held.members());
            others.remove(by.user());
            if (held.direct()
                    && others.stream()
                            .noneMatch(other ->
                                    now.person(other).filter(Person::active).isPresent())) {
                throw new Refusal.Conflict("colleagueLeft", Message.of("conversation.colleagueLeft"), Map.of());
            }
            requireSendable(held, draft);
            Set<Long> mentioned = new HashSet<>(Mentions.of(draft.text(), now));
            mentioned.retainAll(others);
            long id = written(held, draft, mentioned);
            held.happened(id, clock.instant());
            mentioned.forEach(person -> notices.tellInPerson(
                    held.within(),
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

    private long written(Held held, Draft draft, Set<Long> mentioned) {
        Link about = draft.about();
        return held.within()
                .fetchSingle(
                        """
                        insert into chat_message
                            (conversation, author, at, kind, text, object, record_id, files, mentions, answers, grams)
                        values (?, ?, cast(? as timestamptz), 'said', ?, ?, ?, ?, ?, ?, ?) returning id""",
                        held.id(),
                        held.by().user(),
                        clock.instant(),
                        draft.text(),
                        about == null ? null : about.object(),
                        about == null ? null : about.id(),
                        draft.files().toArray(Long[]::new),
                        mentioned.toArray(Long[]::new),
                        draft.answers(),
                        SearchText.of(List.of(SearchPart.text(draft.text())))
                                .grams()
                                .toArray(String[]::new))
                .get(0, Long.class);
    }

    private void requireSendable(Held held, Draft draft) {
        if (draft.text().isBlank() && draft.files().isEmpty() && draft.about() == null) {
            throw Refusal.Invalid.at("text", Message.of("web.required"));
        }
        Long[] files = draft.files().toArray(Long[]::new);
        if (held.within()
                        .fetchSingle(
                                "select count(*) from file where id = any(?) and created_by = ?",
                                (Object) files,
                                held.by().user())
                        .get(0, Integer.class)
                != Set.of(files).size()) {
            throw Refusal.Invalid.at("files", Message.of("records.noSuchFile"));
        }
        Link about = draft.about();
        if (about != null && !sees(held, about)) {
            throw Refusal.Invalid.at("record", Message.of("conversation.noSuchRecord"));
        }
        if (draft.answers() != null
                && held.within()
                        .fetchOptional("""
                                select 1 from chat_message m join conversation_member me
                                    on me.conversation = m.conversation and me.person = ? and m.id > me.since
                                 where m.id = ? and m.conversation = ? and m.kind = 'said'""", held.by().user(), draft.answers(), held.id())
                        .isEmpty()) {
            throw Refusal.Invalid.at("answers", Message.of("conversation.noSuchMessage"));
        }
    }

    private boolean sees(Held held, Link about) {
        return catalog.current()
                .find(about.object())
                .map(object -> access.reached(held.within(), held.by(), object, Verb.READ, List.of(about.id())))
                .filter(reached -> reached.contains(about.id()))
                .isPresent();
    }

    /** Takes back what one said a moment ago: nothing of it stays. */
    public void takeBack(Actor by, long conversation, long message) {
        database.transaction(configuration -> {
            Held held = Held.by(by, configuration.dsl(), conversation);
            Record said = held.within()
                    .fetchOptional("""
                            select at, files from chat_message
                             where id = ? and conversation = ? and author = ? and kind = 'said'
                               and taken_back_at is null""", message, conversation, by.user())
                    .orElseThrow(Refusal.NotFound::new);
            Instant now = clock.instant();
            if (said.get("at", Instant.class).plus(TAKEN_BACK_WITHIN).isBefore(now)) {
                throw new Refusal.Conflict(
                        "tooLate", Message.of("conversation.tooLate", TAKEN_BACK_WITHIN.toMinutes()), Map.of());
            }
            held.within().execute("""
                            update chat_message set taken_back_at = cast(? as timestamptz), text = null, object = null,
                                   record_id = null, files = '{}', mentions = '{}', grams = '{}'
                             where id = ?""", now, message);
            recycleBin.removeUnused(held.within(), List.of(said.get("files", Long[].class)));
            held.news();
        });
    }

    /** Notes how far somebody has read; never back. */
    public void read(Actor by, long conversation, long upTo) {
        changeMine(conversation, """
                update conversation_member me set read_up_to = least(?, c.last_message)
                  from conversation c
                 where c.id = me.conversation and me.conversation = ? and me.person = ?
                   and me.read_up_to < least(?, c.last_message)""", upTo, conversation, by.user(), upTo);
    }

    /** Whether somebody wants to be called by it. */
    public void mute(Actor by, long conversation, boolean muted) {
        changeMine(
                conversation,
                "update conversation_member set muted = ? where conversation = ? and person = ?",
                muted,
                conversation,
                by.user());
    }

    /** What concerns nobody else needs no hold of the conversation. */
    private void changeMine(long conversation, String statement, Object... values) {
        database.transaction(configuration -> {
            if (configuration.dsl().execute(statement, values) == 1) {
                Broadcast.send(configuration.dsl(), CHANNEL, Long.toString(conversation));
            }
        });
    }
}
