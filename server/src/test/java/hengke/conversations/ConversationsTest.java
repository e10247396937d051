package hengke.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.EventStream;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What colleagues say reaches those in the conversation and nobody else, and what is new is right everywhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConversationsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final SettableClock CLOCK = new SettableClock("2026-11-30T02:00:00Z");
    private static RunningApplication application;
    private static RunningApplication otherNode;
    private static ApiClient admin;
    private static ApiClient eve;
    private static ApiClient tom;
    private static ApiClient ben;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        otherNode = application.anotherNode();
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        eve = person("eve", "苏晴");
        tom = person("tom", "汤姆");
        ben = person("ben", "本杰明");
    }

    private static ApiClient person(String login, String name) {
        admin.post("/api/users", """
                        {"login":"%s","name":"%s","password":"%s"}""".formatted(login, name, PASSWORD)).expect(201);
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        application.close();
    }

    @Test
    void two_who_begin_at_once_have_one_conversation() {
        List<CompletableFuture<Long>> begun = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ApiClient one = i % 2 == 0 ? eve : ben;
            long other = id(i % 2 == 0 ? ben : eve);
            begun.add(CompletableFuture.supplyAsync(() -> with(one, other)));
        }
        assertThat(begun.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void nobody_else_knows_of_it_and_neither_do_administrators() {
        long id = with(eve, id(tom));
        long message = say(eve, id, "只告诉你").expect(201).number("/id");
        for (ApiClient stranger : List.of(ben, admin)) {
            stranger.get("/api/conversations/" + id).expect(404);
            stranger.get("/api/conversations/" + id + "/messages").expect(404);
            say(stranger, id, "我也在").expect(404);
            stranger.patch("/api/conversations/" + id, "{\"muted\":true}").expect(404);
            stranger.send("PUT", "/api/conversations/" + id + "/read", "{\"upTo\":" + message + "}")
                    .expect(404);
            stranger.post("/api/conversations/" + id + "/members", "{\"people\":[%d]}".formatted(id(ben)))
                    .expect(404);
            stranger.delete("/api/conversations/" + id + "/members/" + id(tom)).expect(404);
            takeBack(stranger, id, message).expect(404);
            assertThat(stranger.get("/api/conversations").body().toString()).doesNotContain("只告诉你");
        }
        takeBack(tom, id, message).expect(404);
        admin.post("/api/session/view-as", "{\"user\":%d}".formatted(id(eve))).expect(204);
        try {
            assertThat(admin.get("/api/conversations").expect(403).text("/code"))
                    .isEqualTo("viewingAs");
            admin.get("/api/conversations/" + id + "/messages").expect(403);
        } finally {
            admin.signIn("admin", PASSWORD);
        }
    }

    @Test
    void what_is_new_is_counted_until_it_is_read_and_the_author_sees_who_has() {
        long id = group(eve, "未读", tom, ben);
        read(tom, id);
        long before = tom.get("/api/conversations/unread").number("/unread");
        say(eve, id, "一").expect(201);
        long last = say(eve, id, "二 @汤姆").expect(201).number("/id");
        assertThat(line(tom, id).get("unread").asInt()).isEqualTo(2);
        assertThat(line(tom, id).get("mentioned").asBoolean()).isTrue();
        assertThat(line(ben, id).get("mentioned").asBoolean()).isFalse();
        assertThat(line(eve, id).get("unread").asInt()).isZero();
        assertThat(tom.get("/api/conversations/unread").number("/unread")).isEqualTo(before + 2);
        await().until(() -> tom.get("/api/notifications").body().toString().contains("苏晴 在会话中提到了您"));
        assertThat(ben.get("/api/notifications").body().toString()).doesNotContain("在会话中提到了您");

        read(tom, id, last);
        read(tom, id, last - 1);
        assertThat(line(tom, id).get("unread").asInt()).isZero();
        assertThat(readUpTo(eve, id, tom)).isEqualTo(last);
        assertThat(readUpTo(eve, id, ben)).isLessThan(last);

        tom.patch("/api/conversations/" + id, "{\"muted\":true}").expect(200);
        say(eve, id, "三").expect(201);
        assertThat(tom.get("/api/conversations/unread").number("/unread")).isEqualTo(before);
        assertThat(line(tom, id).get("unread").asInt()).isOne();
    }

    @Test
    void open_pages_hear_of_it_on_every_node_and_others_do_not() {
        long id = with(eve, id(tom));
        ApiClient tomElsewhere = new ApiClient(otherNode).signIn("tom", PASSWORD);
        try (EventStream there = tomElsewhere.listen();
                EventStream stranger = ben.listen()) {
            there.next("catalog");
            stranger.next("catalog");
            say(eve, id, "听得到吗").expect(201);
            assertThat(there.next("conversation").get("id").asLong()).isEqualTo(id);
            long group = group(eve, "给本杰明", ben);
            assertThat(stranger.next("conversation").get("id").asLong()).isEqualTo(group);
        }
    }

    @Test
    void many_at_once_are_all_kept_and_read_up_to_passes_over_none() {
        long id = group(eve, "同时", tom, ben);
        List<CompletableFuture<Void>> speakers = new ArrayList<>();
        for (ApiClient each : List.of(eve, tom)) {
            speakers.add(CompletableFuture.runAsync(() ->
                    IntStream.range(0, 20).forEach(i -> say(each, id, "第 " + i).expect(201))));
        }
        List<Long> heard = new ArrayList<>();
        long after = 0;
        boolean over;
        do {
            over = speakers.stream().allMatch(CompletableFuture::isDone);
            JsonNode found = ben.get("/api/conversations/" + id + "/messages?after=" + after)
                    .expect(200)
                    .body()
                    .get("items");
            for (JsonNode message : found) {
                heard.add(message.get("id").asLong());
                after = message.get("id").asLong();
            }
        } while (!over);
        speakers.forEach(CompletableFuture::join);
        assertThat(heard).isSorted().doesNotHaveDuplicates().hasSize(1 + 40);
    }

    @Test
    void whoever_comes_reads_from_then_on_and_whoever_goes_reads_nothing() {
        long id = group(eve, "来去", tom);
        long old = say(eve, id, "之前说的").expect(201).number("/id");
        eve.post("/api/conversations/" + id + "/members", "{\"people\":[%d]}".formatted(id(ben)))
                .expect(200);
        say(eve, id, "之后说的").expect(201);
        assertThat(texts(ben, id)).containsExactly("之后说的");
        assertThat(ben.get("/api/conversations/" + id + "/messages?q=之前").body().get("items"))
                .isEmpty();
        assertThat(ben.post("/api/conversations/" + id + "/messages", "{\"text\":\"？\",\"answers\":%d}".formatted(old))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("answers");

        assertThat(tom.delete("/api/conversations/" + id + "/members/" + id(ben))
                        .expect(403)
                        .text("/code"))
                .isEqualTo("forbidden");
        eve.delete("/api/conversations/" + id + "/members/" + id(ben)).expect(204);
        ben.get("/api/conversations/" + id + "/messages").expect(404);
        eve.delete("/api/conversations/" + id + "/members/" + id(eve)).expect(204);
        tom.patch("/api/conversations/" + id, "{\"title\":\"没有群主了\"}").expect(200);
        assertThat(tom.get("/api/conversations/" + id).text("/title")).isEqualTo("没有群主了");
    }

    @Test
    void a_message_can_be_taken_back_for_two_minutes_and_leaves_nothing() {
        long id = with(eve, id(tom));
        long file = eve.upload("/api/files", "价格.txt", "机密价格").expect(201).number("/id");
        long message = eve.post(
                        "/api/conversations/" + id + "/messages", "{\"text\":\"发错了\",\"files\":[%d]}".formatted(file))
                .expect(201)
                .number("/id");
        takeBack(eve, id, message).expect(204);
        JsonNode left = tom.get("/api/conversations/" + id + "/messages").body().get("items");
        assertThat(left.toString()).doesNotContain("发错了", "价格.txt").contains("\"takenBack\":true");
        eve.get("/api/files/" + file).expect(404);

        long late = say(eve, id, "来不及了").expect(201).number("/id");
        CLOCK.advance(Duration.ofMinutes(3));
        assertThat(takeBack(eve, id, late).expect(409).text("/code")).isEqualTo("tooLate");
    }

    @Test
    void files_are_for_members_and_only_ones_own_can_be_sent() {
        long id = with(eve, id(tom));
        long file = eve.upload("/api/files", "方案.txt", "内部方案").expect(201).number("/id");
        tom.post("/api/conversations/" + id + "/messages", "{\"files\":[%d]}".formatted(file))
                .expect(422);
        eve.post("/api/conversations/" + id + "/messages", "{\"files\":[%d]}".formatted(file))
                .expect(201);
        tom.get("/api/files/" + file).expect(200);
        eve.get("/api/files/" + file).expect(200);
        ben.get("/api/files/" + file).expect(404);
        admin.get("/api/files/" + file).expect(404);
        admin.post("/api/session/view-as", "{\"user\":%d}".formatted(id(eve))).expect(204);
        try {
            admin.get("/api/files/" + file).expect(404);
        } finally {
            admin.signIn("admin", PASSWORD);
        }
    }

    @Test
    void a_record_is_named_to_those_who_may_see_it() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"杭州湖畔机密客户\"}")
                .expect(201)
                .number("/id");
        long id = with(admin, id(tom));
        String card = "{\"record\":{\"object\":\"customer\",\"id\":%d}}".formatted(customer);
        admin.post("/api/conversations/" + id + "/messages", card).expect(201);
        assertThat(admin.get("/api/conversations/" + id + "/messages").body().toString())
                .contains("湖畔机密");
        JsonNode seen = tom.get("/api/conversations/" + id + "/messages").body();
        assertThat(seen.toString()).doesNotContain("湖畔机密").contains("\"record\":{\"object\":\"customer\"");
        assertThat(tom.post("/api/conversations/" + id + "/messages", card)
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("record");
    }

    @Test
    void whoever_has_left_the_company_is_not_written_to() {
        ApiClient gone = person("gone", "离职者");
        long id = with(eve, id(gone));
        say(eve, id, "在吗").expect(201);
        admin.patch("/api/users/" + id(gone), "{\"active\":false}").expect(200);
        assertThat(say(eve, id, "还在吗").expect(409).text("/code")).isEqualTo("colleagueLeft");
        eve.post("/api/conversations", "{\"title\":\"群\",\"people\":[%d]}".formatted(idOf("gone")))
                .expect(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | person",
                "{\"title\":\"群\"} | people",
                "{\"title\":\"群\",\"people\":[999999]} | people",
                "{\"person\":999999} | people",
                "{\"person\":1,\"title\":\"群\"} | person",
                "{\"titel\":\"群\",\"person\":1} | titel",
            })
    void what_cannot_be_begun_is_refused_at_its_field(String body, String field) {
        assertThat(eve.post("/api/conversations", body).expect(422).text("/errors/0/field"))
                .isEqualTo(field);
    }

    @Test
    void an_empty_or_too_long_message_is_refused() {
        long id = with(eve, id(tom));
        say(eve, id, "  ").expect(422);
        say(eve, id, "长".repeat(5_001)).expect(422);
        say(eve, id, "长".repeat(5_000)).expect(201);
    }

    @Test
    void older_messages_come_page_by_page_and_are_found_by_words() {
        long id = group(eve, "翻页", tom);
        IntStream.range(0, 60).forEach(i -> say(eve, id, "第" + i + "条").expect(201));
        Answer newest = tom.get("/api/conversations/" + id + "/messages").expect(200);
        assertThat(newest.body().get("items")).hasSize(50);
        long first = newest.number("/items/0/id");
        Answer older = tom.get("/api/conversations/" + id + "/messages?before=" + first)
                .expect(200);
        assertThat(older.body().get("items")).hasSize(11);
        assertThat(older.body().get("more").asBoolean()).isFalse();
        assertThat(texts(tom, id, "?q=第7条")).containsExactly("第7条");
        assertThat(texts(tom, id, "?q=%25")).isEmpty();
    }

    @Test
    void what_was_said_is_found_in_all_ones_own_conversations_and_in_no_others() {
        long group = group(eve, "中标项目组", tom);
        say(eve, group, "投标保证金什么时候退？Deposit").expect(201);
        long again = say(tom, group, "保证金下周退回").expect(201).number("/id");
        long direct = with(tom, id(ben));
        say(tom, direct, "保证金的事只跟你说").expect(201);
        assertThat(found(eve, "保证金")).containsExactly("保证金下周退回", "投标保证金什么时候退？Deposit");
        assertThat(found(tom, "保证金")).hasSize(3).first().isEqualTo("保证金的事只跟你说");
        assertThat(found(ben, "保证金")).containsExactly("保证金的事只跟你说");
        assertThat(found(admin, "保证金")).isEmpty();
        assertThat(found(eve, "deposit 投标")).hasSize(1);
        assertThat(found(eve, "deposit 下周")).isEmpty();
        assertThat(found(eve, "金")).as("one character").isEmpty();
        assertThat(found(eve, "%25")).isEmpty();
        assertThat(found(eve, "")).isEmpty();
        JsonNode told =
                eve.get("/api/conversations/found?q=保证金").expect(200).body().at("/messages/0");
        assertThat(told.at("/conversation/label").asString()).isEqualTo("中标项目组");
        assertThat(told.at("/author/label").asString()).isEqualTo("汤姆");

        takeBack(tom, group, again).expect(204);
        assertThat(found(eve, "保证金")).containsExactly("投标保证金什么时候退？Deposit");
        tom.delete("/api/conversations/" + group + "/members/" + id(tom)).expect(204);
        assertThat(found(tom, "保证金")).containsExactly("保证金的事只跟你说");
    }

    @Test
    void conversations_are_found_by_their_names() {
        long group = group(eve, "年会筹备", tom);
        say(eve, group, "先定地方").expect(201);
        say(eve, with(eve, id(tom)), "在吗").expect(201);
        assertThat(eve.get("/api/conversations/found?q=年会")
                        .expect(200)
                        .body()
                        .at("/conversations/0/id")
                        .asLong())
                .isEqualTo(group);
        assertThat(eve.get("/api/conversations/found?q=汤姆")
                        .expect(200)
                        .body()
                        .at("/conversations/0/person/label")
                        .asString())
                .isEqualTo("汤姆");
        assertThat(ben.get("/api/conversations/found?q=年会").expect(200).body().get("conversations"))
                .isEmpty();
    }

    @Test
    void what_was_said_before_messages_had_pieces_is_found_too() {
        long group = group(eve, "旧消息", tom);
        long old = say(eve, group, "押金条款").expect(201).number("/id");
        application.bean(DSLContext.class).execute("update chat_message set grams = null where id = ?", old);
        assertThat(found(tom, "押金")).containsExactly("押金条款");
    }

    private static List<String> found(ApiClient one, String words) {
        return one.get("/api/conversations/found?q=" + words.replace(" ", "%20"))
                .expect(200)
                .body()
                .get("messages")
                .valueStream()
                .map(message -> message.get("text").asString())
                .toList();
    }

    private static long with(ApiClient one, long other) {
        return one.post("/api/conversations", "{\"person\":%d}".formatted(other))
                .expect(201)
                .number("/id");
    }

    private static long group(ApiClient keeper, String title, ApiClient... others) {
        String people = String.join(
                ",", Arrays.stream(others).map(one -> Long.toString(id(one))).toList());
        return keeper.post("/api/conversations", "{\"title\":\"%s\",\"people\":[%s]}".formatted(title, people))
                .expect(201)
                .number("/id");
    }

    private static Answer say(ApiClient one, long conversation, String text) {
        return one.post("/api/conversations/" + conversation + "/messages", "{\"text\":\"%s\"}".formatted(text));
    }

    private static Answer takeBack(ApiClient one, long conversation, long message) {
        return one.post("/api/conversations/%d/messages/%d/take-back".formatted(conversation, message), "{}");
    }

    private static void read(ApiClient one, long conversation) {
        read(
                one,
                conversation,
                one.get("/api/conversations/" + conversation + "/messages").number("/items/0/id"));
    }

    private static void read(ApiClient one, long conversation, long upTo) {
        one.send("PUT", "/api/conversations/" + conversation + "/read", "{\"upTo\":" + upTo + "}")
                .expect(204);
    }

    private static JsonNode line(ApiClient one, long conversation) {
        for (JsonNode line : one.get("/api/conversations").expect(200).body().get("items")) {
            if (line.get("id").asLong() == conversation) {
                return line;
            }
        }
        throw new AssertionError("not in the list: " + conversation);
    }

    private static long readUpTo(ApiClient one, long conversation, ApiClient reader) {
        for (JsonNode member :
                one.get("/api/conversations/" + conversation).expect(200).body().get("members")) {
            if (member.get("id").asLong() == id(reader)) {
                return member.get("readUpTo").asLong();
            }
        }
        throw new AssertionError("no member");
    }

    private static List<String> texts(ApiClient one, long conversation) {
        return texts(one, conversation, "");
    }

    private static List<String> texts(ApiClient one, long conversation, String query) {
        List<String> texts = new ArrayList<>();
        one.get("/api/conversations/" + conversation + "/messages" + query)
                .expect(200)
                .body()
                .get("items")
                .forEach(message -> {
                    if (message.get("kind").asString().equals("said")) {
                        texts.add(message.get("text").asString());
                    }
                });
        return texts;
    }

    private static long id(ApiClient one) {
        return one.get("/api/session").number("/user/id");
    }

    private static long idOf(String login) {
        for (JsonNode user : admin.get("/api/users").expect(200).body().get("items")) {
            if (user.get("login").asString().equals(login)) {
                return user.get("id").asLong();
            }
        }
        throw new AssertionError(login);
    }
}
