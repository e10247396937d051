package hengke.capability.task;

import hengke.kernel.metadata.Capability;

/** There may be something to do about the record. */
public record Tasked() implements Capability {
    public static final String NAME = "tasked";

    @Override
    public String name() {
        return NAME;
    }
}
