package hengke.capability.attachment;

import hengke.kernel.metadata.Capability;

/** Files can be hung on the record. */
public record Attached() implements Capability {
    public static final String NAME = "attached";

    @Override
    public String name() {
        return NAME;
    }
}
