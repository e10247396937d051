package hengke.web.conversations;

import hengke.conversations.Conversations;
import hengke.conversations.Talk;
import hengke.web.stream.SharedNews;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Members hear that something happened in a conversation. */
@Component
final class ConversationNews implements SharedNews {
    private final Conversations conversations;

    ConversationNews(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public String channel() {
        return Talk.CHANNEL;
    }

    @Override
    public Set<Long> people(long id) {
        return conversations.members(id);
    }
}
