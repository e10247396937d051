package hengke.capability.tag;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.TextListType;
import java.util.List;

/** The record can carry tags. */
public record Tagged() implements Capability {
    public static final Field<List<String>> TAGS = Field.of(
                    "tags", new TextListType(new TextListType.Tags()), "标签", "Tags")
            .in(SECTION)
            .indexed()
            .listed()
            .headline();

    @Override
    public String name() {
        return "tagged";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(TAGS);
    }
}
