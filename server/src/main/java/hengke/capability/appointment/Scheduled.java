package hengke.capability.appointment;

import hengke.kernel.metadata.Capability;

/** There may be appointments about the record. */
public record Scheduled() implements Capability {
    public static final String NAME = "scheduled";

    @Override
    public String name() {
        return NAME;
    }
}
