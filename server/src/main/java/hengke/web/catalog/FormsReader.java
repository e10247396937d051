package hengke.web.catalog;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.Role;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FormLayout;
import hengke.kernel.metadata.FormLayout.Place;
import hengke.kernel.metadata.FormLayout.Section;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.ValueRule;
import hengke.kernel.metadata.ValueRule.Effect;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads layouts and field rules as an administrator sends them, or as a file brings them: there roles stand by their
 * names, because another installation numbers them otherwise.
 */
final class FormsReader {
    private static final BooleanType FLAG = new BooleanType();
    private static final IntegerType COUNT = new IntegerType(1, 2);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private final ObjectDefinition object;
    private final Organisation organisation;
    private final boolean rolesByName;

    FormsReader(ObjectDefinition object, Organisation organisation, boolean rolesByName) {
        this.object = object;
        this.organisation = organisation;
        this.rolesByName = rolesByName;
    }

    List<FormLayout> layouts(Body body) {
        List<Body> all = body.each("layouts");
        Set<String> keys = all.stream()
                .flatMap(each -> each.optional("key", Texts.NAME).stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<FormLayout> layouts = new ArrayList<>();
        for (Body each : all) {
            layouts.add(layout(each, keys));
            each.refuseUnasked();
        }
        return layouts;
    }

    private FormLayout layout(Body body, Set<String> keys) {
        String key = body.optional("key", Texts.NAME).orElseGet(() -> free(keys));
        List<Section> sections = new ArrayList<>();
        for (Body each : body.each("sections")) {
            sections.add(section(each));
            each.refuseUnasked();
        }
        Set<String> placed = sections.stream()
                .flatMap(section -> section.fields().stream())
                .map(Place::field)
                .collect(Collectors.toSet());
        List<String> leftOut = body.mentions("leftOut")
                ? body.list("leftOut", Texts.NAME)
                : FormLayout.placeable(object).stream()
                        .map(Field::name)
                        .filter(name -> !placed.contains(name))
                        .toList();
        return new FormLayout(
                key,
                label(body, "name"),
                roles(body),
                sections,
                leftOut,
                body.kept("newFields", FLAG, true),
                body.list("listColumns", Texts.NAME));
    }

    private static String free(Set<String> keys) {
        int number = 1;
        while (!keys.add("layout-" + number)) {
            number++;
        }
        return "layout-" + number;
    }

    private static Section section(Body body) {
        List<Place> places = new ArrayList<>();
        for (Body each : body.each("fields")) {
            each.required("field", Texts.NAME)
                    .ifPresent(field -> places.add(new Place(field, each.kept("wide", FLAG, false))));
            each.refuseUnasked();
        }
        return new Section(
                label(body, "label"),
                body.optional("columns", COUNT).orElse(2L).intValue(),
                body.kept("collapsed", FLAG, false),
                body.given("shownWhen").orElse(null),
                places);
    }

    List<ValueRule> rules(Body body) {
        List<ValueRule> rules = new ArrayList<>();
        for (Body each : body.each("rules")) {
            Optional<String> wire = each.required("effect", Texts.NAME);
            Optional<Effect> effect = wire.flatMap(Effect::of);
            if (wire.isPresent() && effect.isEmpty()) {
                each.refuse("effect", Message.of("catalog.ruleEffect"));
            }
            rules.add(new ValueRule(
                    label(each, "name"),
                    each.given("when").orElse(null),
                    effect.orElse(Effect.REQUIRE),
                    each.list("fields", Texts.NAME),
                    roles(each)));
            each.refuseUnasked();
        }
        return rules;
    }

    private static Label label(Body body, String key) {
        return Texts.read(body, key, Texts.LABEL, null).orElse(new Label("", ""));
    }

    private Set<Long> roles(Body body) {
        Set<Long> ids = new HashSet<>();
        if (rolesByName) {
            body.list("roles", Texts.NAME)
                    .forEach(name -> organisation.roles().stream()
                            .filter(role -> role.name().equals(name))
                            .map(Role::id)
                            .findFirst()
                            .ifPresentOrElse(
                                    ids::add, () -> body.refuse("roles", Message.of("catalog.roleNamed", name))));
        } else {
            body.list("roles", ID).forEach(id -> {
                ids.add(id);
                if (organisation.role(id).isEmpty()) {
                    body.refuse("roles", Message.of("catalog.role", id));
                }
            });
        }
        return ids;
    }
}
