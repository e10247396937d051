package hengke.capability.sending;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;

/**
 * A printed record whose status tells that its paper has left.
 *
 * @param from the status from which it moves when it is sent; in any other it stays
 * @param to the status it then has, by the object's own rules
 */
public record Sent(Field<String> status, String from, String to) implements Capability {
    @Override
    public String name() {
        return "sent";
    }
}
