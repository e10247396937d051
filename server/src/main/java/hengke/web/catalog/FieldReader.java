package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.Relation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.records.NumberPattern;
import hengke.web.Body;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a field as an administrator wishes it; what is not mentioned is as usual, or stays as it is. */
@Component
final class FieldReader {
    private static final Label SECTION = new Label("自定义信息", "More");
    private static final BooleanType FLAG = new BooleanType();
    private static final TextualType PATTERN = new TextualType(TextualType.Form.TEXT, 40);
    private static final String USUAL_PATTERN = "{yyyyMM}{0000}";
    /** What may be said of a field with a tick, and under which key. */
    static final Map<String, Trait> TICKS = ticks();

    private final Map<String, FieldSettings> byKind = new LinkedHashMap<>();

    FieldReader(ObjectProvider<FieldSettings> settings) {
        settings.orderedStream().forEach(each -> each.kinds().forEach(kind -> byKind.put(kind, each)));
    }

    private static Map<String, Trait> ticks() {
        Map<String, Trait> ticks = new LinkedHashMap<>();
        ticks.put("required", Trait.REQUIRED);
        ticks.put("unique", Trait.UNIQUE);
        ticks.put("searched", Trait.SEARCHED);
        ticks.put("listed", Trait.LISTED);
        ticks.put("headline", Trait.HEADLINE);
        ticks.put("indexed", Trait.INDEXED);
        return ticks;
    }

    /** The kinds that can be added. */
    List<String> kinds() {
        return List.copyOf(byKind.keySet());
    }

    Optional<FieldSettings> settings(Field<?> field) {
        return Optional.ofNullable(byKind.get(field.kind()));
    }

    /**
     * A new field.
     *
     * @param catalog where it is to be: in force, or a draft
     * @param naming gives it a name when it is known what it is called
     */
    Optional<Field<?>> added(Body body, Catalog catalog, ObjectDefinition object, Function<Label, String> naming) {
        String kind = body.required("kind", Texts.NAME).orElse("");
        FieldSettings settings = byKind.get(kind);
        if (settings == null) {
            body.refuse("kind", Message.of("catalog.unknownKind", String.join(", ", byKind.keySet())));
            return Optional.empty();
        }
        FieldType<?> type = settings.read(catalog, object, kind, body, null);
        FieldTraits traits = traits(body, object, kind, null);
        Computation computation = settings.computation(catalog, object, body, null);
        return Optional.of(Field.of(naming.apply(traits.label()), type, traits).computed(computation));
    }

    /** A field as it is after this body. */
    Field<?> changed(Body body, Catalog catalog, ObjectDefinition object, Field<?> present) {
        String kind = body.kept("kind", Texts.NAME, present.kind());
        if (!kind.equals(present.kind())) {
            body.refuse("kind", Message.of("catalog.kindFixed"));
        }
        Optional<FieldSettings> settings = settings(present);
        FieldType<?> type = settings.<FieldType<?>>map(
                        its -> its.read(catalog, object, present.kind(), body, present.type()))
                .orElse(present.type());
        Computation computation = settings.map(its -> its.computation(catalog, object, body, present))
                .orElse(present.computation());
        return Field.of(present.name(), type, traits(body, object, present.kind(), present.traits()))
                .computed(computation);
    }

    private static FieldTraits traits(Body body, ObjectDefinition object, String kind, @Nullable FieldTraits present) {
        Label before = present == null ? null : present.label();
        Label label = Texts.read(body, "label", Texts.LABEL, before)
                .orElse(before == null || body.mentions("label") ? new Label("", "") : before);
        return new FieldTraits(
                label,
                help(body, present == null ? null : present.help()),
                ticked(body, present == null ? Set.of() : present.traits()),
                section(body, object, present),
                initial(body, kind, present == null ? null : present.defaultValue()),
                relation(body, object, present),
                present == null ? List.of() : present.otherNames(),
                present == null ? null : present.computation());
    }

    private static @Nullable Label help(Body body, @Nullable Label present) {
        if (!body.mentions("help")) {
            return present;
        }
        return Texts.read(body, "help", Texts.HELP, present)
                .filter(help -> !(help.chinese() + help.english()).isBlank())
                .orElse(null);
    }

    private static Set<Trait> ticked(Body body, Set<Trait> present) {
        Set<Trait> said = EnumSet.noneOf(Trait.class);
        said.addAll(present);
        TICKS.forEach((key, trait) -> {
            if (body.kept(key, FLAG, present.contains(trait))) {
                said.add(trait);
            } else {
                said.remove(trait);
            }
        });
        return said;
    }

    /** A part of the form that is there already is meant by its name in either language. */
    private static @Nullable Label section(Body body, ObjectDefinition object, @Nullable FieldTraits present) {
        Label usual = object.name().startsWith(OwnObject.PREFIX) ? OwnObject.BASICS : SECTION;
        Label before = present == null ? usual : present.section();
        if (!body.mentions("section")) {
            return before;
        }
        return Texts.read(body, "section", Texts.LABEL, null)
                .map(wished -> object.sections().keySet().stream()
                        .filter(section -> section.chinese().equals(wished.chinese())
                                || section.english().equals(wished.chinese()))
                        .findFirst()
                        .orElse(wished))
                .orElse(before);
    }

    /** What the records are called on the one they are to live within: who sees that one sees them. */
    private static @Nullable Relation relation(Body body, ObjectDefinition object, @Nullable FieldTraits present) {
        Relation before = present == null ? null : present.parent();
        if (!body.mentions("relation")) {
            return before;
        }
        Optional<Label> label = Texts.read(body, "relation", Texts.LABEL, before == null ? null : before.label());
        if (present != null) {
            if (label.isPresent() == (before == null)) {
                body.refuse("relation", Message.of("catalog.targetFixed"));
            }
            return before == null ? null : new Relation(before.name(), label.orElse(before.label()));
        }
        if (label.isPresent() && !object.name().startsWith(OwnObject.PREFIX)) {
            body.refuse("relation", Message.of("catalog.relationOwn"));
        }
        return label.map(words -> new Relation(object.table(), words)).orElse(null);
    }

    private static @Nullable DefaultValue initial(Body body, String kind, @Nullable DefaultValue present) {
        if (kind.equals("autoNumber")) {
            String before = present instanceof DefaultValue.NextNumber(String pattern) ? pattern : USUAL_PATTERN;
            String pattern = body.kept("pattern", PATTERN, before);
            if (!NumberPattern.fits(pattern)) {
                body.refuse("pattern", Message.of("catalog.pattern"));
                return null;
            }
            return new DefaultValue.NextNumber(pattern);
        }
        if (!body.mentions("default")) {
            return present;
        }
        return body.given("default").map(FieldReader::defaultValue).orElse(null);
    }

    private static DefaultValue defaultValue(JsonNode json) {
        return switch (json.path("is").asString("")) {
            case "now" -> new DefaultValue.Now();
            case "currentUser" -> new DefaultValue.CurrentUser();
            default -> new DefaultValue.Constant(json);
        };
    }
}
