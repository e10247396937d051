package hengke.web.catalog;

import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads transition rules as an administrator sends them; whatever is wrong is said at its place. */
final class TransitionsReader {
    private static final BooleanType FLAG = new BooleanType();
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private final ObjectDefinition object;
    private final Field<?> field;
    private final Organisation organisation;
    private final Set<String> values;
    private final Set<List<@Nullable String>> seen = new HashSet<>();

    TransitionsReader(ObjectDefinition object, Field<?> field, Organisation organisation) {
        if (!(field.type() instanceof ChoiceType(List<Option> options))) {
            throw new Refusal.Conflict("notPossible", Message.of("catalog.movesOfChoices"), Map.of());
        }
        this.object = object;
        this.field = field;
        this.organisation = organisation;
        this.values = options.stream().map(Option::value).collect(Collectors.toSet());
    }

    Transitions read(Body body) {
        boolean onlyListed = body.kept("onlyListed", FLAG, false);
        List<Move> moves = new ArrayList<>();
        for (Body each : body.each("moves")) {
            moves.add(move(each));
            each.refuseUnasked();
        }
        return new Transitions(onlyListed, moves);
    }

    private Move move(Body body) {
        String from = body.changed("from", NAME, null);
        String to = body.changed("to", NAME, null);
        if (from != null && !from.equals(Transitions.ANY)) {
            checkOption(body, "from", from);
        }
        if (to != null) {
            checkOption(body, "to", to);
        }
        if (!seen.add(Arrays.asList(from, to))) {
            body.refuse("to", Message.of("catalog.moveTwice"));
        }
        List<Long> roles = body.list("roles", ID);
        roles.stream()
                .filter(id -> organisation.role(id).isEmpty())
                .forEach(id -> body.refuse("roles", Message.of("catalog.moveRole", id)));
        List<String> required = body.list("required", NAME);
        required.stream()
                .filter(name -> !fillable(name))
                .forEach(name -> body.refuse("required", Message.of("catalog.moveRequires", name)));
        return new Move(
                from,
                to,
                Set.copyOf(roles),
                required,
                body.kept("forbidden", FLAG, false),
                body.kept("lasting", FLAG, false));
    }

    private void checkOption(Body body, String key, String value) {
        if (!values.contains(value)) {
            body.refuse(key, Message.of("catalog.moveOption", field.label(), value));
        }
    }

    private boolean fillable(String name) {
        return object.field(name)
                .filter(other ->
                        !other.traits().is(Trait.DERIVED) && !other.traits().is(Trait.SYSTEM))
                .isPresent();
    }
}
