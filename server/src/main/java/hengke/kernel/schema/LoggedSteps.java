package hengke.kernel.schema;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator what is being done to the database, and who keeps it waiting. */
final class LoggedSteps implements StepListener {
    private static final Logger log = LoggerFactory.getLogger(SchemaSync.class);

    @Override
    public void before(Step step) {
        log.info("Schema: {}", step.title());
    }

    @Override
    public void waiting(Step step, int attempt) {
        if (Integer.bitCount(attempt + 1) == 1) {
            log.warn("Schema: table {} is in use, trying again (attempt {})", step.table(), attempt + 1);
        }
    }
}
