package hengke.web.catalog;

import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Names;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.records.NumberPattern;
import hengke.kernel.text.Pinyin;
import hengke.web.Body;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads an own object as an administrator wishes it; what is not mentioned is as usual, or stays as it is. */
@Component
final class ObjectReader {
    /** The groups of the navigation. */
    static final List<String> APPLICATIONS =
            List.of("workplace", "customers", "sales", "marketing", "service", "analytics", "collaboration");

    private static final Label TITLE = new Label("名称", "Name");
    private static final TextualType PATTERN = new TextualType(TextualType.Form.TEXT, 40);
    private static final int LONGEST = 30;

    OwnObject added(Body body) {
        Label label = Texts.read(body, "label", Texts.LABEL, null).orElse(new Label("", ""));
        String stated = body.optional("name", Texts.NAME).orElse("");
        return new OwnObject(
                stated.isEmpty() ? madeOf(label) : nameOf(stated),
                label,
                plural(body, label, null),
                application(body, "customers"),
                body.optional("icon", Texts.NAME).orElse("record"),
                title(body),
                body.mentions("capabilities") ? body.list("capabilities", Texts.NAME) : List.of("owned"),
                null);
    }

    OwnObject changed(Body body, OwnObject present) {
        Label label = Texts.read(body, "label", Texts.LABEL, present.label()).orElse(present.label());
        return new OwnObject(
                present.name(),
                label,
                plural(body, label, present.plural()),
                application(body, present.application()),
                body.kept("icon", Texts.NAME, present.icon()),
                present.title(),
                body.mentions("capabilities") ? body.list("capabilities", Texts.NAME) : present.capabilities(),
                present.retired());
    }

    /** What a shipped object is to be called; null for the name it came with. */
    static @Nullable Names names(Body body, Names present, Names usual) {
        for (String fixed : List.of("application", "icon", "capabilities")) {
            if (body.mentions(fixed)) {
                body.refuse(fixed, Message.of("catalog.shippedObjectFixed"));
            }
        }
        if (body.mentions("label") && body.given("label").isEmpty()) {
            return null;
        }
        Label label = Texts.read(body, "label", Texts.LABEL, present.one()).orElse(present.one());
        Names wished = new Names(label, plural(body, label, present.several()));
        return wished.equals(usual) ? null : wished;
    }

    /** The names of a shipped object under the keys by which they are read. */
    static void write(Names names, ObjectNode into) {
        into.set("label", Texts.write(names.one()));
        into.set("plural", Texts.write(names.several()));
    }

    /** The settings of an own object under the keys by which they are read. */
    static void write(OwnObject object, ObjectNode into) {
        into.set("label", Texts.write(object.label()));
        into.set("plural", Texts.write(object.plural()));
        into.put("application", object.application()).put("icon", object.icon());
        ArrayNode capabilities = into.putArray("capabilities");
        object.capabilities().forEach(capabilities::add);
        ObjectNode title =
                into.putObject("title").put("kind", object.title().type().kind());
        title.set("label", Texts.write(object.title().label()));
        if (object.title().traits().defaultValue() instanceof DefaultValue.NextNumber(String pattern)) {
            title.put("pattern", pattern);
        }
    }

    private static Label plural(Body body, Label label, @Nullable Label present) {
        return Texts.read(body, "plural", Texts.LABEL, present)
                .or(() -> Optional.ofNullable(present))
                .map(plural -> new Label(label.chinese(), plural.english()))
                .orElse(label);
    }

    private static String application(Body body, String present) {
        String application = body.kept("application", Texts.NAME, present);
        if (!APPLICATIONS.contains(application)) {
            body.refuse("application", Message.of("catalog.unknownApplication", String.join(", ", APPLICATIONS)));
        }
        return application;
    }

    /** A name to be typed, or a running number. */
    private static Field<?> title(Body body) {
        return body.inside("title").map(ObjectReader::wishedTitle).orElseGet(() -> titled(TITLE, null));
    }

    private static Field<?> wishedTitle(Body body) {
        Label label = Texts.read(body, "label", Texts.LABEL, null).orElse(TITLE);
        String kind = body.optional("kind", Texts.NAME).orElse("text");
        String pattern = body.optional("pattern", PATTERN).orElse("{yyyyMM}{0000}");
        body.refuseUnasked();
        if (!kind.equals("autoNumber")) {
            return titled(label, null);
        }
        if (!NumberPattern.fits(pattern)) {
            body.refuse("pattern", Message.of("catalog.pattern"));
        }
        return titled(label, new DefaultValue.NextNumber(pattern));
    }

    private static Field<?> titled(Label label, @Nullable DefaultValue number) {
        Set<Trait> traits =
                EnumSet.of(Trait.TITLE, Trait.SEARCHED, Trait.LISTED, number == null ? Trait.REQUIRED : Trait.UNIQUE);
        TextualType type = number == null
                ? new TextualType(TextualType.Form.TEXT, 200)
                : new TextualType(TextualType.Form.AUTO_NUMBER, 60);
        return Field.of(
                OwnObject.TITLE,
                type,
                new FieldTraits(label, null, traits, OwnObject.BASICS, number, null, List.of(), null));
    }

    private static String nameOf(String stated) {
        String kebab = stated.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return kebab.startsWith(OwnObject.PREFIX) ? kebab : OwnObject.PREFIX + kebab;
    }

    private static String madeOf(Label label) {
        String words = label.english().isBlank() ? Pinyin.of(label.chinese()).full() : label.english();
        String plain =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[0-9-]+|-+$", "");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
        return OwnObject.PREFIX + (cut.isEmpty() ? "object" : cut);
    }
}
