package hengke.kernel.paper;

import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values a paper may speak of, by their names in a layout.
 *
 * @param known the record under the empty name, and what its references point at under theirs
 * @param tables its lines, by the name of their list
 * @param today the day on which it is printed, for the company
 */
record PaperValues(
        Map<String, PaperRecords.Known> known,
        Map<String, Table> tables,
        Organisation organisation,
        LocalDate today,
        Language language) {
    static final String COMPANY = "company";
    static final String TODAY = "today";

    /** What is no field. */
    static final Set<String> OWN = Set.of(COMPANY, TODAY);

    private static final String YUAN = "CNY";

    /** Lines with their texts, and the fields they have. */
    record Table(List<Field<?>> fields, List<PaperRecords.Known> lines) {
        List<Map<String, String>> rows() {
            return lines.stream().map(PaperRecords.Known::texts).toList();
        }
    }

    /** @param expression a name, and after a colon how its value is written */
    String text(String expression) {
        Merge merge = Merge.of(expression).orElse(new Merge(Merge.name(expression), Merge.Form.PLAIN));
        return switch (merge.name()) {
            case COMPANY -> organisation.company().name();
            case TODAY -> written(merge.form(), today, day(today));
            default ->
                of(merge.name())
                        .map(its -> text(its, last(merge.name()), merge.form()))
                        .orElse("");
        };
    }

    /** One value of a record, or of a line. */
    String text(PaperRecords.Known its, String field, Merge.Form form) {
        return written(form, its.clear(field).orElse(null), its.texts().getOrDefault(field, ""));
    }

    private String written(Merge.Form form, @Nullable Object value, String plain) {
        return switch (form) {
            case PLAIN -> plain;
            case CAPITALS -> capitals(value);
            case DIGITS -> day(value).map(LocalDate::toString).orElse("");
        };
    }

    private String capitals(@Nullable Object value) {
        return value instanceof Money(var amount, String currency, var _)
                ? currency.equals(YUAN) ? ChineseAmount.of(amount) : ""
                : day(value).map(ChineseDay::of).orElse("");
    }

    private Optional<LocalDate> day(@Nullable Object value) {
        ZoneId zone = organisation.company().timeZone();
        return switch (value) {
            case LocalDate day -> Optional.of(day);
            case Instant moment -> Optional.of(LocalDate.ofInstant(moment, zone));
            case null, default -> Optional.empty();
        };
    }

    private String day(LocalDate day) {
        return language == Language.CHINESE
                ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                : day.toString();
    }

    /** What a value is called; absent for one that is hidden or unknown. */
    Optional<Label> label(String name) {
        return of(name).filter(its -> its.texts().containsKey(last(name)))
                .flatMap(its -> its.object().field(last(name)).map(Field::label));
    }

    /** Is it a sum that comes to nothing because there is no line to add up? */
    boolean nothingOfNoLines(String name) {
        return tables.values().stream().allMatch(table -> table.lines().isEmpty())
                && of(name).flatMap(its -> its.clear(last(name)))
                        .map(value -> value instanceof Money money ? money.amount() : value)
                        .filter(BigDecimal.class::isInstance)
                        .map(BigDecimal.class::cast)
                        .filter(amount -> amount.signum() == 0)
                        .isPresent();
    }

    /** An amount in yuan in capital characters. */
    Optional<String> inWords(String name) {
        return of(name).flatMap(its -> its.clear(last(name)))
                .filter(Money.class::isInstance)
                .map(this::capitals)
                .filter(words -> !words.isEmpty());
    }

    private Optional<PaperRecords.Known> of(String name) {
        int dot = name.indexOf('.');
        return Optional.ofNullable(known.get(dot < 0 ? "" : name.substring(0, dot)));
    }

    private static String last(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
