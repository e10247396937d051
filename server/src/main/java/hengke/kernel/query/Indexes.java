package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TreeChoiceType;

/** What a statement may count on: the indexes that every table of the schema has. */
final class Indexes {
    private Indexes() {}

    /** Is there an index with the records of each value newest first? */
    static boolean newestOfEach(Field<?> field) {
        boolean asked = field.traits().is(Trait.INDEXED);
        return Covered.of(field) == null && newestOfEach(field, asked);
    }

    private static boolean newestOfEach(Field<?> field, boolean asked) {
        return switch (field.type()) {
            case IdType(IdType.Records _) -> field.traits().parent() != null || asked;
            case IdType _ -> !field.traits().is(Trait.SYSTEM);
            case ChoiceType _, BooleanType _ -> asked;
            default -> false;
        };
    }

    /** Is there an index in ascending order of the field, absent values last? */
    static boolean sorted(Field<?> field) {
        return switch (field.type()) {
            case ChoiceType _, TreeChoiceType _, BooleanType _, IdType _ -> false;
            default ->
                Covered.of(field) == null
                        && (field.traits().is(Trait.INDEXED) || field.traits().is(Trait.TITLE));
        };
    }
}
