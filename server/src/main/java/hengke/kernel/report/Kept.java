package hengke.kernel.report;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report or a dashboard that somebody keeps.
 *
 * @param id 0 for one that is not kept yet
 * @param folder where it stands among others; empty for nowhere
 * @param object what a report is about; empty for a dashboard
 * @param owner who keeps it
 * @param shared do others find it too?
 * @param content of a report {@code question} and {@code chart}, of a dashboard {@code tiles} and {@code filters}; it is
 *     understood anew for each reader
 */
public record Kept(
        long id,
        Kind kind,
        String name,
        String folder,
        String object,
        long owner,
        boolean shared,
        ObjectNode content,
        long version) {

    /** What is kept. */
    public enum Kind {
        REPORT,
        DASHBOARD;

        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofStored(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
