package hengke.web.session;

import hengke.kernel.identity.FirstStart;
import hengke.web.BaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** At the start of an empty installation: makes the administrator of the settings, or prints the set-up link. */
@Component
final class FirstStartAnnouncement implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStartAnnouncement.class);

    private final FirstStart firstStart;
    private final BaseUrl baseUrl;
    private final int port;
    private final String login;
    private final String password;

    FirstStartAnnouncement(
            FirstStart firstStart,
            BaseUrl baseUrl,
            @Value("${server.port:8080}") int port,
            @Value("${hengke.admin.login:}") String login,
            @Value("${hengke.admin.password:}") String password) {
        this.firstStart = firstStart;
        this.baseUrl = baseUrl;
        this.port = port;
        this.login = login;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!firstStart.needed()) {
            return;
        }
        if (login.isBlank() || password.isEmpty()) {
            String link = baseUrl.link("/setup?token=" + firstStart.issueLink(), port);
            LOG.info("尚无管理员，请打开以下链接完成初始化（只能使用一次） / no administrator yet, open this link once: {}", link);
            return;
        }
        if (firstStart.weak(login, password)) {
            LOG.warn("HENGKE_ADMIN_PASSWORD 过于简单，请登录后修改 / HENGKE_ADMIN_PASSWORD is weak, change it after signing in");
        }
        firstStart.createAdministrator(login, password);
    }
}
