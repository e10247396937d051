package hengke.kernel.configuration;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FormLayout;
import hengke.kernel.metadata.FormLayout.Place;
import hengke.kernel.metadata.FormLayout.Section;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of the layouts that an administrator wishes; above all, that with each of them one can save. */
final class LayoutCheck {
    private static final int MOST = 30;
    private static final int MOST_SECTIONS = 50;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Catalog catalog;
    private final ObjectDefinition object;
    private final Set<String> placeable;
    private final List<FieldError> errors = new ArrayList<>();

    LayoutCheck(Catalog catalog, ObjectDefinition object) {
        this.catalog = catalog;
        this.object = object;
        this.placeable = FormLayout.placeable(object).stream().map(Field::name).collect(Collectors.toSet());
    }

    List<FieldError> errors(List<FormLayout> layouts) {
        if (layouts.size() > MOST) {
            refuse("layouts", Message.of("catalog.tooManyLayouts", MOST));
        }
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < layouts.size(); i++) {
            String at = "layouts[" + i + "].";
            FormLayout layout = layouts.get(i);
            if (!KEY.matcher(layout.key()).matches() || !keys.add(layout.key())) {
                refuse(at + "key", Message.of("catalog.layoutKey"));
            }
            String name = layout.name().chinese();
            if (name.isBlank()) {
                refuse(at + "name", Message.of("catalog.noLayoutName"));
            } else if (!names.add(name)) {
                refuse(at + "name", Message.of("catalog.layoutNameTaken", name));
            }
            if (layout.standard() != layout.roles().isEmpty()) {
                refuse(
                        at + "roles",
                        Message.of(layout.standard() ? "catalog.layoutStandardRoles" : "catalog.layoutRoles"));
            }
            check(layout, at);
        }
        return List.copyOf(errors);
    }

    private void check(FormLayout layout, String at) {
        if (layout.sections().size() > MOST_SECTIONS) {
            refuse(at + "sections", Message.of("catalog.layoutTooLarge", MOST_SECTIONS));
        }
        Set<String> placed = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < layout.sections().size(); i++) {
            String label = layout.sections().get(i).label().chinese();
            if (!labels.add(label)) {
                refuse(at + "sections[" + i + "].label", Message.of("catalog.layoutSectionTwice", label));
            }
            check(layout.sections().get(i), at + "sections[" + i + "].", placed);
        }
        checkNeeded(layout, at, placed);
        for (int i = 0; i < layout.listColumns().size(); i++) {
            String column = layout.listColumns().get(i);
            boolean fits = object.field(column)
                    .filter(field -> !(field.type() instanceof JsonType))
                    .isPresent();
            if (!fits || layout.listColumns().indexOf(column) != i) {
                refuse(at + "listColumns[" + i + "]", Message.of("catalog.layoutColumn", column));
            }
        }
    }

    private void check(Section section, String at, Set<String> placed) {
        if (section.label().chinese().isBlank()) {
            refuse(at + "label", Message.of("catalog.noLabel"));
        }
        if (section.columns() < 1 || section.columns() > 2) {
            refuse(at + "columns", Message.of("catalog.layoutColumns"));
        }
        errors.addAll(ConditionCheck.errors(catalog, object, section.shownWhen(), at + "shownWhen"));
        for (int i = 0; i < section.fields().size(); i++) {
            Place place = section.fields().get(i);
            String field = at + "fields[" + i + "].field";
            if (!placeable.contains(place.field())) {
                refuse(field, Message.of("catalog.layoutField", place.field()));
            } else if (!placed.add(place.field())) {
                refuse(field, Message.of("catalog.layoutTwice", label(place.field())));
            }
        }
    }

    private void checkNeeded(FormLayout layout, String at, Set<String> placed) {
        Set<String> certain = layout.sections().stream()
                .filter(section -> section.shownWhen() == null)
                .flatMap(section -> section.fields().stream())
                .map(Place::field)
                .collect(Collectors.toSet());
        FormLayout.placeable(object).stream()
                .filter(FormLayout::demanded)
                .filter(field -> !certain.contains(field.name()))
                .filter(field -> placed.contains(field.name())
                        || !layout.newFields()
                        || layout.leftOut().contains(field.name()))
                .forEach(field -> refuse(at + "sections", Message.of("catalog.layoutLacks", field.label())));
    }

    private Object label(String field) {
        return object.field(field).<Object>map(Field::label).orElse(field);
    }

    private void refuse(String at, Message message) {
        errors.add(FieldError.of(at, message));
    }
}
