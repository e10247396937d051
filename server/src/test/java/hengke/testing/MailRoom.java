package hengke.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The mailboxes of people, with a mail server of their own. */
public final class MailRoom implements AutoCloseable {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public MailRoom() {
        server.start();
    }

    /** Has the product send its mails here. */
    public void connect(ApiClient admin, String company) {
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch("/api/settings", """
                        {"version":%d,"values":{"mail.host":"127.0.0.1","mail.port":%d,"mail.security":"none","mail.from":"crm@example.com","company.name":"%s"}}""".formatted(version, server.getSmtp().getPort(), company))
                .expect(200);
    }

    /** Sends what waits to be sent, now and not when its turn comes, until so many have come. */
    @SuppressWarnings("unchecked") // the bean is of a raw type
    public void await(RunningApplication application, String to, int count) {
        Awaitility.await().untilAsserted(() -> {
            application.bean("sendMails", RecurringTask.class).execute(null, null);
            assertThat(mails(to)).hasSizeGreaterThanOrEqualTo(count);
        });
    }

    public List<MimeMessage> mails(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(to);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** What a pattern finds in the newest mail that has it. */
    public String last(String to, Pattern pattern) throws Exception {
        for (MimeMessage mail : mails(to).reversed()) {
            Object content = mail.getContent();
            Matcher found = pattern.matcher(content.toString());
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("no mail to " + to + " has " + pattern);
    }

    @Override
    public void close() {
        server.stop();
    }
}
