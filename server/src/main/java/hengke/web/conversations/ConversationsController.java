package hengke.web.conversations;

import hengke.conversations.ChatMessage;
import hengke.conversations.Conversation;
import hengke.conversations.Conversations;
import hengke.conversations.FindMessages;
import hengke.conversations.Gatherings;
import hengke.conversations.Talk;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.conversations.ConversationJson.FoundJson;
import hengke.web.conversations.ConversationJson.LineJson;
import hengke.web.conversations.ConversationJson.MessageJson;
import hengke.web.conversations.ConversationJson.WholeJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What colleagues say to each other; to whoever is no member a conversation is not there. */
@RestController
@RequestMapping("/api/conversations")
final class ConversationsController {
    static final TextualType TEXT = new TextualType(TextualType.Form.LONG_TEXT, 5_000);
    static final TextualType TITLE = new TextualType(TextualType.Form.TEXT, 60);
    static final int MOST_FILES = 20;
    private static final TextualType WORD = new TextualType(TextualType.Form.TEXT, 60);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();
    private static final int PAGE = 30;
    private static final int MESSAGES = 50;

    private final Conversations conversations;
    private final FindMessages find;
    private final Gatherings gatherings;
    private final Talk talk;
    private final ConversationJson json;

    ConversationsController(
            Conversations conversations, FindMessages find, Gatherings gatherings, Talk talk, ConversationJson json) {
        this.conversations = conversations;
        this.find = find;
        this.gatherings = gatherings;
        this.talk = talk;
        this.json = json;
    }

    /** @param next continues the list; null at its end */
    record ListJson(List<LineJson> items, @Nullable String next) {}

    /**
     * @param conversations whose name was typed
     * @param more whether older messages were found too
     */
    record FoundPageJson(List<LineJson> conversations, List<FoundJson> messages, boolean more) {}

    /** @param unread in all conversations but the muted ones, at most 100 */
    record UnreadJson(long unread) {}

    /** @param more whether there is more in that direction */
    record MessagesJson(List<MessageJson> items, boolean more) {}

    @GetMapping
    ListJson list(Actor actor, @RequestParam(name = "after", required = false) @Nullable Long after) {
        List<Conversation> found = conversations.page(actor.user(), after, PAGE);
        return new ListJson(
                found.stream().map(json::line).toList(),
                found.size() == PAGE ? Long.toString(found.getLast().id()) : null);
    }

    @GetMapping("/unread")
    UnreadJson unread(Actor actor) {
        return new UnreadJson(conversations.unread(actor.user()));
    }

    /** What was said anywhere, the newest first, and conversations by their names. */
    @GetMapping("/found")
    FoundPageJson found(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "before", required = false) @Nullable Long before) {
        List<ChatMessage> messages = find.said(actor.user(), words, before, MESSAGES);
        return new FoundPageJson(
                before == null
                        ? find.named(actor.user(), words).stream()
                                .map(json::line)
                                .toList()
                        : List.of(),
                json.found(
                        messages,
                        conversations.of(
                                actor.user(),
                                messages.stream()
                                        .map(ChatMessage::conversation)
                                        .distinct()
                                        .toList()),
                        words),
                messages.size() == MESSAGES);
    }

    /** With one colleague: the conversation there is, or a new one; with a title: a new group. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WholeJson begin(Actor actor, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        Optional<Long> colleague = body.optional("person", ID);
        Optional<String> title = body.optional("title", TITLE);
        Set<Long> people = Set.copyOf(body.list("people", ID));
        if (colleague.isEmpty() == title.isEmpty()) {
            body.refuse("person", Message.of("conversation.oneOrGroup"));
        } else if (title.isPresent() == people.isEmpty()) {
            body.refuse("people", Message.of(people.isEmpty() ? "web.required" : "conversation.oneOrGroup"));
        }
        body.done();
        return whole(
                actor,
                colleague.isPresent()
                        ? gatherings.with(actor, colleague.get())
                        : gatherings.group(actor, title.orElseThrow(), people));
    }

    @GetMapping("/{id}")
    WholeJson one(Actor actor, @PathVariable("id") long id) {
        return whole(actor, id);
    }

    @PatchMapping("/{id}")
    WholeJson change(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        seen(actor, id);
        Body body = new Body(asked);
        Optional<String> title = body.mentions("title") ? body.required("title", TITLE) : Optional.empty();
        Optional<Boolean> muted = body.optional("muted", FLAG);
        body.done();
        title.ifPresent(next -> gatherings.rename(actor, id, next));
        muted.ifPresent(next -> talk.mute(actor, id, next));
        return whole(actor, id);
    }

    @PostMapping("/{id}/members")
    WholeJson add(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        seen(actor, id);
        Body body = new Body(asked);
        Set<Long> people = Set.copyOf(body.list("people", ID));
        if (people.isEmpty()) {
            body.refuse("people", Message.of("web.required"));
        }
        body.done();
        gatherings.add(actor, id, people);
        return whole(actor, id);
    }

    @DeleteMapping("/{id}/members/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable("id") long id, @PathVariable("person") long person) {
        gatherings.remove(actor, id, person);
    }

    @GetMapping("/{id}/messages")
    MessagesJson messages(
            Actor actor,
            @PathVariable("id") long id,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            @RequestParam(name = "after", required = false) @Nullable Long after,
            @RequestParam(name = "q", defaultValue = "") String words) {
        Conversation conversation = seen(actor, id);
        List<ChatMessage> found = conversations.messages(conversation, before, after, words.strip(), MESSAGES);
        return new MessagesJson(told(actor, conversation, found), found.size() == MESSAGES);
    }

    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    MessageJson say(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        seen(actor, id);
        Body body = new Body(asked);
        ChatMessage.Draft draft = new ChatMessage.Draft(
                body.optional("text", TEXT).orElse(""),
                body.list("files", ID),
                body.inside("record").flatMap(ConversationsController::link).orElse(null),
                body.optional("answers", ID).orElse(null));
        if (draft.files().size() > MOST_FILES) {
            body.refuse("files", Message.of("conversation.tooManyFiles", MOST_FILES));
        }
        body.done();
        long said = talk.say(actor, id, draft);
        Conversation conversation = seen(actor, id);
        return told(
                        actor,
                        conversation,
                        List.copyOf(conversations
                                .messages(conversation, List.of(said))
                                .values()))
                .getFirst();
    }

    @PostMapping("/{id}/messages/{message}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Actor actor, @PathVariable("id") long id, @PathVariable("message") long message) {
        talk.takeBack(actor, id, message);
    }

    /** Says how far one has read. */
    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        seen(actor, id);
        Body body = new Body(asked);
        Optional<Long> upTo = body.required("upTo", ID);
        body.done();
        talk.read(actor, id, upTo.orElseThrow());
    }

    private List<MessageJson> told(Actor actor, Conversation conversation, List<ChatMessage> messages) {
        List<Long> answered = messages.stream()
                .map(ChatMessage::answers)
                .filter(Objects::nonNull)
                .toList();
        Map<Long, ChatMessage> before = conversations.messages(conversation, answered);
        return json.messages(actor, messages, before);
    }

    private static Optional<Link> link(Body record) {
        Optional<String> object = record.required("object", WORD);
        Optional<Long> id = record.required("id", ID);
        record.refuseUnasked();
        return object.flatMap(name -> id.map(number -> new Link(name, number)));
    }

    private WholeJson whole(Actor actor, long id) {
        return json.whole(seen(actor, id));
    }

    private Conversation seen(Actor actor, long id) {
        return conversations.find(actor.user(), id).orElseThrow(Refusal.NotFound::new);
    }
}
