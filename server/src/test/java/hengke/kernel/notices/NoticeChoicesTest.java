package hengke.kernel.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.problem.Language;
import hengke.testing.ApiClient;
import hengke.testing.MailRoom;
import hengke.testing.RunningApplication;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People are told by the ways they have chosen; here of mentions in conversations. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeChoicesTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final MailRoom MAILS = new MailRoom();
    private static RunningApplication application;
    private static ApiClient admin;
    private static long group;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        MAILS.connect(admin, "云图");
        person("quiet", "静静", "null");
        person("mailed", "邮邮", "\"mailed@example.com\"");
        person("nowhere", "无址", "null");
        StringBuilder people = new StringBuilder();
        for (String login : new String[] {"quiet", "mailed", "nowhere"}) {
            people.append(people.isEmpty() ? "" : ",")
                    .append(as(login).get("/api/session").number("/user/id"));
        }
        group = admin.post("/api/conversations", "{\"title\":\"群\",\"people\":[%s]}".formatted(people))
                .expect(201)
                .number("/id");
    }

    private static void person(String login, String name, String email) {
        admin.post("/api/users", """
                        {"login":"%s","name":"%s","email":%s,"password":"%s"}""".formatted(login, name, email, PASSWORD)).expect(201);
    }

    @AfterAll
    static void stop() {
        application.close();
        MAILS.close();
    }

    @Test
    void every_kind_has_a_name_in_both_languages() {
        assertThat(NoticeKinds.all())
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(NoticeKinds.name(kind).in(Language.CHINESE))
                        .isNotEqualTo(NoticeKinds.name(kind).in(Language.ENGLISH)));
    }

    @Test
    void what_shall_not_call_stands_in_the_list_and_is_not_new() {
        ApiClient quiet = as("quiet");
        choose(quiet, false, false);
        say("@静静 看一下");
        JsonNode told = quiet.get("/api/notifications").expect(200).body();
        assertThat(told.get("items").toString()).contains("admin 在会话中提到了您");
        assertThat(told.get("unread").asInt()).isZero();

        choose(quiet, true, false);
        say("@静静 再看一下");
        assertThat(quiet.get("/api/notifications").number("/unread")).isOne();
    }

    @Test
    void by_mail_it_comes_once_and_to_nobody_without_an_address() throws Exception {
        choose(as("mailed"), true, true);
        choose(as("nowhere"), true, true);
        as("mailed")
                .patch("/api/session/preferences", "{\"language\":\"en-US\"}")
                .expect(200);
        say("@邮邮 机密内容");
        say("@无址 也看一下");
        MAILS.await(application, "mailed@example.com", 1);
        say("@邮邮 第二次");
        MAILS.await(application, "mailed@example.com", 2);
        assertThat(MAILS.mails("mailed@example.com")).hasSize(2);
        MimeMessage mail = MAILS.mails("mailed@example.com").getFirst();
        assertThat(mail.getSubject()).isEqualTo("admin mentioned you in a conversation");
        assertThat(mail.getContent().toString()).contains("You chose").doesNotContain("机密内容");
        await().until(() -> as("nowhere").get("/api/notifications").number("/unread") == 1);
    }

    @Test
    void only_kinds_there_are_can_be_chosen() {
        ApiClient quiet = as("quiet");
        quiet.send("PUT", "/api/notifications/choices/gossip", "{\"app\":true,\"mail\":true}")
                .expect(404);
        assertThat(quiet.send("PUT", "/api/notifications/choices/task", "{\"app\":true}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("mail");
        JsonNode choices = quiet.get("/api/notifications/choices").expect(200).body();
        assertThat(choices.get("items")).hasSize(NoticeKinds.all().size());
        assertThat(choices.get("address").asBoolean()).isFalse();
        assertThat(choices.get("account").asBoolean()).isTrue();
    }

    private static void choose(ApiClient person, boolean app, boolean mail) {
        person.send("PUT", "/api/notifications/choices/conversation", "{\"app\":%s,\"mail\":%s}".formatted(app, mail))
                .expect(200);
    }

    private static void say(String text) {
        admin.post("/api/conversations/" + group + "/messages", "{\"text\":\"%s\"}".formatted(text))
                .expect(201);
    }

    private static ApiClient as(String login) {
        return new ApiClient(application).signIn(login, PASSWORD);
    }
}
