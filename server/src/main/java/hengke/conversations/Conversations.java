package hengke.conversations;

import hengke.conversations.ChatMessage.Kind;
import hengke.conversations.Conversation.Member;
import hengke.kernel.files.FilePlace;
import hengke.kernel.metadata.type.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All conversations, each open to its members and to nobody else, not even to administrators. */
@Component
public final class Conversations implements FilePlace {
    /** Beyond this it does not matter how many are new. */
    public static final int MOST_UNREAD = 100;

    static final String MESSAGE = """
            m.id, m.conversation, m.author, m.at, m.kind, m.text, m.people, m.object, m.record_id, m.files, m.answers,
            m.taken_back_at""";

    /** What is new to a member {@code me} of a conversation. */
    private static final String NEW = """
            select m.mentions
              from chat_message m
             where m.conversation = me.conversation
               and m.id > greatest(me.since, me.read_up_to)
               and m.author <> me.person
               and m.kind = 'said'
               and m.taken_back_at is null
             order by m.id
             limit\s""" + MOST_UNREAD;

    private static final String INBOX = """
            select c.id, c.title, c.last_at, c.last_message, news.unread, news.mentioned
              from conversation_member me
              join conversation c on c.id = me.conversation
              left join lateral (select count(*) as unread,
                                        coalesce(bool_or(me.person = any(n.mentions)), false) as mentioned
                                   from (%s) n) news on true
             where me.person = ?
            """.formatted(NEW);

    private final DSLContext database;

    Conversations(DSLContext database) {
        this.database = database;
    }

    /** A person's conversations in which something was said, the latest first; {@code before} continues after that one. */
    public List<Conversation> page(long person, @Nullable Long before, int limit) {
        return whole(person, database.fetch(INBOX + """
                   and c.last_message > me.since
                   and (cast(? as bigint) is null or (c.last_at, c.id) <
                       (select last_at, id from conversation where id = cast(? as bigint)))
                 order by c.last_at desc, c.id desc
                 limit ?""", person, before, before, limit));
    }

    /** One of a person's conversations. */
    public Optional<Conversation> find(long person, long conversation) {
        return of(person, List.of(conversation)).stream().findFirst();
    }

    /** These of a person's conversations, the latest first. */
    public List<Conversation> of(long person, Collection<Long> conversations) {
        return whole(
                person, database.fetch(INBOX + " and c.id = any(?) order by c.last_at desc, c.id desc", person, (Object)
                        conversations.toArray(Long[]::new)));
    }

    /** How many messages are new to a person in all, but for muted conversations; at most {@link #MOST_UNREAD}. */
    public int unread(long person) {
        return database.fetchSingle("""
                        select count(*) from (
                            select 1 from conversation_member me, lateral (%s) n
                             where me.person = ? and not me.muted limit ?) found""".formatted(NEW), person, MOST_UNREAD).get(0, Integer.class);
    }

    public Set<Long> members(long conversation) {
        return database.fetch("select person from conversation_member where conversation = ?", conversation)
                .intoSet(row -> row.get("person", Long.class));
    }

    /**
     * What was said, oldest first: the newest before a message, or the oldest after one.
     *
     * @param words only what has these in it; empty for all
     */
    public List<ChatMessage> messages(
            Conversation conversation, @Nullable Long before, @Nullable Long after, String words, int limit) {
        boolean forwards = after != null;
        List<ChatMessage> found = database.fetch(
                        "select " + MESSAGE + """
                  from chat_message m
                 where m.conversation = ? and m.id > greatest(?, coalesce(cast(? as bigint), 0))
                   and (cast(? as bigint) is null or m.id < cast(? as bigint))
                   and (? = '' or m.kind = 'said' and position(lower(?) in lower(m.text)) > 0)
                 order by m.id %s
                 limit ?""".formatted(forwards ? "asc" : "desc"),
                        conversation.id(),
                        conversation.mine().since(),
                        after,
                        before,
                        before,
                        words,
                        words,
                        limit)
                .map(Conversations::message);
        return forwards ? found : found.reversed();
    }

    /** Those of these messages that are there for a member. */
    public Map<Long, ChatMessage> messages(Conversation conversation, Collection<Long> ids) {
        return byIds(ids).stream()
                .filter(message -> message.conversation() == conversation.id())
                .filter(message -> message.id() > conversation.mine().since())
                .collect(Collectors.toMap(ChatMessage::id, Function.identity()));
    }

    @Override
    public boolean holds(long file) {
        return database.fetchSingle(
                        "select exists (select 1 from chat_message where files @> array[?] and files <> '{}')", file)
                .get(0, Boolean.class);
    }

    @Override
    public boolean shows(long file, long person) {
        return database.fetchSingle("""
                        select exists (
                            select 1 from chat_message m
                              join conversation_member me
                                on me.conversation = m.conversation and me.person = ? and m.id > me.since
                             where m.files @> array[?] and m.files <> '{}')""", person, file).get(0, Boolean.class);
    }

    private List<Conversation> whole(long person, List<? extends Record> rows) {
        Map<Long, ChatMessage> last = byIds(rows.stream()
                        .map(row -> row.get("last_message", Long.class))
                        .filter(Objects::nonNull)
                        .toList())
                .stream()
                .collect(Collectors.toMap(ChatMessage::conversation, Function.identity()));
        Map<Long, List<Member>> members =
                membersOf(rows.stream().map(row -> row.get("id", Long.class)).toList());
        List<Conversation> whole = new ArrayList<>();
        for (Record row : rows) {
            List<Member> all = members.getOrDefault(row.get("id", Long.class), List.of());
            whole.add(new Conversation(
                    row.get("id", Long.class),
                    row.get("title", String.class),
                    all,
                    all.stream()
                            .filter(member -> member.person() == person)
                            .findFirst()
                            .orElseThrow(),
                    row.get("last_at", Instant.class),
                    last.get(row.get("id", Long.class)),
                    row.get("unread", Integer.class),
                    row.get("mentioned", Boolean.class)));
        }
        return whole;
    }

    private Map<Long, List<Member>> membersOf(List<Long> conversations) {
        return database.fetch("""
                        select conversation, person, since, read_up_to, keeper, muted from conversation_member
                         where conversation = any(?) order by person""", (Object) conversations.toArray(Long[]::new))
                .intoGroups(
                        row -> row.get("conversation", Long.class),
                        row -> new Member(
                                row.get("person", Long.class),
                                row.get("since", Long.class),
                                row.get("read_up_to", Long.class),
                                row.get("keeper", Boolean.class),
                                row.get("muted", Boolean.class)));
    }

    private List<ChatMessage> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.fetch("select " + MESSAGE + " from chat_message m where m.id = any(?)", (Object)
                                ids.toArray(Long[]::new))
                        .map(Conversations::message);
    }

    static ChatMessage message(Record row) {
        String object = row.get("object", String.class);
        return new ChatMessage(
                row.get("id", Long.class),
                row.get("conversation", Long.class),
                row.get("author", Long.class),
                row.get("at", Instant.class),
                Kind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
                row.get("text", String.class),
                List.of(row.get("people", Long[].class)),
                object == null ? null : new Link(object, row.get("record_id", Long.class)),
                List.of(row.get("files", Long[].class)),
                row.get("answers", Long.class),
                row.get("taken_back_at", Instant.class) != null);
    }
}
