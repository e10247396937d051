package hengke.kernel.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.mail.MailSecurity;
import hengke.kernel.mail.inbox.ReadingTurns.Turn;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SecretBox;
import hengke.testing.SettableClock;
import hengke.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose turn it is, whoever dies in the middle of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingTurnsTest {
    @Test
    void a_mail_is_taken_once_whoever_dies_and_a_sick_mailbox_waits_longer_and_longer(@TempDir Path folder) {
        SettableClock clock = new SettableClock("2026-11-22T09:00:00Z");
        try (TestDatabase database = TestDatabase.migrated()) {
            Mailboxes mailboxes = new Mailboxes(database.dsl(), new SecretBox(folder.resolve("key")), clock);
            ReadingTurns turns = new ReadingTurns(database.dsl(), clock);
            MailboxDraft draft =
                    new MailboxDraft("imap.example", 993, MailSecurity.TLS, "a@b.example", "pw", "INBOX", false, 0);
            mailboxes.save(database.dsl(), "test", 1, draft);
            Turn dead = turns.next().orElseThrow();
            assertThat(turns.next()).isEmpty();
            List<String> kept = new ArrayList<>();
            ReceivedMail mail = mail("eins");
            assertThatThrownBy(() -> turns.take(dead, 7, 5, mail, (_, _) -> {
                        throw new IllegalStateException("killed");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            clock.advance(Duration.ofMinutes(3));
            Turn next = turns.next().orElseThrow();
            take(turns, next, 7, 5, mail, kept);
            take(turns, dead, 7, 5, mail, kept);
            take(turns, next, 7, 6, mail, kept);
            take(turns, next, 8, 1, mail, kept);
            take(turns, next, 8, 2, mail("zwei"), kept);
            assertThat(kept).containsExactly("eins", "zwei");

            turns.failed(next, Message.of("mail.connect"));
            assertThat(waits(mailboxes, clock)).isEqualTo(Duration.ofMinutes(1));
            clock.advance(Duration.ofMinutes(1));
            turns.failed(turns.next().orElseThrow(), Message.of("mail.connect"));
            assertThat(waits(mailboxes, clock)).isEqualTo(Duration.ofMinutes(2));
            mailboxes.save(database.dsl(), "test", 1, draft);
            assertThat(turns.take(next, 8, 3, mail("drei"), (_, _) -> () -> kept.add("drei")))
                    .isEmpty();
            assertThat(turns.next().orElseThrow().lastUid()).isEqualTo(2);
        }
    }

    private static void take(
            ReadingTurns turns, Turn turn, long validity, long uid, ReceivedMail mail, List<String> kept) {
        turns.take(turn, validity, uid, mail, (_, each) -> () -> kept.add(each.text()))
                .orElseThrow()
                .run();
    }

    private static Duration waits(Mailboxes mailboxes, SettableClock clock) {
        return Duration.between(
                clock.instant(), mailboxes.find("test", 1).orElseThrow().nextRead());
    }

    private static ReceivedMail mail(String text) {
        return MailParser.parse(
                ("From: a@b.example\nMessage-ID: <1@b>\n\n" + text).getBytes(StandardCharsets.UTF_8),
                true,
                Instant.EPOCH,
                Set.of());
    }
}
