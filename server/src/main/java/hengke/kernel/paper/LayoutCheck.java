package hengke.kernel.paper;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what is wrong with a layout, each at its block: a layout speaks only of values that there are. */
public final class LayoutCheck {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private final Catalog catalog;
    private final ObjectDefinition object;
    private final boolean alone;
    private final List<FieldError> errors = new ArrayList<>();

    private LayoutCheck(Catalog catalog, ObjectDefinition object, boolean alone) {
        this.catalog = catalog;
        this.object = object;
        this.alone = alone;
    }

    /** @param at where the layout stands in what was sent */
    public static List<FieldError> of(Catalog catalog, ObjectDefinition object, Layout layout, String at) {
        boolean alone = layout.blocks().size() == 1 && layout.foot().isBlank();
        LayoutCheck check = new LayoutCheck(catalog, object, alone);
        if (layout.blocks().isEmpty()) {
            check.refuse(at + ".blocks", Message.of("web.required"));
        }
        for (int i = 0; i < layout.blocks().size(); i++) {
            check.block(layout.blocks().get(i), at + ".blocks[" + i + "]");
        }
        check.text(layout.foot(), at + ".foot");
        return check.errors;
    }

    /** What stands in braces in a text and is no name at all. */
    public static Optional<String> noName(String text) {
        return BRACES.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !MergeText.isName(name))
                .findFirst();
    }

    private void block(Layout.Block block, String at) {
        switch (block) {
            case Layout.Title(String text) -> needed(text, at + ".text");
            case Layout.Facts(List<String> values) -> {
                needed(values, at + ".values");
                each(values, at + ".values", this::known);
            }
            case Layout.Lines(String relation, List<String> columns) -> lines(relation, columns, at);
            case Layout.Sums(List<String> values, String inWords) -> {
                needed(values, at + ".values");
                each(values, at + ".values", this::amount);
                if (!inWords.isEmpty() && !(field(inWords).map(Field::type).orElse(null) instanceof MoneyType)) {
                    refuse(at + ".inWords", Message.of("paper.noAmount", inWords));
                }
            }
            case Layout.Text(String heading, String text) -> {
                text(heading, at + ".heading");
                needed(text, at + ".text");
            }
            case Layout.Rich(String html) -> needed(html, at + ".html");
            case Layout.Clause(long _, long _, String _, String html) -> text(html, at + ".clause");
            case Layout.Signatures(List<String> parties) -> {
                needed(parties, at + ".parties");
                each(parties, at + ".parties", this::needed);
            }
            case Layout.Word _ -> {
                if (!alone) {
                    refuse(at + ".file", Message.of("paper.wordAlone"));
                }
            }
            case Layout.PageBreak() -> {}
        }
    }

    private interface Check {
        void of(String value, String at);
    }

    private static void each(List<String> values, String at, Check check) {
        for (int i = 0; i < values.size(); i++) {
            check.of(values.get(i), at + "[" + i + "]");
        }
    }

    private void lines(String relation, List<String> columns, String at) {
        Optional<ObjectDefinition> line = catalog.lines(object).stream()
                .filter(kind -> kind.relation().name().equals(relation))
                .map(Catalog.Child::object)
                .findFirst();
        if (line.isEmpty()) {
            refuse(at + ".relation", Message.of("paper.noLines", relation));
            return;
        }
        needed(columns, at + ".columns");
        each(columns, at + ".columns", (column, here) -> {
            if (line.get().field(column).isEmpty()) {
                refuse(here, Message.of("paper.unknownValue", column));
            }
        });
    }

    private void amount(String name, String at) {
        boolean adds = field(name)
                .map(Field::type)
                .filter(type -> type instanceof MoneyType || type instanceof DecimalType)
                .isPresent();
        if (!adds) {
            refuse(at, Message.of("paper.noAmount", name));
        }
    }

    private void needed(List<String> values, String at) {
        if (values.isEmpty()) {
            refuse(at, Message.of("web.required"));
        }
    }

    private void needed(String text, String at) {
        if (text.isBlank()) {
            refuse(at, Message.of("web.required"));
        }
        text(text, at);
    }

    private void text(String text, String at) {
        BRACES.matcher(text).results().map(found -> found.group(1)).forEach(name -> known(name, at));
    }

    private void known(String name, String at) {
        fault(catalog, object, name).ifPresent(fault -> refuse(at, fault));
    }

    /** What is wrong with what stands in braces. */
    static Optional<Message> fault(Catalog catalog, ObjectDefinition object, String expression) {
        String name = Merge.name(expression);
        Optional<Field<?>> field = field(catalog, object, name);
        if (!MergeText.isName(expression) || field.isEmpty() && !PaperValues.OWN.contains(name)) {
            return Optional.of(Message.of("paper.unknownValue", name));
        }
        return form(expression, field, name.equals(PaperValues.TODAY));
    }

    /** @param day is it one, without being a field? */
    static Optional<Message> form(String expression, Optional<Field<?>> field, boolean day) {
        Optional<Merge> merge = Merge.of(expression);
        if (merge.isEmpty()) {
            return Optional.of(Message.of("paper.unknownForm", expression));
        }
        boolean suits =
                field.map(merge.get().form()::suits).orElse(day || merge.get().form() == Merge.Form.PLAIN);
        return suits ? Optional.empty() : Optional.of(Message.of("paper.unsuitedForm", expression));
    }

    private Optional<Field<?>> field(String name) {
        return field(catalog, object, name);
    }

    /** The record's own field, or one of a record it points at. */
    private static Optional<Field<?>> field(Catalog catalog, ObjectDefinition object, String name) {
        if (!MergeText.isName(name)) {
            return Optional.empty();
        }
        int dot = name.indexOf('.');
        if (dot < 0) {
            return object.field(name).map(found -> found);
        }
        return object.field(name.substring(0, dot))
                .map(Field::type)
                .filter(IdType.class::isInstance)
                .map(IdType.class::cast)
                .map(IdType::target)
                .filter(IdType.Records.class::isInstance)
                .map(IdType.Records.class::cast)
                .flatMap(records -> catalog.find(records.object()))
                .flatMap(far -> far.field(name.substring(dot + 1)));
    }

    private void refuse(String at, Message message) {
        errors.add(FieldError.of(at, message));
    }
}
