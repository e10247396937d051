package hengke.kernel.configuration;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldChange;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.query.SortKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold of a field that an administrator wishes, whatever the records hold. */
final class FieldCheck {
    static final int MOST_FIELDS = 500;
    /** PostgreSQL allows a table 1,600 columns, and counts the dropped ones for ever. */
    private static final int MOST_COLUMNS = 1_400;

    private static final int MOST_OPTIONS = 500;

    private final Catalog catalog;
    private final ObjectDefinition object;
    private final Overlay overlay;
    private final List<FieldError> errors = new ArrayList<>();

    FieldCheck(Catalog catalog, ObjectDefinition object, Overlay overlay) {
        this.catalog = catalog;
        this.object = object;
        this.overlay = overlay;
    }

    /** A field that is new. */
    List<FieldError> added(Field<?> field) {
        if (!FieldName.fits(field.name())) {
            refuse("name", Message.of("catalog.nameForm"));
        } else if (object.field(field.name()).isPresent()) {
            refuse("name", Message.of("catalog.nameTaken", field.name()));
        } else if (overlay.retired(object.name(), field.name()).isPresent()) {
            refuse("name", Message.of("catalog.nameRetired", field.name()));
        }
        checkRoom(field);
        if (FieldChange.options(field.type()).filter(List::isEmpty).isPresent()) {
            refuse("options", Message.of("catalog.noOptions"));
        }
        return common(field);
    }

    /** A field as it is to be from now on. */
    List<FieldError> changed(Field<?> field) {
        return common(field);
    }

    private void checkRoom(Field<?> field) {
        List<Field<?>> all = new ArrayList<>(object.fields());
        overlay.retired().stream()
                .filter(retired -> retired.object().equals(object.name()))
                .forEach(retired -> all.add(retired.field()));
        int columns =
                all.stream().mapToInt(each -> each.type().columns().size()).sum();
        if (object.fields().size() >= MOST_FIELDS
                || columns + field.type().columns().size() > MOST_COLUMNS) {
            refuse("name", Message.of("catalog.tooManyFields", object.label(), MOST_FIELDS));
        }
    }

    private List<FieldError> common(Field<?> field) {
        checkLabel(field);
        checkTraits(field);
        FieldChange.options(field.type()).ifPresent(this::checkOptions);
        checkDefault(field);
        checkTarget(field);
        return List.copyOf(errors);
    }

    private void checkLabel(Field<?> field) {
        String label = field.label().chinese();
        if (label.isBlank()) {
            refuse("label", Message.of("catalog.noLabel"));
        }
        boolean taken = object.fields().stream()
                .anyMatch(other -> !other.name().equals(field.name())
                        && other.label().chinese().equals(label));
        if (taken) {
            refuse("label", Message.of("catalog.labelTaken", label));
        }
    }

    private void checkTraits(Field<?> field) {
        if (field.computation() != null) {
            checkComputed(field);
            return;
        }
        if (field.traits().is(Trait.UNIQUE) && !mayBeUnique(field)) {
            refuse("unique", Message.of("catalog.notUnique"));
        }
        if (field.traits().is(Trait.SEARCHED) && !maySearch(field)) {
            refuse("searched", Message.of("catalog.notSearched"));
        }
        if (field.traits().is(Trait.INDEXED) && !SortKey.sortable(field)) {
            refuse("indexed", Message.of("catalog.notIndexed"));
        }
    }

    /** What is computed cannot be asked of people, and what is not stored has no index. */
    private void checkComputed(Field<?> field) {
        Map<String, Trait> impossible = new LinkedHashMap<>(
                Map.of("required", Trait.REQUIRED, "unique", Trait.UNIQUE, "searched", Trait.SEARCHED));
        if (field.isFormula()) {
            impossible.put("indexed", Trait.INDEXED);
        }
        impossible.forEach((key, trait) -> {
            if (field.traits().is(trait)) {
                refuse(key, Message.of("catalog.computed"));
            }
        });
    }

    static boolean mayBeUnique(Field<?> field) {
        return field.type() instanceof TextualType && SortKey.sortable(field);
    }

    static boolean maySearch(Field<?> field) {
        return field.type() instanceof TextualType(TextualType.Form form, int _) && form != TextualType.Form.RICH_TEXT;
    }

    private void checkOptions(List<Option> options) {
        if (options.size() > MOST_OPTIONS) {
            refuse("options", Message.of("catalog.tooManyOptions", MOST_OPTIONS));
        }
        Set<String> labels = new HashSet<>();
        Map<String, Option> byValue = new HashMap<>();
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            if (byValue.put(option.value(), option) != null) {
                refuse("options[" + i + "].value", Message.of("catalog.optionTwice", option.value()));
            }
            if (!labels.add(option.parent() + "/" + option.label().chinese())) {
                refuse("options[" + i + "].label", Message.of("catalog.optionTwice", option.label()));
            }
        }
        for (int i = 0; i < options.size(); i++) {
            if (!reachesTop(options.get(i), byValue)) {
                refuse("options[" + i + "].parent", Message.of("catalog.optionParent"));
            }
        }
    }

    private static boolean reachesTop(Option option, Map<String, Option> byValue) {
        Set<String> passed = new HashSet<>();
        Option at = option;
        while (at.parent() != null) {
            Option above = byValue.get(at.parent());
            if (above == null || !passed.add(at.value())) {
                return false;
            }
            at = above;
        }
        return true;
    }

    private void checkDefault(Field<?> field) {
        boolean fits = switch (field.traits().defaultValue()) {
            case null -> true;
            case DefaultValue.NextNumber _ -> true;
            case DefaultValue.Now _ -> field.type() instanceof DateType || field.type() instanceof DateTimeType;
            case DefaultValue.CurrentUser _ -> field.type() instanceof IdType(IdType.User _);
            case DefaultValue.Constant constant -> fits(field, constant);
        };
        if (!fits) {
            refuse("default", Message.of("catalog.default"));
        }
    }

    private boolean fits(Field<?> field, DefaultValue.Constant constant) {
        boolean pointer = switch (field.type()) {
            case IdType _, IdListType _, LinkType _ -> true;
            default -> false;
        };
        if (pointer) {
            return false;
        }
        try {
            Object value = field.type().read(constant.value());
            Map<String, Option> options = FieldChange.options(field.type()).orElse(List.of()).stream()
                    .collect(Collectors.toMap(Option::value, Function.identity(), (first, _) -> first));
            return !(value instanceof String chosen)
                    || !options.containsKey(chosen)
                    || options.get(chosen).active();
        } catch (Unreadable unreadable) {
            errors.add(FieldError.of("default", unreadable.reason()));
            return true;
        }
    }

    private void checkTarget(Field<?> field) {
        boolean nowhere = target(field)
                .map(target -> catalog.find(target).isEmpty())
                .orElseGet(() -> field.type() instanceof LinkType
                        && catalog.targets(field).isEmpty());
        if (nowhere) {
            refuse("targets", Message.of("catalog.noTarget"));
        }
    }

    /** The one object that a field points at. */
    static Optional<String> target(Field<?> field) {
        return switch (field.type()) {
            case IdType(IdType.Records(String name)) -> Optional.of(name);
            case IdListType(IdListType.Records(String name)) -> Optional.of(name);
            default -> Optional.empty();
        };
    }

    private void refuse(String key, Message message) {
        errors.add(FieldError.of(key, message));
    }
}
