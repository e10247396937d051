package hengke.kernel.transfer.importing;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Nearest;
import hengke.kernel.text.Folding;
import hengke.kernel.text.value.CurrencyNames;
import hengke.kernel.text.value.Decimals;
import hengke.kernel.text.value.Phones;
import hengke.kernel.text.value.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proposes where the columns of a file go: as remembered, by name, by the usual other names, by what they hold. */
public final class Matching {
    /** What stands around a title: a required mark, a unit or an explanation in brackets. */
    private static final Pattern DECORATION = Pattern.compile("[*＊:：]|[（(\\[【][^）)\\]】]*[）)\\]】]");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE);

    private Matching() {}

    /** A column of the file with a few of its values. */
    public record Column(int index, String title, List<String> samples) {}

    /** How sure the proposal is, surest first. */
    public enum Confidence {
        REMEMBERED,
        EXACT,
        SIMILAR,
        GUESSED,
        NONE
    }

    public record Proposal(@Nullable Target target, Confidence confidence) {
        static final Proposal NOTHING = new Proposal(null, Confidence.NONE);
    }

    /**
     * One proposal for each column. A target is given once, but a region may be spread over several columns, and
     * an amount have its currency beside it.
     *
     * @param remembered targets by title as {@link #key} writes it
     */
    public static List<Proposal> propose(List<Column> columns, List<Target> targets, Map<String, String> remembered) {
        List<Proposal> proposals = matched(columns, targets, remembered);
        Set<Catalog.Child> nameless = nameless(proposals);
        return nameless.isEmpty()
                ? proposals
                : propose(
                        columns,
                        targets.stream()
                                .filter(target -> !nameless.contains(target.child()))
                                .toList(),
                        remembered);
    }

    /** Children of which something was found but not what they are called: they could not be created. */
    private static Set<Catalog.Child> nameless(List<Proposal> proposals) {
        Set<Catalog.Child> children = new HashSet<>();
        Set<Catalog.Child> named = new HashSet<>();
        for (Proposal proposal : proposals) {
            Target target = proposal.target();
            if (target != null && target.child() != null) {
                children.add(target.child());
                if (target.field().equals(target.child().object().title())) {
                    named.add(target.child());
                }
            }
        }
        children.removeAll(named);
        return children;
    }

    private static List<Proposal> matched(List<Column> columns, List<Target> targets, Map<String, String> remembered) {
        Proposal[] proposals = new Proposal[columns.size()];
        Set<Target> given = new HashSet<>();
        for (Confidence confidence : Confidence.values()) {
            for (int i = 0; i < columns.size(); i++) {
                if (proposals[i] == null) {
                    Column column = columns.get(i);
                    List<Target> free = targets.stream()
                            .filter(target -> !given.contains(target) || adds(target.field(), column))
                            .toList();
                    Optional<Target> found = find(confidence, column, free, remembered);
                    if (found.isPresent()) {
                        given.add(found.get());
                        proposals[i] = new Proposal(found.get(), confidence);
                    }
                }
            }
        }
        List<Proposal> all = new ArrayList<>();
        for (Proposal proposal : proposals) {
            all.add(proposal == null ? Proposal.NOTHING : proposal);
        }
        return all;
    }

    /** A title without decoration, case, width and space, by which it is compared and remembered. */
    public static String key(String title) {
        return Folding.compact(Folding.fold(DECORATION.matcher(title).replaceAll("")))
                .replace("_", "");
    }

    /** May a value of this field stand in several columns: a region by its levels, an amount beside its currency? */
    static boolean spreads(Field<?> field) {
        return region(field) || field.type() instanceof MoneyType;
    }

    private static boolean region(Field<?> field) {
        return field.type() instanceof TreeChoiceType(TreeChoiceType.Divisions());
    }

    /** Does a further column say more about a field that has one? */
    private static boolean adds(Field<?> field, Column column) {
        return region(field) || field.type() instanceof MoneyType && namesCurrencies(column);
    }

    private static boolean namesCurrencies(Column column) {
        List<String> values =
                column.samples().stream().filter(value -> !value.isBlank()).toList();
        return !values.isEmpty()
                && values.stream().allMatch(value -> CurrencyNames.code(value).isPresent());
    }

    private static Optional<Target> find(
            Confidence confidence, Column column, List<Target> targets, Map<String, String> remembered) {
        String title = key(column.title());
        return switch (confidence) {
            case REMEMBERED -> byName(targets, remembered.get(title));
            case EXACT -> title.isEmpty() ? Optional.empty() : exact(title, targets);
            case SIMILAR -> title.isEmpty() ? Optional.empty() : similar(title, targets);
            case GUESSED -> guessed(column, targets);
            case NONE -> Optional.empty();
        };
    }

    private static Optional<Target> byName(List<Target> targets, @Nullable String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    private static Optional<Target> exact(String title, List<Target> targets) {
        return targets.stream()
                .filter(target -> names(target).contains(title))
                .findFirst()
                .or(() -> targets.stream()
                        .filter(target -> otherNames(target).contains(title))
                        .max(Comparator.comparing(target -> target.child() != null)));
    }

    private static Set<String> names(Target target) {
        Set<String> names = new HashSet<>();
        for (Language language : Language.values()) {
            String label = key(target.field().label().in(language));
            names.add(
                    target.child() == null
                            ? label
                            : key(target.child().object().label().in(language)) + label);
        }
        names.add(key(target.name()));
        return names;
    }

    private static List<String> otherNames(Target target) {
        return target.field().traits().otherNames().stream().map(Matching::key).toList();
    }

    private static Optional<Target> similar(String title, List<Target> targets) {
        Map<String, Target> byName = new HashMap<>();
        for (Target target : targets) {
            names(target).forEach(name -> byName.putIfAbsent(name, target));
            otherNames(target).forEach(name -> byName.putIfAbsent(name, target));
        }
        if (title.length() < 3) {
            return Optional.empty();
        }
        return Nearest.of(
                        title,
                        byName.keySet().stream()
                                .filter(name -> name.length() >= 3)
                                .toList())
                .map(byName::get);
    }

    /** Only where the values leave no doubt: addresses of mail, phone numbers, amounts of money under a money title. */
    private static Optional<Target> guessed(Column column, List<Target> targets) {
        List<String> values =
                column.samples().stream().filter(value -> !value.isBlank()).toList();
        if (values.size() < 2) {
            return Optional.empty();
        }
        if (values.stream().allMatch(value -> EMAIL.matcher(value.strip()).matches())) {
            return ofForm(targets, TextualType.Form.EMAIL);
        }
        if (values.stream()
                .allMatch(value -> Phones.read(value) instanceof Reading.Value<String>
                        && value.replaceAll("\\D", "").length() >= 10)) {
            return ofForm(targets, TextualType.Form.PHONE);
        }
        boolean money =
                values.stream().anyMatch(value -> value.contains("¥") || value.contains("￥") || value.contains("元"));
        if (money && values.stream().allMatch(value -> Decimals.money(value) instanceof Reading.Value<?>)) {
            return targets.stream()
                    .filter(target -> target.field().type() instanceof MoneyType)
                    .findFirst();
        }
        return Optional.empty();
    }

    private static Optional<Target> ofForm(List<Target> targets, TextualType.Form form) {
        return targets.stream()
                .filter(target ->
                        target.field().type() instanceof TextualType(TextualType.Form its, int _) && its == form)
                .findFirst();
    }

    /** The fields a row must fill for its record to be complete. */
    static boolean required(Field<?> field) {
        return field.traits().is(Trait.REQUIRED) && field.traits().defaultValue() == null;
    }
}
