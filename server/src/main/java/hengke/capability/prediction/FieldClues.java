package hengke.capability.prediction;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.learning.Column;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
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
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.metadata.type.TreeChoiceType.Divisions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What people have filled in: choices, people, numbers, amounts and dates by their value, regions by their province, and
 * of text whether there is any. Own fields count as shipped ones do.
 */
@Component
@Order(10)
final class FieldClues implements Clues {
    /** What stands for text that is there. */
    static final String FILLED = "filled";

    private final LiveOrganisation organisation;

    FieldClues(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public List<Clue> of(ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> counts(object, field))
                .flatMap(field -> clue(field).stream())
                .toList();
    }

    /** What follows from other values, names the record, or tells how it ended, is no clue. */
    private static boolean counts(ObjectDefinition object, Field<?> field) {
        Predicted predicted = Predicted.of(object);
        return !field.traits().is(Trait.DERIVED)
                && !field.traits().is(Trait.SYSTEM)
                && !field.traits().is(Trait.TITLE)
                && field.computation() == null
                && !field.equals(predicted.outcome())
                && !predicted.never().contains(field.name());
    }

    private static Optional<Clue> clue(Field<?> field) {
        Column column = switch (field.type()) {
            case ChoiceType _, TreeChoiceType _, BooleanType _ -> Column.choice(field.name());
            case IdType(IdType.Target target) when !(target instanceof IdType.Records) -> Column.choice(field.name());
            case TextualType text when text.form() != TextualType.Form.AUTO_NUMBER -> Column.choice(field.name());
            case IntegerType _, DecimalType _, MoneyType _ -> Column.amount(field.name());
            case DateType _, DateTimeType _ -> Column.number(field.name());
            case IdType _,
                    TextualType _,
                    TextListType _,
                    IdListType _,
                    LinkType _,
                    AddressType _,
                    LocationType _,
                    JsonType _ -> null;
        };
        boolean date = field.type() instanceof DateType || field.type() instanceof DateTimeType;
        return Optional.ofNullable(column)
                .map(known ->
                        new Clue(known, field.label(), field, date ? Clue.Unit.DAYS_AHEAD : Clue.Unit.PLAIN, date));
    }

    @Override
    public void tell(DSLContext database, ObjectDefinition object, List<Moment> moments) {
        ZoneId zone = organisation.get().company().timeZone();
        List<Clue> clues = of(object);
        for (Moment moment : moments) {
            LocalDate day = LocalDate.ofInstant(moment.at(), zone);
            for (Clue clue : clues) {
                Field<?> field = clue.field();
                Object value = field == null ? null : value(field, moment.row().get(field), day, zone);
                if (value != null) {
                    moment.known().put(clue.name(), value);
                }
            }
        }
    }

    private static @Nullable Object value(Field<?> field, @Nullable Object value, LocalDate day, ZoneId zone) {
        return switch (value) {
            case null -> null;
            case Money money -> money.worth();
            case LocalDate date -> ChronoUnit.DAYS.between(day, date);
            case Instant instant -> ChronoUnit.DAYS.between(day, LocalDate.ofInstant(instant, zone));
            case String text when field.type() instanceof TextualType -> text.isBlank() ? null : FILLED;
            case String code
            when field.type() instanceof TreeChoiceType(var tree) && tree instanceof Divisions -> code.substring(0, 2);
            case Number number when field.type() instanceof IdType -> number.toString();
            case Number number -> number;
            default -> value.toString();
        };
    }
}
