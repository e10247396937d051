package hengke.kernel.configuration;

import hengke.kernel.metadata.Overlay;
import java.time.Instant;

/**
 * A change of objects and fields that is being prepared and is not in force.
 *
 * @param base the version in force when it was begun
 * @param overlay everything as it is to be; its version grows with every change of the draft
 */
public record Draft(long id, String name, long base, Overlay overlay, Instant at, long by) {}
