package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldChange;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for the moves of choices as administrators set them, and what must stay because they speak of it. */
public final class MoveRules {
    private final CatalogChanges changes;

    MoveRules(CatalogChanges changes) {
        this.changes = changes;
    }

    /**
     * Lays rules over a choice instead of those it has.
     *
     * @param seen the version of the catalog that the administrator looked at; null when that does not matter
     */
    public Catalog replace(Actor by, @Nullable Long seen, String objectName, String fieldName, Transitions rules) {
        return changes.make(by, seen, (overlay, before) -> {
            if (before.object(objectName).field(fieldName).isEmpty()) {
                throw new Refusal.NotFound();
            }
            return overlay.with(objectName, overlay.of(objectName).moving(fieldName, rules));
        });
    }

    /** The rules without what cannot be asked any more because it is gone. */
    static @Nullable Transitions stillPossible(ObjectDefinition object, @Nullable Transitions rules) {
        return rules == null
                ? null
                : new Transitions(
                        rules.onlyListed(),
                        rules.moves().stream()
                                .map(move -> new Move(
                                        move.from(),
                                        move.to(),
                                        move.roles(),
                                        move.required().stream()
                                                .filter(name ->
                                                        object.field(name).isPresent())
                                                .toList(),
                                        move.forbidden(),
                                        move.lasting()))
                                .toList());
    }

    /** Options that moves speak of cannot go; they can be retired. */
    static List<FieldError> missingOptions(ObjectDefinition object, Field<?> wished) {
        Transitions rules = object.transitions().get(wished.name());
        if (rules == null) {
            return List.of();
        }
        List<String> there = FieldChange.options(wished.type()).orElse(List.of()).stream()
                .map(Option::value)
                .toList();
        return rules.moves().stream()
                .flatMap(MoveRules::ends)
                .distinct()
                .filter(value -> !there.contains(value))
                .map(value -> FieldError.of("options", Message.of("catalog.optionInMoves", value)))
                .toList();
    }

    private static Stream<String> ends(Move move) {
        return Stream.of(move.from(), move.to())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(value -> !value.equals(Transitions.ANY));
    }
}
