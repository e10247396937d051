package hengke.kernel.records;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;

/** What can happen to records besides changes of their values; whoever tells of it says so by a bean of this. */
public interface Happenings {
    /** In the order in which it happens. */
    List<Happening> all();

    /** Can it happen to records of this object? */
    boolean concern(ObjectDefinition object);

    /** @param name as events carry it */
    record Happening(String name, Label label) {}
}
