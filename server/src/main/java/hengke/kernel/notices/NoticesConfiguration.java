package hengke.kernel.notices;

import hengke.kernel.access.Access;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.mail.Mailer;
import hengke.kernel.metadata.LiveCatalog;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the notices to the application. */
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {
    @Bean
    NoticeChoices noticeChoices(DSLContext database) {
        return new NoticeChoices(database);
    }

    @Bean
    Notices notices(
            DSLContext database,
            LiveCatalog catalog,
            Access access,
            LiveOrganisation organisation,
            Profile profile,
            NoticeChoices choices,
            Mailer mailer,
            List<NoticeRelay> relays,
            @Value("${hengke.base-url:}") String baseUrl,
            Clock clock) {
        return new Notices(
                database, catalog, access, organisation, profile, choices, mailer, relays, baseUrl.strip(), clock);
    }
}
