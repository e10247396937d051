package hengke.demo;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.FirstStart;
import hengke.kernel.records.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Loads the demo data into an empty database when HENGKE_DEMO asks for it: at the start, before the first request is
 * served, or once there is an administrator.
 */
@Component
final class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final boolean wanted;
    private final FirstStart firstStart;
    private final Demo demo;

    DemoStart(@Value("${hengke.demo:false}") boolean wanted, FirstStart firstStart, Demo demo) {
        this.wanted = wanted;
        this.firstStart = firstStart;
        this.demo = demo;
    }

    @EventListener({ApplicationReadyEvent.class, FirstStart.Done.class})
    void load() {
        if (!wanted || firstStart.needed() || !demo.state().possible()) {
            return;
        }
        try {
            Operation loaded = demo.load(Actor.SYSTEM);
            LOG.info("演示数据已载入，{} 条记录 / demo data loaded, {} records", loaded.changed(), loaded.changed());
        } catch (RuntimeException e) {
            LOG.error("演示数据没有载入 / the demo data could not be loaded", e); // the product works without them
        }
    }
}
