package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A kind of value. It answers what every package asks; a package with a question of its own switches over the sealed
 * alternatives.
 *
 * @param <T> the Java type of a value; never null inside, absence is the caller's null
 */
public sealed interface FieldType<T>
        permits FieldType.Single, TextListType, IdListType, MoneyType, LinkType, AddressType, LocationType {

    /** The name on the wire and of the front end's folder, e.g. {@code multiChoice}. */
    String kind();

    /** The columns one value takes, main column first. */
    List<Column> columns();

    /** A value as column values, in the order of {@link #columns()}. */
    List<@Nullable Object> toColumns(T value);

    /** The value behind these column values; null when there is none. */
    @Nullable
    T fromColumns(List<? extends @Nullable Object> columns);

    /** Reads a JSON value that somebody gives; it is neither null nor missing. */
    T read(JsonNode json) throws Unreadable;

    /** Writes a value as JSON; {@link #readKept} gives it back. */
    JsonNode write(T value);

    /** Reads what {@link #write} wrote and the product itself has kept since, e.g. in the history. */
    default T readKept(JsonNode json) throws Unreadable {
        return read(json);
    }

    /** What a filter may ask. */
    Set<Operator> operators();

    /** A plausible value for demo and volume data; null where only the database can know (references, files). */
    @Nullable
    T sample(RandomGenerator random);

    /**
     * A column of a field.
     *
     * @param suffix appended to the field's column name; empty for the main column
     * @param postgres the type as written in DDL
     */
    record Column(String suffix, DataType<?> type, String postgres) {}

    /** A kind whose value takes exactly one column. */
    sealed interface Single<T> extends FieldType<T>
            permits TextualType,
                    ChoiceType,
                    TreeChoiceType,
                    IntegerType,
                    DecimalType,
                    DateType,
                    DateTimeType,
                    BooleanType,
                    IdType,
                    JsonType {
        Column column();

        @Override
        default List<Column> columns() {
            return List.of(column());
        }

        @Override
        default List<@Nullable Object> toColumns(T value) {
            return List.of(value);
        }

        @Override
        @SuppressWarnings("unchecked") // the column's data type is declared with the same T
        default @Nullable T fromColumns(List<? extends @Nullable Object> columns) {
            return (T) columns.getFirst();
        }
    }
}
