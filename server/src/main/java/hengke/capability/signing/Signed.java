package hengke.capability.signing;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import java.time.LocalDate;

/**
 * A printed record whose paper is signed, and whose status follows.
 *
 * @param open the status in which it may be given out to be signed, and to which it returns when nothing comes of it
 * @param out the status while it is signed
 * @param complete the status once all have signed, by the object's own rules
 * @param on the day on which the last has signed
 */
public record Signed(Field<String> status, String open, String out, String complete, Field<LocalDate> on)
        implements Capability {
    @Override
    public String name() {
        return "signed";
    }
}
