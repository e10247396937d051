package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;

/** A day. */
public record DateType() implements FieldType.Single<LocalDate> {

    @Override
    public String kind() {
        return "date";
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.LOCALDATE, "date");
    }

    @Override
    public LocalDate read(JsonNode json) throws Unreadable {
        try {
            LocalDate day = LocalDate.parse(Json.text(json, 10, false));
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw new Unreadable("value.date");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Unreadable("value.date");
        }
    }

    @Override
    public JsonNode write(LocalDate value) {
        return Json.NODES.stringNode(value.toString());
    }

    @Override
    public Set<Operator> operators() {
        return Operator.TIME;
    }

    @Override
    public LocalDate sample(RandomGenerator random) {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1200));
    }
}
