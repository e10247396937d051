package hengke.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, once requests can be served, where. */
@Component
class Welcome {
    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    @EventListener
    void say(ApplicationReadyEvent ready) {
        Environment settings = ready.getApplicationContext().getEnvironment();
        String own = "http://localhost:" + settings.getProperty("local.server.port", "8080");
        log.info("恒客已就绪 / Hengke is ready: {}", settings.getProperty("hengke.base-url", own));
    }
}
