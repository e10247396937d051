package hengke.capability.goal;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Criterion;
import java.util.List;

/** A measure as it is understood now, by somebody who may read all that it is told from. */
public record Aim(Measure measure, List<Part> parts) {
    public Aim {
        parts = List.copyOf(parts);
    }

    /**
     * Records of one object that count.
     *
     * @param owned the object whose records have the owners and teams they count for; most often the same
     */
    public record Part(ObjectDefinition object, ObjectDefinition owned, Measure.Counted counted, Criterion filter) {}

    public String key() {
        return measure.key();
    }
}
