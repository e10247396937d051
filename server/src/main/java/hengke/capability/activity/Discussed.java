package hengke.capability.activity;

import hengke.kernel.metadata.Capability;

/** Colleagues may talk about the record among themselves, on the record. */
public record Discussed() implements Capability {
    public static final String NAME = "discussed";

    @Override
    public String name() {
        return NAME;
    }
}
