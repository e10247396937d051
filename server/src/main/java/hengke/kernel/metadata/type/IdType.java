package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Points at one user, department or record, by id. */
public record IdType(Target target) implements FieldType.Single<Long> {

    /** What the id is the id of. */
    public sealed interface Target permits User, Department, Records {}

    /** Somebody who may sign in. */
    public record User() implements Target {}

    /** A node of the organisation. */
    public record Department() implements Target {}

    /** A record of the named object. */
    public record Records(String object) implements Target {}

    @Override
    public String kind() {
        return switch (target) {
            case User _ -> "user";
            case Department _ -> "department";
            case Records _ -> "reference";
        };
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.BIGINT, "bigint");
    }

    @Override
    public Long read(JsonNode json) throws Unreadable {
        return Json.id(json);
    }

    @Override
    public JsonNode write(Long value) {
        return Json.NODES.numberNode(value);
    }

    @Override
    public Set<Operator> operators() {
        return target instanceof Records ? Operator.EQUALITY : Operator.TREE;
    }

    @Override
    public @Nullable Long sample(RandomGenerator random) {
        return null;
    }
}
