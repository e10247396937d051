package hengke.kernel.report;

import hengke.kernel.metadata.Label;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dashboard that the product brings along. A bean of it is all it takes.
 *
 * @param key names it for ever, in addresses
 * @param content {@code tiles} of shipped reports by their keys, and {@code filters}
 */
public record ShippedDashboard(String key, Label name, ObjectNode content) {}
