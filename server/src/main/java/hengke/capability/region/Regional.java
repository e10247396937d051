package hengke.capability.region;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.TreeChoiceType;
import java.util.List;

/**
 * The record lies in a region, and may go to the owner of it.
 *
 * @param region where it lies
 */
public record Regional(Field<String> region) implements Capability {
    /** The region by whose owner it was given away; nothing when its owner came otherwise. */
    public static final Field<String> ASSIGNED_REGION = Field.of(
                    "assignedRegion",
                    new TreeChoiceType(new TreeChoiceType.Divisions()),
                    "按区域分配自",
                    "Assigned by region")
            .help("由这个区域的负责人接手", "The owner of this region took it")
            .in(SECTION)
            .derived();

    @Override
    public String name() {
        return "regional";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ASSIGNED_REGION);
    }

    static Field<String> of(ObjectDefinition object) {
        return object.capabilities().stream()
                .filter(Regional.class::isInstance)
                .map(capability -> ((Regional) capability).region())
                .findFirst()
                .orElseThrow();
    }
}
