package hengke.kernel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.Settings;
import hengke.testing.SettableClock;
import hengke.testing.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Mails on a real SMTP server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailTest {
    private static final Mail HELLO =
            new Mail("ben@example.com", "邀请\r\nBcc: eve@example.com", "请点击 https://crm/x 。\n第二行");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock("2026-11-22T09:00:00Z");
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private TestDatabase database;
    private SecretBox box;
    private Settings settings;
    private Mailer mailer;
    private MailQueue queue;

    @BeforeEach
    void start() {
        server.start();
        server.setUser("crm@example.com", "crm", "geheim-123");
        database = TestDatabase.migrated();
        box = new SecretBox(folder.resolve("settings.key"));
        settings = new Settings(database.dsl(), box, clock);
        mailer = new Mailer(settings, box, clock);
        queue = new MailQueue(database.dsl(), settings, box, _ -> Optional.empty(), clock);
    }

    @AfterEach
    void stop() {
        server.stop();
        database.close();
    }

    private void account(String host, int port, String security, String password) {
        Map.of(
                        "mail.host",
                        "\"" + host + "\"",
                        "mail.port",
                        "" + port,
                        "mail.security",
                        "\"" + security + "\"",
                        "mail.user",
                        "\"crm\"",
                        "mail.from",
                        "\"crm@example.com\"",
                        "mail.fromName",
                        "\"恒客\"",
                        "mail.password",
                        box.seal("mail.password", JsonMapper.shared().readTree("\"" + password + "\""))
                                .toString())
                .forEach((name, value) -> database.dsl()
                        .execute(
                                "insert into setting values (?, cast(? as jsonb)) on conflict (name) do update set value = excluded.value",
                                name,
                                value));
        database.dsl().execute("update settings_version set version = version + 1");
        settings.mayHaveMissed();
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private void queued(Mail mail) {
        database.dsl().transaction(transaction -> mailer.send(transaction.dsl(), mail));
    }

    @Test
    void a_mail_that_was_promised_arrives_once_and_leaves_nothing_of_what_it_says() throws Exception {
        account("127.0.0.1", port(), "none", "geheim-123");
        queued(HELLO);
        assertThat(database.dsl().fetch("select * from mail_queue").format()).doesNotContain("https://crm/x");
        queue.sendDue();
        queue.sendDue();
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("邀请 Bcc: eve@example.com");
        assertThat(received[0].getContent().toString()).contains("https://crm/x", "第二行");
        assertThat(received[0].getFrom()[0].toString()).contains("crm@example.com");
        assertThat(received[0].getAllRecipients()).hasSize(1);
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(database.dsl().fetchValue("select content from mail_queue")).isNull();
    }

    @Test
    void a_promise_in_a_transaction_that_fails_is_none() {
        account("127.0.0.1", port(), "none", "geheim-123");
        assertThatThrownBy(() -> database.dsl().transaction(transaction -> {
                    mailer.send(transaction.dsl(), HELLO);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        queue.sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void without_an_account_nothing_is_promised() {
        assertThat(mailer.ready()).isFalse();
        assertThatThrownBy(() -> queued(HELLO)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> mailer.sendNow(HELLO))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().field()).isEqualTo("mail.host"));
    }

    @Test
    void while_the_server_is_away_a_mail_waits_longer_and_longer_is_parked_and_can_be_sent_by_hand() {
        account("127.0.0.1", port(), "none", "geheim-123");
        int port = port();
        server.stop();
        queued(HELLO);
        for (int attempt = 1; attempt <= 7; attempt++) {
            queue.sendDue();
            assertThat(queue.stuck())
                    .singleElement()
                    .extracting(MailQueue.Stuck::attempts)
                    .isEqualTo(attempt);
            clock.advance(Duration.ofHours(25));
        }
        MailQueue.Stuck stuck = queue.stuck().getFirst();
        assertThat(stuck.parked()).isTrue();
        assertThat(KeptMessage.in(stuck.error(), Language.CHINESE)).contains("连不上");
        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            again.setUser("crm@example.com", "crm", "geheim-123");
            assertThat(queue.again(stuck.id())).isTrue();
            queue.sendDue();
            assertThat(again.getReceivedMessages()).hasSize(1);
        } finally {
            again.stop();
        }
        assertThat(queue.stuck()).isEmpty();
    }

    @Test
    void what_went_wrong_is_said_in_words_at_the_setting_to_look_at() throws IOException {
        account("127.0.0.1", port(), "none", "falsch");
        assertThat(refused()).isEqualTo("mail.password");
        account("no-such-host.invalid", port(), "none", "geheim-123");
        assertThat(refused()).isEqualTo("mail.host");
        account("127.0.0.1", port(), "tls", "geheim-123");
        assertThat(refused()).isEqualTo("mail.security");
        try (ServerSocket closed = new ServerSocket(0)) {
            int port = closed.getLocalPort();
            closed.close();
            account("127.0.0.1", port, "none", "geheim-123");
            assertThat(refused()).isEqualTo("mail.port");
        }
    }

    @Test
    void what_a_stranger_answers_is_not_repeated() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (Socket caller = stranger.accept()) {
                    caller.getOutputStream().write("SECRET-BANNER of an inner service\r\n".getBytes());
                    caller.getOutputStream().flush();
                } catch (IOException e) {
                    // the test is over
                }
            });
            account("127.0.0.1", stranger.getLocalPort(), "none", "geheim-123");
            assertThatThrownBy(() -> mailer.sendNow(HELLO)).isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> {
                String said = refusal.errors().getFirst().message().in(Language.ENGLISH);
                assertThat(said).doesNotContain("SECRET").contains("no mail server");
            });
        }
    }

    private String refused() {
        try {
            mailer.sendNow(HELLO);
            return "sent";
        } catch (Refusal.Invalid refusal) {
            return refusal.errors().getFirst().field();
        }
    }
}
