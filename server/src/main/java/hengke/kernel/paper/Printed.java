package hengke.kernel.paper;

import hengke.kernel.metadata.Capability;

/**
 * The record can be printed.
 *
 * @param layout how, as long as the company has made no template of its own
 */
public record Printed(Layout layout) implements Capability {
    @Override
    public String name() {
        return "printed";
    }
}
