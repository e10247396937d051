package hengke.kernel.metadata;

import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.Location;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A business object as its package writes it: a class whose fields are the record's fields. Declaring a field is what
 * registers it, in order; table, API, form, list, filter, import, history and documents derive from it.
 */
public abstract class BusinessObject {
    private static final BigDecimal FAR = new BigDecimal("1e18");

    private final String name;
    private final Label label;
    private final Label plural;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();
    private final List<Capability> capabilities = new ArrayList<>();
    private @Nullable Label section;
    private @Nullable String application;
    private String icon = "record";

    /**
     * @param name singular, as on the wire and in the table name: {@code customer}, {@code payment-plan}
     * @param several the English plural
     */
    protected BusinessObject(String name, String chinese, String english, String several) {
        this.name = name;
        this.label = new Label(chinese, english);
        this.plural = new Label(chinese, several);
    }

    /** Everything declared, as the catalog keeps it. */
    public final ObjectDefinition definition() {
        Map<String, Field<?>> all = new LinkedHashMap<>(fields);
        capabilities.forEach(capability -> capability.fields().forEach(field -> all.put(field.name(), field)));
        SystemFields.ALL.forEach(field -> all.put(field.name(), field));
        Map<String, Transitions> transitions = new LinkedHashMap<>();
        capabilities.forEach(capability -> transitions.putAll(capability.transitions()));
        return new ObjectDefinition(
                name,
                label,
                plural,
                application,
                icon,
                List.copyOf(all.values()),
                capabilities,
                transitions,
                Forms.NONE);
    }

    public final String name() {
        return name;
    }

    /** Shown in the navigation under this application; without it the object appears only inside others. */
    protected final void application(String key, String iconName) {
        application = key;
        icon = iconName;
    }

    /** The fields declared from here on stand in this part of the form. */
    protected final void section(String chinese, String english) {
        section = new Label(chinese, english);
    }

    protected final void with(Capability... more) {
        capabilities.addAll(Capability.withIncluded(List.of(more)));
    }

    protected final Field<String> text(String field) {
        return text(field, 200);
    }

    protected final Field<String> text(String field, int maxLength) {
        return declare(field, new TextualType(TextualType.Form.TEXT, maxLength));
    }

    protected final Field<String> longText(String field) {
        return declare(field, new TextualType(TextualType.Form.LONG_TEXT, 10_000));
    }

    protected final Field<String> richText(String field) {
        return declare(field, new TextualType(TextualType.Form.RICH_TEXT, 100_000));
    }

    protected final Field<String> phone(String field) {
        return declare(field, new TextualType(TextualType.Form.PHONE, 40));
    }

    protected final Field<String> email(String field) {
        return declare(field, new TextualType(TextualType.Form.EMAIL, 254));
    }

    protected final Field<String> url(String field) {
        return declare(field, new TextualType(TextualType.Form.URL, 2_000));
    }

    /** A running number that may also be typed by hand. */
    protected final Field<String> autoNumber(String field, String pattern) {
        return declare(field, new TextualType(TextualType.Form.AUTO_NUMBER, 60))
                .byDefault(new DefaultValue.NextNumber(pattern));
    }

    protected final Field<Long> integer(String field, long min, long max) {
        return declare(field, new IntegerType(min, max));
    }

    protected final Field<BigDecimal> decimal(String field, int scale) {
        return declare(field, new DecimalType(DecimalType.Form.DECIMAL, scale, FAR.negate(), FAR));
    }

    /** A percentage; 12.5 means 12.5 %. */
    protected final Field<BigDecimal> percent(String field) {
        return percent(field, -1000, 1000);
    }

    /** A percentage from the least to the most. */
    protected final Field<BigDecimal> percent(String field, int least, int most) {
        return declare(
                field, new DecimalType(DecimalType.Form.PERCENT, 2, new BigDecimal(least), new BigDecimal(most)));
    }

    /** A rating from 0 to 100. */
    protected final Field<BigDecimal> score(String field) {
        return declare(field, new DecimalType(DecimalType.Form.SCORE, 1, BigDecimal.ZERO, new BigDecimal(100)));
    }

    protected final Field<Money> money(String field) {
        return declare(field, new MoneyType());
    }

    protected final Field<LocalDate> date(String field) {
        return declare(field, new DateType());
    }

    protected final Field<Instant> dateTime(String field) {
        return declare(field, new DateTimeType());
    }

    protected final Field<Boolean> flag(String field) {
        return declare(field, new BooleanType());
    }

    protected final Field<String> choice(String field, Option... options) {
        return declare(field, new ChoiceType(List.of(options)));
    }

    protected final Field<List<String>> multiChoice(String field, Option... options) {
        return declare(field, new TextListType(new TextListType.Choices(List.of(options))));
    }

    protected final Field<String> treeChoice(String field, List<Option> options) {
        return declare(field, new TreeChoiceType(new TreeChoiceType.Nodes(options)));
    }

    protected final Field<String> region(String field) {
        return declare(field, new TreeChoiceType(new TreeChoiceType.Divisions()));
    }

    protected final Field<Long> user(String field) {
        return declare(field, new IdType(new IdType.User()));
    }

    protected final Field<Long> department(String field) {
        return declare(field, new IdType(new IdType.Department()));
    }

    protected final Field<Long> reference(String field, String object) {
        return declare(field, new IdType(new IdType.Records(object)));
    }

    protected final Field<List<Long>> references(String field, String object) {
        return declare(field, new IdListType(new IdListType.Records(object)));
    }

    /** Points at a record of any object with this capability. */
    protected final Field<Link> link(String field, String capability) {
        return declare(field, new LinkType(capability));
    }

    protected final Field<List<Long>> files(String field) {
        return declare(field, new IdListType(new IdListType.Files()));
    }

    protected final Field<Address> address(String field) {
        return declare(field, new AddressType());
    }

    protected final Field<Location> location(String field) {
        return declare(field, new LocationType());
    }

    protected final Field<JsonNode> json(String field) {
        return declare(field, new JsonType());
    }

    /** Computed from other fields whenever it is asked for; the fields stand in braces by their names. */
    protected final <T> Field<T> formula(String field, FieldType<T> result, String source) {
        return declare(field, result).formula(source);
    }

    /** How many living records of the child point here by this reference. */
    protected final Field<Long> count(String field, String child, String reference) {
        return declare(field, new IntegerType(0, Long.MAX_VALUE))
                .computed(new Computation.RollUp(child, reference, Computation.Summing.COUNT, null, null));
    }

    /** How many records of that object point here and are so. */
    protected final Field<Long> count(String field, String child, String reference, JsonNode filter) {
        return declare(field, new IntegerType(0, Long.MAX_VALUE))
                .computed(new Computation.RollUp(child, reference, Computation.Summing.COUNT, null, filter));
    }

    /** The sum, least, greatest or average of a field of the living records that point here. */
    protected final <T> Field<T> rollUp(
            String field, FieldType<T> result, String child, String reference, Computation.Summing how, String of) {
        return declare(field, result).computed(new Computation.RollUp(child, reference, how, of, null));
    }

    private <T> Field<T> declare(String field, FieldType<T> type) {
        if (fields.containsKey(field)) {
            throw new IllegalArgumentException(name + " declares " + field + " twice");
        }
        FieldTraits traits = FieldTraits.PLAIN.withSection(section);
        Field<T> declared = new Field<>(field, type, traits, refined -> fields.put(refined.name(), refined));
        fields.put(field, declared);
        return declared;
    }
}
