package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;

/** A moment, kept to the microsecond in UTC. */
public record DateTimeType() implements FieldType.Single<Instant> {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public String kind() {
        return "dateTime";
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.INSTANT, "timestamptz");
    }

    @Override
    public Instant read(JsonNode json) throws Unreadable {
        try {
            Instant moment =
                    OffsetDateTime.parse(Json.text(json, 40, false)).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw new Unreadable("value.dateTime");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new Unreadable("value.dateTime");
        }
    }

    @Override
    public JsonNode write(Instant value) {
        return Json.NODES.stringNode(value.toString());
    }

    @Override
    public Set<Operator> operators() {
        return Operator.TIME;
    }

    @Override
    public Instant sample(RandomGenerator random) {
        return Instant.ofEpochSecond(1_704_067_200L + random.nextInt(100_000_000));
    }
}
