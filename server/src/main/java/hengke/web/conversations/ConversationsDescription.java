package hengke.web.conversations;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes conversations. */
@Component
@Order(71)
final class ConversationsDescription implements ApiPart {
    private static final Schema IDS = Schema.listOf(Schema.id());

    @Override
    public void describe(Description api) {
        Section section = api.section("会话", "Conversations");
        Schema whole = api.schema("Conversation", RecordShape.of(ConversationJson.WholeJson.class));
        Schema message = api.schema("ChatMessage", RecordShape.of(ConversationJson.MessageJson.class));
        section.get("/api/conversations", "我的会话，最近的在前", "One's conversations, the latest first")
                .query("after", Schema.text())
                .answers(api.schema("Conversations", RecordShape.of(ConversationsController.ListJson.class)));
        section.get("/api/conversations/unread", "未读消息数（不含免打扰，至多 100）", "How many messages are new, at most 100")
                .answers(RecordShape.of(ConversationsController.UnreadJson.class));
        section.get("/api/conversations/found", "在我的全部会话中查找", "Search all of one's conversations")
                .explained(
                        "消息新的在前，含全部所查词语，至少两个字；before 往前翻。conversations 为名称相符的会话。",
                        "Messages with all the words, two characters at least, the newest first; before goes back."
                                + " conversations: those whose name fits.")
                .query("q", Schema.text())
                .query("before", Schema.id())
                .answers(api.schema("FoundMessages", RecordShape.of(ConversationsController.FoundPageJson.class)));
        section.post("/api/conversations", "与同事单聊，或新建群聊", "Talk with a colleague, or make a group")
                .explained(
                        "给 person 得到与此人的单聊（没有则新建）；给 title 与 people 新建群聊。",
                        "With person: the conversation with them, begun if there is none; with title and people: a new group.")
                .body(Shape.body()
                        .maybe("person", Schema.id())
                        .maybe("title", Schema.text(ConversationsController.TITLE.maxLength()))
                        .maybe("people", IDS))
                .creates(whole);
        section.get("/api/conversations/{id}", "一个会话及其成员", "One conversation with its members")
                .answers(whole);
        section.patch("/api/conversations/{id}", "改群名（群主）、免打扰", "Name a group (its keeper), mute it")
                .body(Shape.body()
                        .maybe("title", Schema.text(ConversationsController.TITLE.maxLength()))
                        .maybe("muted", Schema.flag()))
                .answers(whole);
        section.post(
                        "/api/conversations/{id}/members",
                        "拉人入群；只看得到之后的消息",
                        "Add people, who read what is said from now on")
                .body(Shape.body().with("people", IDS))
                .answers(whole);
        section.delete(
                        "/api/conversations/{id}/members/{person}",
                        "退出群聊，或移出成员（群主）",
                        "Leave, or send somebody away (its keeper)")
                .answersNothing();
        section.get("/api/conversations/{id}/messages", "消息，旧的在前", "Messages, the oldest first")
                .explained(
                        "不带参数为最新的 50 条；before 往前翻，after 往后取，q 在会话内查找。",
                        "The newest 50; before goes back, after goes on, q searches within the conversation.")
                .query("before", Schema.id())
                .query("after", Schema.id())
                .query("q", Schema.text())
                .answers(api.schema("ChatMessages", RecordShape.of(ConversationsController.MessagesJson.class)));
        section.post("/api/conversations/{id}/messages", "发消息", "Say something")
                .body(Shape.body()
                        .maybe("text", Schema.text(ConversationsController.TEXT.maxLength()))
                        .maybe("files", IDS)
                        .maybe(
                                "record",
                                Shape.body().with("object", Schema.text()).with("id", Schema.id()))
                        .maybe("answers", Schema.id()))
                .creates(message);
        section.post(
                        "/api/conversations/{id}/messages/{message}/take-back",
                        "撤回（2 分钟内）",
                        "Take one's message back within two minutes")
                .answersNothing();
        section.put("/api/conversations/{id}/read", "读到哪一条", "Say how far one has read")
                .body(Shape.body().with("upTo", Schema.id()))
                .answersNothing();
    }
}
