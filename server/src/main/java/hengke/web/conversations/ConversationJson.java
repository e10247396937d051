package hengke.web.conversations;

import hengke.conversations.ChatMessage;
import hengke.conversations.Conversation;
import hengke.conversations.Conversation.Member;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.Link;
import hengke.web.Labelled;
import hengke.web.records.Labels;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations as a member reads them; a record somebody showed has no name for whoever may not see it. */
@Component
final class ConversationJson {
    private static final int PREVIEW = 120;
    private static final int BEFORE = 30;

    private final LiveOrganisation organisation;
    private final Labels labels;

    ConversationJson(LiveOrganisation organisation, Labels labels) {
        this.organisation = organisation;
        this.labels = labels;
    }

    /**
     * One in the list.
     *
     * @param person the other one, between two
     * @param members how many
     * @param unread at most 100
     */
    record LineJson(
            long id,
            @Nullable String title,
            @Nullable Labelled person,
            long members,
            Instant lastAt,
            @Nullable PreviewJson last,
            long unread,
            boolean mentioned,
            boolean muted) {}

    /**
     * The newest message in short.
     *
     * @param text its beginning; null where it has no words
     */
    record PreviewJson(
            Labelled author,
            String kind,
            @Nullable String text,
            List<Labelled> people,
            boolean files,
            boolean record,
            boolean takenBack) {}

    /**
     * Somebody in it.
     *
     * @param active still in the company
     * @param readUpTo the newest message they have read
     */
    record MemberJson(long id, String label, boolean active, boolean keeper, long readUpTo) {}

    /**
     * One that is open.
     *
     * @param keeper whether the reader may name it and send others away
     */
    record WholeJson(
            long id,
            @Nullable String title,
            @Nullable Labelled person,
            List<MemberJson> members,
            boolean keeper,
            boolean muted) {}

    /** A record that is shown with a message; without a label for whoever may not see it. */
    record CardJson(String object, long id, @Nullable String label) {}

    /** A file that was sent. */
    record FileJson(long id, String name, long size, String type) {}

    /** The message that one answers; null where it is gone. */
    record AnsweredJson(long id, Labelled author, @Nullable String text, boolean takenBack) {}

    /**
     * One message.
     *
     * @param kind said, joined, left, named
     * @param record shown with it
     */
    record MessageJson(
            long id,
            Labelled author,
            Instant at,
            String kind,
            @Nullable String text,
            List<Labelled> people,
            @Nullable CardJson record,
            List<FileJson> files,
            @Nullable AnsweredJson answers,
            boolean takenBack) {}

    /**
     * A message that was found.
     *
     * @param conversation where it was said: the name of the group, or the other one
     * @param text what is around the words
     */
    record FoundJson(
            long id,
            Labelled conversation,
            boolean group,
            Labelled author,
            Instant at,
            @Nullable String text) {}

    List<FoundJson> found(List<ChatMessage> messages, List<Conversation> conversations, String words) {
        Organisation now = organisation.get();
        Map<Long, Conversation> byId =
                conversations.stream().collect(Collectors.toMap(Conversation::id, Function.identity()));
        return messages.stream()
                .filter(message -> byId.containsKey(message.conversation())) // left meanwhile
                .map(message -> {
                    Conversation in = Objects.requireNonNull(byId.get(message.conversation()));
                    return new FoundJson(
                            message.id(),
                            new Labelled(in.id(), name(now, in)),
                            !in.direct(),
                            Labelled.person(now, message.author()),
                            message.at(),
                            shortened(around(message.text(), words)));
                })
                .toList();
    }

    private static String name(Organisation now, Conversation conversation) {
        String title = conversation.title();
        Labelled other = other(now, conversation);
        return title != null ? title : other != null ? other.label() : "";
    }

    /** A long text from a little before the first of the words on. */
    private static @Nullable String around(@Nullable String text, String words) {
        if (text == null) {
            return null;
        }
        String first = words.strip().toLowerCase(Locale.ROOT).split("\\s+")[0];
        int at = text.toLowerCase(Locale.ROOT).indexOf(first);
        if (at <= BEFORE) {
            return text;
        }
        int from = at - BEFORE;
        return "…" + text.substring(Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from);
    }

    LineJson line(Conversation conversation) {
        Organisation now = organisation.get();
        return new LineJson(
                conversation.id(),
                conversation.title(),
                other(now, conversation),
                conversation.members().size(),
                conversation.lastAt(),
                preview(now, conversation.last()),
                conversation.unread(),
                conversation.mentioned(),
                conversation.mine().muted());
    }

    WholeJson whole(Conversation conversation) {
        Organisation now = organisation.get();
        boolean kept =
                conversation.members().stream().filter(Member::keeper).anyMatch(member -> active(now, member.person()));
        return new WholeJson(
                conversation.id(),
                conversation.title(),
                other(now, conversation),
                conversation.members().stream()
                        .map(member -> new MemberJson(
                                member.person(),
                                Labelled.person(now, member.person()).label(),
                                active(now, member.person()),
                                member.keeper(),
                                member.readUpTo()))
                        .toList(),
                !conversation.direct() && (conversation.mine().keeper() || !kept),
                conversation.mine().muted());
    }

    /** @param answered the messages that some of these answer */
    List<MessageJson> messages(Actor actor, List<ChatMessage> messages, Map<Long, ChatMessage> answered) {
        Labels.Known known = labels.known(
                actor,
                messages.stream()
                        .map(ChatMessage::about)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                messages.stream()
                        .map(ChatMessage::files)
                        .flatMap(Collection::stream)
                        .toList());
        return messages.stream()
                .map(message -> message(known, message, answered))
                .toList();
    }

    private static MessageJson message(Labels.Known known, ChatMessage message, Map<Long, ChatMessage> answered) {
        Organisation now = known.organisation();
        Link about = message.about();
        ChatMessage before = message.answers() == null ? null : answered.get(message.answers());
        return new MessageJson(
                message.id(),
                Labelled.person(now, message.author()),
                message.at(),
                kind(message),
                message.text(),
                people(now, message.people()),
                about == null ? null : new CardJson(about.object(), about.id(), known.record(about)),
                files(known, message),
                before == null
                        ? null
                        : new AnsweredJson(
                                before.id(),
                                Labelled.person(now, before.author()),
                                shortened(before.text()),
                                before.takenBack()),
                message.takenBack());
    }

    private static List<FileJson> files(Labels.Known known, ChatMessage message) {
        return message.files().stream()
                .map(known::file)
                .filter(file -> file.has("name"))
                .map(file -> new FileJson(
                        file.get("id").asLong(),
                        file.get("name").asString(),
                        file.get("size").asLong(),
                        file.get("type").asString()))
                .toList();
    }

    private static @Nullable PreviewJson preview(Organisation now, @Nullable ChatMessage last) {
        return last == null
                ? null
                : new PreviewJson(
                        Labelled.person(now, last.author()),
                        kind(last),
                        shortened(last.text()),
                        people(now, last.people()),
                        !last.files().isEmpty(),
                        last.about() != null,
                        last.takenBack());
    }

    private static @Nullable Labelled other(Organisation now, Conversation conversation) {
        return conversation
                .other()
                .map(member -> Labelled.person(now, member.person()))
                .orElse(null);
    }

    private static String kind(ChatMessage message) {
        return message.kind().name().toLowerCase(Locale.ROOT);
    }

    private static List<Labelled> people(Organisation now, List<Long> people) {
        return people.stream().map(id -> Labelled.person(now, id)).toList();
    }

    private static boolean active(Organisation now, long id) {
        return now.person(id).filter(Person::active).isPresent();
    }

    private static @Nullable String shortened(@Nullable String text) {
        String plain = Objects.requireNonNullElse(text, "");
        return plain.isBlank()
                ? null
                : plain.codePointCount(0, plain.length()) <= PREVIEW
                        ? plain
                        : plain.substring(0, plain.offsetByCodePoints(0, PREVIEW)) + "…";
    }
}
