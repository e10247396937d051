package hengke.conversations;

import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.text.SearchQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what was said in any of a person's conversations, and conversations by whom they are with. */
@Component
public final class FindMessages {
    private static final int NAMED = 10;

    private final DSLContext database;
    private final Conversations conversations;
    private final LiveOrganisation organisation;

    FindMessages(DSLContext database, Conversations conversations, LiveOrganisation organisation) {
        this.database = database;
        this.conversations = conversations;
        this.organisation = organisation;
    }

    /**
     * Messages a person may read that have all these words in them, the newest first. The index knows two neighbouring
     * characters and more; a single one finds nothing.
     *
     * @param before continues after that message
     */
    public List<ChatMessage> said(long person, String words, @Nullable Long before, int limit) {
        SearchQuery query = SearchQuery.parse(words);
        String[] asked = words(words);
        if (query.isEmpty() || asked.length == 0) {
            return List.of();
        }
        return database.fetch(
                        "select " + Conversations.MESSAGE + """
                          from conversation_member me
                          join chat_message m on m.conversation = me.conversation and m.id > me.since
                         where me.person = ? and m.kind = 'said' and (m.grams @> cast(? as text[]) or m.grams is null)
                           and (cast(? as bigint) is null or m.id < cast(? as bigint))
                           and not exists (select 1 from unnest(cast(? as text[])) word where position(word in lower(m.text)) = 0)
                         order by m.id desc
                         limit ?""",
                        person,
                        query.grams().toArray(String[]::new),
                        before,
                        before,
                        asked,
                        limit)
                .map(Conversations::message);
    }

    /** A person's conversations whose title, or whose other one's name, has these words in it; the latest few. */
    public List<Conversation> named(long person, String words) {
        String folded = words.strip().toLowerCase(Locale.ROOT);
        if (folded.isEmpty()) {
            return List.of();
        }
        Long[] others = organisation.get().people().stream()
                .filter(each -> each.id() != person)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(folded))
                .map(Person::id)
                .toArray(Long[]::new);
        List<Long> ids = database.fetch("""
                        select c.id from conversation_member me join conversation c on c.id = me.conversation
                         where me.person = ? and c.last_message > me.since
                           and (position(? in lower(c.title)) > 0 or c.pair && cast(? as bigint[]))
                         order by c.last_at desc limit ?""", person, folded, others, NAMED).map(row -> row.get("id", Long.class));
        return conversations.of(person, ids);
    }

    private static String[] words(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
