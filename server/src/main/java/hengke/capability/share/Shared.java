package hengke.capability.share;

import hengke.kernel.metadata.Capability;

/** The record can be shared with colleagues. */
public record Shared() implements Capability {
    public static final String NAME = "shared";

    @Override
    public String name() {
        return NAME;
    }
}
