package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A postal address; plain text is read as the street. The main column is the street. */
public record AddressType() implements FieldType<Address> {
    private static final Set<Operator> OPERATORS =
            Set.copyOf(EnumSet.of(Operator.CONTAINS, Operator.EMPTY, Operator.NOT_EMPTY));

    @Override
    public String kind() {
        return "address";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("", SQLDataType.CLOB, "text"),
                new Column("_region", SQLDataType.CLOB, "text"),
                new Column("_postcode", SQLDataType.CLOB, "text"));
    }

    @Override
    public List<@Nullable Object> toColumns(Address value) {
        return Arrays.asList(value.street(), value.region(), value.postcode());
    }

    @Override
    public @Nullable Address fromColumns(List<? extends @Nullable Object> columns) {
        return columns.stream().allMatch(column -> column == null)
                ? null
                : new Address((String) columns.get(1), (String) columns.get(0), (String) columns.get(2));
    }

    @Override
    public Address read(JsonNode json) throws Unreadable {
        if (json.isString()) {
            return new Address(null, Json.text(json, 500, false), null);
        }
        if (!json.isObject()) {
            throw new Unreadable("value.address");
        }
        String region = part(json, "region", 6);
        if (region != null && !Regions.contains(region)) {
            throw new Unreadable("value.region");
        }
        Address address = new Address(region, part(json, "street", 500), part(json, "postcode", 20));
        if (address.equals(new Address(null, null, null))) {
            throw new Unreadable("value.address");
        }
        return address;
    }

    private static @Nullable String part(JsonNode json, String name, int maxLength) throws Unreadable {
        JsonNode part = json.path(name);
        String text = part.isMissingNode() || part.isNull() ? "" : Json.text(part, maxLength, false);
        return text.isEmpty() ? null : text;
    }

    @Override
    public JsonNode write(Address value) {
        return Json.NODES
                .objectNode()
                .put("region", value.region())
                .put("street", value.street())
                .put("postcode", value.postcode());
    }

    @Override
    public Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    public Address sample(RandomGenerator random) {
        return new Address(Regions.sample(random), "人民路" + random.nextInt(1, 999) + "号", "200000");
    }
}
