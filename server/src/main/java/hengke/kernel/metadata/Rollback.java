package hengke.kernel.metadata;

import hengke.kernel.metadata.FieldChange.OptionChange;
import hengke.kernel.metadata.OwnObject.Retirement;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Back to an earlier overlay without losing anything: what came since is hidden, as if it had been deleted now; bounds
 * that were widened stay wide, and options that were added stay readable.
 *
 * @param catalog the one in force, which knows what is shipped
 * @param by who goes back
 */
public record Rollback(Catalog catalog, Overlay present, Overlay earlier, Instant at, long by) {

    public Overlay overlay() {
        Overlay back = present;
        for (OwnObject own : present.own()) {
            back = back.with(objectBack(own));
        }
        Set<String> objects = new HashSet<>(present.objects().keySet());
        objects.addAll(earlier.objects().keySet());
        for (String object : objects.stream().sorted().toList()) {
            back = fieldsBack(back, object);
        }
        return back;
    }

    private OwnObject objectBack(OwnObject own) {
        OwnObject then = earlier.own(own.name()).orElse(null);
        Retirement gone = own.retired();
        if (then != null && then.living() && (gone == null || !gone.dropped())) {
            return then;
        }
        return gone == null ? own.retired(new Retirement(at, by, false)) : own;
    }

    private Overlay fieldsBack(Overlay overlay, String object) {
        Overlay back = overlay;
        ObjectOverlay now = present.of(object);
        ObjectOverlay then = earlier.of(object);
        for (Field<?> field : now.added()) {
            if (then.own(field.name()).isEmpty()) {
                back = back.retire(new RetiredField(object, field, at, by, false));
            }
        }
        for (Field<?> field : then.added()) {
            back = fieldBack(back, object, field);
        }
        for (String choice : back.of(object).transitions().keySet()) {
            back = back.with(object, back.of(object).unmoving(choice));
        }
        for (var rules : then.transitions().entrySet()) {
            back = back.with(object, back.of(object).moving(rules.getKey(), rules.getValue()));
        }
        back = back.with(object, back.of(object).named(then.names()));
        for (String shipped : changed(now, then)) {
            back = back.with(object, back.of(object).changing(shipped, changeBack(object, now, then, shipped)));
        }
        return back.with(object, back.of(object).forming(formsBack(back, object, then.forms())));
    }

    /** Layouts pass over fields that are gone for good; rules about them go with them. */
    private static Forms formsBack(Overlay back, String object, Forms then) {
        List<String> gone = back.retired().stream()
                .filter(field -> field.object().equals(object) && field.dropped())
                .map(field -> field.field().name())
                .toList();
        return then.withRules(then.rules().stream()
                .filter(rule -> gone.stream().noneMatch(rule::speaksOf))
                .toList());
    }

    private Overlay fieldBack(Overlay overlay, String object, Field<?> then) {
        RetiredField retired = overlay.retired(object, then.name()).orElse(null);
        if (retired != null && retired.dropped()) {
            return overlay;
        }
        Overlay there = retired == null ? overlay : overlay.restore(retired);
        Field<?> now = there.of(object).own(then.name()).orElse(then);
        return there.with(object, there.of(object).replacing(holding(then, now.type())));
    }

    /** The field as it was then, able to hold what it holds now. */
    @SuppressWarnings("unchecked") // of one kind, and so of one class of values
    private static <T> Field<T> holding(Field<T> then, FieldType<?> now) {
        return then.overlaid((FieldType<T>) widest(then.type(), now), then.traits());
    }

    private static FieldType<?> widest(FieldType<?> then, FieldType<?> now) {
        return switch (then) {
            case TextualType(TextualType.Form form, int most)
            when now instanceof TextualType is -> new TextualType(form, Math.max(most, is.maxLength()));
            case IntegerType(long min, long max)
            when now instanceof IntegerType is -> new IntegerType(Math.min(min, is.min()), Math.max(max, is.max()));
            case DecimalType was
            when now instanceof DecimalType is ->
                new DecimalType(
                        was.form(),
                        Math.max(was.scale(), is.scale()),
                        was.min().min(is.min()),
                        was.max().max(is.max()));
            case ChoiceType(List<Option> options) -> new ChoiceType(readable(options, now));
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) ->
                new TreeChoiceType(new TreeChoiceType.Nodes(readable(options, now)));
            case TextListType(TextListType.Choices(List<Option> options)) ->
                new TextListType(new TextListType.Choices(readable(options, now)));
            default -> then;
        };
    }

    private static List<Option> readable(List<Option> then, FieldType<?> now) {
        Set<String> known = then.stream().map(Option::value).collect(Collectors.toSet());
        List<Option> all = new ArrayList<>(then);
        FieldChange.options(now).orElse(List.of()).stream()
                .filter(option -> !known.contains(option.value()))
                .forEach(option -> all.add(retired(option)));
        return all;
    }

    private static Option retired(Option option) {
        return new Option(option.value(), option.label(), option.color(), option.parent(), false);
    }

    private static Set<String> changed(ObjectOverlay now, ObjectOverlay then) {
        Set<String> fields = new HashSet<>(now.changed().keySet());
        fields.addAll(then.changed().keySet());
        return fields;
    }

    private FieldChange changeBack(String object, ObjectOverlay now, ObjectOverlay then, String field) {
        FieldChange was = Objects.requireNonNullElse(then.changed().get(field), FieldChange.NONE);
        List<OptionChange> added = addedOptions(now.changed().get(field), shippedOptions(object, field));
        if (added.isEmpty()) {
            return was;
        }
        List<OptionChange> options = new ArrayList<>(was.options() == null ? List.of() : was.options());
        Set<String> known = options.stream().map(OptionChange::value).collect(Collectors.toSet());
        added.stream().filter(option -> !known.contains(option.value())).forEach(options::add);
        return new FieldChange(was.label(), was.help(), options, was.traits());
    }

    private Set<String> shippedOptions(String object, String field) {
        return catalog
                .find(object)
                .flatMap(definition -> catalog.base(definition).field(field))
                .flatMap(shipped -> FieldChange.options(shipped.type()))
                .orElse(List.of())
                .stream()
                .map(Option::value)
                .collect(Collectors.toSet());
    }

    /** Options that the company has added, no longer offered. */
    private static List<OptionChange> addedOptions(@Nullable FieldChange change, Set<String> shipped) {
        List<OptionChange> added = new ArrayList<>();
        if (change != null && change.options() != null) {
            for (OptionChange option : change.options()) {
                if (option.instead() != null && !shipped.contains(option.value())) {
                    added.add(new OptionChange(option.value(), retired(option.instead())));
                }
            }
        }
        return added;
    }
}
