package hengke.kernel.transfer.importing;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.text.Folding;
import hengke.kernel.text.value.Booleans;
import hengke.kernel.text.value.Dates;
import hengke.kernel.text.value.Decimals;
import hengke.kernel.text.value.Names;
import hengke.kernel.text.value.Phones;
import hengke.kernel.text.value.Reading;
import hengke.kernel.text.value.Regions;
import hengke.kernel.text.value.WebAddresses;
import hengke.kernel.transfer.reading.Cell;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Cells of a spreadsheet as values of a field, as people write them: the spreadsheet form of every kind. What points at
 * people and records is read as {@link Named}, to be looked up in sets.
 */
final class CellReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ZoneId zone;
    private final String base;

    /** @param base the company's currency */
    CellReader(ZoneId zone, String base) {
        this.zone = zone;
        this.base = base;
    }

    /** Somebody or something called by name. */
    record Named(String name) {}

    /** The value of one field from its cells, in column order; only regions and amounts have several. */
    Reading<?> read(Field<?> field, List<Cell> cells) {
        for (Cell cell : cells) {
            if (cell instanceof Cell.Unusable(Message reason)) {
                return new Reading.Refused<>(reason);
            }
        }
        String text = text(cells);
        if (text.isEmpty()) {
            return Reading.blank();
        }
        return switch (field.type()) {
            case TextualType type -> textual(field, type, text);
            case ChoiceType type -> option(type.options(), text);
            case TreeChoiceType type ->
                switch (type.tree()) {
                    case TreeChoiceType.Nodes(List<Option> options) -> option(options, text);
                    case TreeChoiceType.Divisions() ->
                        Regions.read(cells.stream().map(Cell::text).toList());
                };
            case IntegerType type -> Decimals.number(text).then(value -> checked(type, NODES.numberNode(value)));
            case DecimalType type ->
                (type.form() == DecimalType.Form.PERCENT ? Decimals.percent(text) : Decimals.number(text))
                        .then(value ->
                                checked(type, NODES.numberNode(value.setScale(type.scale(), RoundingMode.HALF_UP))));
            case MoneyType type ->
                cells.stream().filter(cell -> cell.text().matches(".*\\d.*")).count() > 1
                        ? Reading.refused("import.twoAmounts", text)
                        : Decimals.money(text).then(amount -> money(type, amount));
            case DateType _ -> Dates.date(text);
            case DateTimeType _ -> Dates.dateTime(text, zone);
            case BooleanType _ -> Booleans.read(text);
            case TextListType type -> members(type, text);
            case AddressType type -> checked(type, NODES.stringNode(text));
            case IdType _ -> Reading.of(new Named(text));
            case IdListType _, LinkType _, LocationType _, JsonType _ -> Reading.refused("import.notImportable");
        };
    }

    /** Without a currency it is that of the record, or the company's; a spreadsheet's own fractions are rounded off. */
    private Reading<Money> money(MoneyType type, Decimals.Amount amount) {
        String currency = amount.currency() == null ? "" : amount.currency();
        int digits = Currencies.digits(currency.isEmpty() ? base : currency);
        String rounded = amount.value().setScale(digits, RoundingMode.HALF_UP).toPlainString();
        return checked(type, NODES.objectNode().put("amount", rounded).put("currency", currency));
    }

    /** What the cells of one field say together. */
    static String text(List<Cell> cells) {
        return cells.stream().map(Cell::text).collect(Collectors.joining(" ")).strip();
    }

    private static Reading<String> textual(Field<?> field, TextualType type, String text) {
        return switch (type.form()) {
            case PHONE -> Phones.read(text).then(phone -> checked(type, NODES.stringNode(phone)));
            case EMAIL -> WebAddresses.email(text);
            case URL -> WebAddresses.url(text);
            case TEXT -> {
                Reading<String> name = field.traits().is(Trait.PERSON)
                        ? Names.person(text)
                        : field.traits().is(Trait.TITLE) ? Names.organisation(text) : Reading.of(text);
                yield name.then(value -> checked(type, NODES.stringNode(value)));
            }
            case LONG_TEXT, AUTO_NUMBER -> checked(type, NODES.stringNode(text));
            case RICH_TEXT ->
                checked(type, NODES.stringNode(text.replace("&", "&amp;").replace("<", "&lt;")));
        };
    }

    /** An option by its value or by its label in either language; a path such as 制造业/机械 by its last part. */
    private static Reading<String> option(List<Option> options, String text) {
        String wanted = Folding.compact(Folding.fold(text));
        String last = wanted.substring(Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('>')) + 1);
        Optional<Option> found = options.stream()
                .filter(option -> names(option).contains(wanted))
                .findFirst()
                .or(() -> options.stream()
                        .filter(option -> names(option).contains(last))
                        .findFirst());
        return found.map(option -> Reading.of(option.value()))
                .orElseGet(() -> Reading.refused("import.option", text, new Offered(options)));
    }

    /** The options as a person knows them; of a tree the topmost. */
    private record Offered(List<Option> options) implements Message.Spoken {
        private static final int NAMED = 12;

        @Override
        public String in(Language language) {
            List<String> labels = options.stream()
                    .filter(option -> option.active() && option.parent() == null)
                    .map(option -> option.label().in(language))
                    .toList();
            String comma = language == Language.CHINESE ? "、" : ", ";
            String named = labels.stream().limit(NAMED).collect(Collectors.joining(comma));
            return labels.size() > NAMED ? named + "…" : named;
        }
    }

    private static List<String> names(Option option) {
        List<String> names = new ArrayList<>();
        names.add(Folding.compact(Folding.fold(option.value())));
        for (Language language : Language.values()) {
            names.add(Folding.compact(Folding.fold(option.label().in(language))));
        }
        return names;
    }

    private static Reading<List<String>> members(TextListType type, String text) {
        var list = NODES.arrayNode();
        for (String part : Arrays.asList(text.split("[,，;；、|\n]"))) {
            if (!part.isBlank()) {
                switch (type.members()) {
                    case TextListType.Tags() -> list.add(part.strip());
                    case TextListType.Choices(List<Option> options) -> {
                        switch (option(options, part.strip())) {
                            case Reading.Value<String>(String value) -> list.add(value);
                            case Reading.Refused<String>(Message reason) -> {
                                return new Reading.Refused<>(reason);
                            }
                            case Reading.Blank<String>() -> {}
                        }
                    }
                }
            }
        }
        return checked(type, list);
    }

    private static <T> Reading<T> checked(FieldType<T> type, JsonNode json) {
        try {
            return Reading.of(type.read(json));
        } catch (Unreadable e) {
            return new Reading.Refused<>(e.reason());
        }
    }
}
