package hengke.web.session;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import hengke.kernel.identity.Origin;
import hengke.kernel.identity.PasswordLinks;
import hengke.kernel.identity.PasswordRequests;
import hengke.kernel.jobs.Background;
import hengke.kernel.mail.Mailer;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.BaseUrl;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Mails a link to whoever forgot their password. The link leads to the configured address alone: what a request says
 * about the host is the word of somebody unknown, who would have people sent to a page of their own.
 */
@Component
final class ForgottenPasswords {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("mail-password-link");

    private final PasswordRequests requests;
    private final PasswordLinkMail mail;
    private final Mailer mailer;
    private final BaseUrl baseUrl;
    private final Background background;

    ForgottenPasswords(
            PasswordRequests requests, PasswordLinkMail mail, Mailer mailer, BaseUrl baseUrl, Background background) {
        this.requests = requests;
        this.mail = mail;
        this.mailer = mailer;
        this.baseUrl = baseUrl;
        this.background = background;
    }

    /** Can links be mailed? */
    boolean offered() {
        return mailer.ready() && baseUrl.fixedLink("").isPresent();
    }

    void ask(String account, Language language, Origin origin) {
        if (!offered()) {
            throw new Refusal.Conflict("noMailAccount", Message.of("identity.forgottenNotOffered"), Map.of());
        }
        requests.take(
                account, language, origin, request -> background.promise(TASK, Long.toString(request), Duration.ZERO));
    }

    private void answer(long request) {
        if (offered()) {
            requests.answer(request, this::send);
        }
    }

    private void send(DSLContext within, PasswordLinks.Issued link, Language asked) {
        baseUrl.fixedLink(PasswordLinkMail.page(link)).ifPresent(url -> mail.sendForgotten(within, link, url, asked));
    }

    /** Finds out in the background who was meant. */
    @Configuration(proxyBeanMethods = false)
    static class Answering {
        @Bean
        OneTimeTask<Void> mailPasswordLink(ForgottenPasswords forgotten) {
            return Tasks.oneTime(TASK)
                    .onFailure(Background.triesAgain(_ -> {}))
                    .execute((task, _) -> forgotten.answer(Long.parseLong(task.getId())));
        }
    }
}
