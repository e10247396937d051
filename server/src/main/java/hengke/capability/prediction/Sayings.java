package hengke.capability.prediction;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.Regions;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What clues found, as people say it. */
@Component
public final class Sayings {
    private final LiveOrganisation organisation;

    Sayings(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    /** A value that is known of a record, or that it is not known. */
    Message said(Clue clue, @Nullable Object value) {
        return switch (value) {
            case null -> Message.of("prediction.unknown");
            case Number number when clue.unit() == Clue.Unit.DAYS -> Message.of("prediction.days", number.longValue());
            case Number number
            when clue.unit() == Clue.Unit.DAYS_AHEAD ->
                number.longValue() < 0
                        ? Message.of("prediction.daysAgo", -number.longValue())
                        : Message.of("prediction.daysAhead", number.longValue());
            case Number number -> Message.of("prediction.value", plain(number));
            default -> Message.of("prediction.value", word(clue, value.toString()));
        };
    }

    private static String plain(Number number) {
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.doubleValue());
        return "%,.2f".formatted(exact.setScale(2, RoundingMode.HALF_UP)).replaceAll("\\.?0+$", "");
    }

    /** A word of a choice as the company calls it. */
    public Object word(Clue clue, String word) {
        Field<?> field = clue.field();
        return switch (field == null ? null : field.type()) {
            case ChoiceType(List<Option> options) -> option(options, word);
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> option(options, word);
            case TreeChoiceType _ -> Regions.name(word).orElse(word);
            case BooleanType _ -> Message.of(word.equals("true") ? "prediction.yes" : "prediction.no");
            case TextualType _ -> Message.of("prediction.filled");
            case IdType(IdType.User _) ->
                organisation
                        .get()
                        .person(Long.parseLong(word))
                        .<Object>map(found -> found.name())
                        .orElse(word);
            case null, default -> word;
        };
    }

    private static Object option(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .<Object>map(Option::label)
                .findFirst()
                .orElseGet(() -> new Label(value, value));
    }
}
