package hengke.automation;

import hengke.kernel.records.Writer;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Forgets runs that have long been over, with their steps. */
@Component
final class Forgetting {
    private static final int PART = 5_000;

    private final Writer writer;
    private final Clock clock;

    Forgetting(Writer writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    void run() {
        writer.inTransaction(within -> Calls.forget(within, clock.instant()));
        while (writer.inTransaction(within -> Runs.forget(within, clock.instant(), PART)) == PART) {
            // the next part
        }
    }
}
