package hengke.kernel.metadata;

import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import java.time.Instant;
import java.util.List;

/** The fields every record has; the kernel alone writes them. */
public final class SystemFields {
    public static final Field<Long> ID = system(Field.of("id", new IntegerType(1, Long.MAX_VALUE), "编号", "Id"));
    public static final Field<Long> VERSION =
            system(Field.of("version", new IntegerType(1, Long.MAX_VALUE), "版本", "Version"));
    public static final Field<Instant> CREATED_AT =
            system(Field.of("createdAt", new DateTimeType(), "创建时间", "Created at"));
    public static final Field<Long> CREATED_BY =
            system(Field.of("createdBy", new IdType(new IdType.User()), "创建人", "Created by"));
    public static final Field<Instant> UPDATED_AT =
            system(Field.of("updatedAt", new DateTimeType(), "更新时间", "Updated at"));
    public static final Field<Long> UPDATED_BY =
            system(Field.of("updatedBy", new IdType(new IdType.User()), "更新人", "Updated by"));
    public static final List<Field<?>> ALL = List.of(ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY);

    private SystemFields() {}

    private static <T> Field<T> system(Field<T> field) {
        return field.refined(t -> t.with(FieldTraits.Trait.SYSTEM).with(FieldTraits.Trait.DERIVED));
    }
}
