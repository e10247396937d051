package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place on the map, e.g. where a visit was made. */
public record LocationType() implements FieldType<Location> {

    @Override
    public String kind() {
        return "location";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("_longitude", SQLDataType.DOUBLE, "double precision"),
                new Column("_latitude", SQLDataType.DOUBLE, "double precision"),
                new Column("_place", SQLDataType.CLOB, "text"));
    }

    @Override
    public List<@Nullable Object> toColumns(Location value) {
        return Arrays.asList(value.longitude(), value.latitude(), value.place());
    }

    @Override
    public @Nullable Location fromColumns(List<? extends @Nullable Object> columns) {
        return columns.get(0) instanceof Double longitude && columns.get(1) instanceof Double latitude
                ? new Location(longitude, latitude, (String) columns.get(2))
                : null;
    }

    @Override
    public Location read(JsonNode json) throws Unreadable {
        double longitude = degrees(json, "longitude", 180);
        double latitude = degrees(json, "latitude", 90);
        JsonNode place = json.path("place");
        return new Location(
                longitude, latitude, place.isMissingNode() || place.isNull() ? null : Json.text(place, 200, false));
    }

    private static double degrees(JsonNode json, String name, double limit) throws Unreadable {
        JsonNode degrees = json.path(name);
        if (!degrees.isNumber() || !(Math.abs(degrees.doubleValue()) <= limit)) {
            throw new Unreadable("value.location");
        }
        return degrees.doubleValue();
    }

    @Override
    public JsonNode write(Location value) {
        return Json.NODES
                .objectNode()
                .put("longitude", value.longitude())
                .put("latitude", value.latitude())
                .put("place", value.place());
    }

    @Override
    public Set<Operator> operators() {
        return Operator.PRESENCE;
    }

    @Override
    public Location sample(RandomGenerator random) {
        return new Location(random.nextInt(73, 135), random.nextInt(18, 53), "园区");
    }
}
