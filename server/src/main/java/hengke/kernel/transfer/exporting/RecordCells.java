package hengke.kernel.transfer.exporting;

import hengke.kernel.access.Mask;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.text.value.Regions;
import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of fields as cells of a spreadsheet: what an import reads back as the same value. What a person sees only
 * masked is written masked.
 */
final class RecordCells {
    private static final String AND = "、";

    private final Language language;
    private final ZoneId zone;
    private final boolean currencies;
    private final List<Column> columns;

    /** A field, and how a value of it is written. */
    private record Column(Field<?> field, Writing writing) {}

    private interface Writing {
        CellValue of(Object value, Names names);
    }

    /** @param currencies whether amounts may be in several of them, and each is told beside its amount */
    RecordCells(
            List<Field<?>> fields,
            Function<Field<?>, Optional<Mask>> mask,
            boolean currencies,
            Language language,
            ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.currencies = currencies;
        this.columns = fields.stream()
                .map(field -> new Column(
                        field,
                        mask.apply(field)
                                .<Writing>map(its -> (value, _) -> CellValue.text(its.cover(value)))
                                .orElseGet(() -> writing(field))))
                .toList();
    }

    /** The titles of the columns, in their order. */
    List<WrittenColumn> titles() {
        return columns.stream()
                .map(Column::field)
                .flatMap(field -> {
                    String label = field.label().in(language);
                    WrittenColumn own = WrittenColumn.of(label);
                    return doubled(field)
                            ? Stream.of(
                                    own,
                                    WrittenColumn.of(label
                                            + Message.of("export.currency").in(language)))
                            : Stream.of(own);
                })
                .toList();
    }

    List<CellValue> of(Row row, Names names) {
        List<CellValue> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Object value = row.get(column.field());
            CellValue cell =
                    value == null ? CellValue.NOTHING : column.writing().of(value, names);
            cells.add(cell);
            if (doubled(column.field())) {
                cells.add(
                        cell instanceof CellValue.Money(BigDecimal _, String currency)
                                ? CellValue.text(currency)
                                : CellValue.NOTHING);
            }
        }
        return cells;
    }

    private boolean doubled(Field<?> field) {
        return currencies && field.type() instanceof MoneyType;
    }

    private Writing writing(Field<?> field) {
        return switch (field.type()) {
            case TextualType _ -> (value, _) -> CellValue.text((String) value);
            case IntegerType _ -> (value, _) -> new CellValue.Number(BigDecimal.valueOf((Long) value));
            case DecimalType type ->
                type.form() == DecimalType.Form.PERCENT
                        ? (value, _) -> new CellValue.Percent((BigDecimal) value)
                        : (value, _) -> new CellValue.Number((BigDecimal) value);
            case MoneyType _ -> (value, _) -> money((Money) value);
            case DateType _ -> (value, _) -> new CellValue.Day((LocalDate) value);
            case DateTimeType _ -> (value, _) -> new CellValue.Moment(LocalDateTime.ofInstant((Instant) value, zone));
            case BooleanType _ -> {
                CellValue yes = CellValue.text(Message.of("import.yes").in(language));
                CellValue no = CellValue.text(Message.of("import.no").in(language));
                yield (value, _) -> (Boolean) value ? yes : no;
            }
            case ChoiceType(List<Option> options) -> choice(options);
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> choice(options);
            case TreeChoiceType(TreeChoiceType.Divisions()) ->
                (value, _) -> CellValue.text(Regions.label((String) value));
            case TextListType(TextListType.Tags()) ->
                (value, _) -> CellValue.text(joined((List<?>) value, each -> each));
            case TextListType(TextListType.Choices(List<Option> options)) -> {
                Map<String, String> labels = labels(options);
                yield (value, _) -> CellValue.text(joined((List<?>) value, each -> labels.getOrDefault(each, each)));
            }
            case AddressType _ -> (value, _) -> CellValue.text(((Address) value).line());
            case LocationType type ->
                (value, _) -> CellValue.text(type.write(cast(value)).toString());
            case JsonType type ->
                (value, _) -> CellValue.text(type.write(cast(value)).toString());
            case IdType(IdType.User()) -> (value, names) -> CellValue.text(names.person((Long) value));
            case IdType(IdType.Department()) -> (value, names) -> CellValue.text(names.department((Long) value));
            case IdType(IdType.Records(String target)) ->
                (value, names) -> CellValue.text(names.record(new Link(target, (Long) value)));
            case IdListType(IdListType.Records(String target)) ->
                (value, names) -> CellValue.text(((List<?>) value)
                        .stream()
                                .map(id -> names.record(new Link(target, (Long) id)))
                                .filter(name -> !name.isEmpty())
                                .collect(Collectors.joining(AND)));
            case IdListType(IdListType.Files()) ->
                (value, names) -> CellValue.text(((List<?>) value)
                        .stream().map(id -> names.file((Long) id)).collect(Collectors.joining(AND)));
            case LinkType _ -> (value, names) -> CellValue.text(names.record((Link) value));
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the value of a field is of its type's kind
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static CellValue money(Money money) {
        return new CellValue.Money(money.amount(), money.currency());
    }

    private Writing choice(List<Option> options) {
        Map<String, String> labels = labels(options);
        return (value, _) -> CellValue.text(labels.getOrDefault((String) value, (String) value));
    }

    /** An option is called by its value where its label could mean another. */
    private Map<String, String> labels(List<Option> options) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        options.stream()
                .map(option -> option.label().in(language))
                .filter(label -> !seen.add(label))
                .forEach(shared::add);
        Map<String, String> labels = new HashMap<>();
        options.forEach(option -> {
            String label = option.label().in(language);
            labels.put(option.value(), shared.contains(label) ? option.value() : label);
        });
        return labels;
    }

    private static String joined(List<?> values, Function<String, String> name) {
        return values.stream().map(value -> name.apply((String) value)).collect(Collectors.joining(AND));
    }
}
