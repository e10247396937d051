package hengke.kernel.metadata.formula;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.formula.Expression.Across;
import hengke.kernel.metadata.formula.Expression.Apply;
import hengke.kernel.metadata.formula.Expression.Constant;
import hengke.kernel.metadata.formula.Expression.Own;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a formula as it is written into one that makes sense, or says everything that is wrong with it. */
public final class Checker {
    public static final int LONGEST_SOURCE = 4_000;
    /** With the formulas it uses written out. */
    private static final int MOST_PARTS = 1_000;

    private static final Constant NOTHING = new Constant(ValueKind.NOTHING, null);

    private final ObjectDefinition object;
    private final Known known;
    private final FieldNames names;
    private final Arguments arguments = new Arguments(this);
    /** Sets, because a part may be looked at twice. */
    private final Set<FormulaFault> faults = new LinkedHashSet<>();

    private final Set<Rewriting.Place> places = new LinkedHashSet<>();

    private Checker(ObjectDefinition object, Known known) {
        this.object = object;
        this.known = known;
        this.names = new FieldNames(known);
    }

    public static Checked check(String source, ObjectDefinition object, Known known) {
        Checker checker = new Checker(object, known);
        Expression expression = checker.read(source);
        return new Checked(
                checker.faults.isEmpty() ? expression : null,
                List.copyOf(checker.faults),
                Rewriting.stored(source, checker.places),
                Rewriting.shown(source, checker.places));
    }

    private Expression read(String source) {
        if (source.length() > LONGEST_SOURCE) {
            faults.add(FormulaFault.at(LONGEST_SOURCE, source.length(), "formula.tooLong", LONGEST_SOURCE));
            return NOTHING;
        }
        try {
            Node node = Parser.read(source);
            Expression expression = of(node);
            if (faults.isEmpty() && expression.all().count() > MOST_PARTS) {
                faults.add(FormulaFault.at(node.from(), node.to(), "formula.tooLarge", MOST_PARTS));
            }
            if (expression.kind() == ValueKind.NOTHING && faults.isEmpty()) {
                faults.add(FormulaFault.at(node.from(), node.to(), "formula.givesNothing"));
            }
            return expression;
        } catch (Unusable e) {
            faults.add(e.fault());
            return NOTHING;
        }
    }

    /** What is faulty counts as nothing, which fits everywhere, so that one fault is told once. */
    Expression of(Node node) {
        return switch (node) {
            case Node.Literal literal -> new Constant(literal.kind(), literal.value());
            case Node.Name name -> field(name);
            case Node.Apply apply -> arguments.of(apply);
        };
    }

    private Expression field(Node.Name name) {
        try {
            FieldNames.Path path = names.path(object, name);
            places.add(new Rewriting.Place(name.from(), name.to(), path.stored(), path.shown()));
            ObjectDefinition owner = path.objects().getLast();
            Expression value = value(owner, path.last(), name);
            return path.fields().size() == 1 ? value : new Across(path.fields().getFirst(), owner, value, null);
        } catch (Unusable e) {
            faults.add(e.fault());
            return NOTHING;
        }
    }

    private Expression value(ObjectDefinition owner, Field<?> field, Node at) throws Unusable {
        if (field.isFormula()) {
            return known.formula(owner, field)
                    .orElseThrow(() ->
                            new Unusable(FormulaFault.at(at.from(), at.to(), "formula.leadsBack", field.label())));
        }
        if (field.type() instanceof IdType(IdType.Target target)) {
            return pointedAt(owner, field, target, at);
        }
        return ValueKind.of(field.type())
                .<Expression>map(kind -> new Own(field, kind))
                .orElseThrow(() ->
                        new Unusable(FormulaFault.at(at.from(), at.to(), "formula.unusableField", field.label())));
    }

    /** A person by the name, a record by its title. */
    private Expression pointedAt(ObjectDefinition owner, Field<?> field, IdType.Target target, Node at)
            throws Unusable {
        if (!(target instanceof IdType.Records(String name))) {
            return new Expression.Named(field);
        }
        Optional<ObjectDefinition> other = known.object(name).filter(found -> known.allows(found, found.title()));
        if (other.isEmpty() || owner != object) {
            throw new Unusable(FormulaFault.at(at.from(), at.to(), "formula.unusableField", field.label()));
        }
        return new Across(field, other.get(), new Own(other.get().title(), ValueKind.TEXT), null);
    }

    /** A text beside an option is taken for one of the options. */
    Expression option(Expression code, Node written) {
        if (!(written instanceof Node.Literal(int from, int to, ValueKind kind, Object value))
                || kind != ValueKind.TEXT
                || !(value instanceof String text)) {
            return of(written);
        }
        Field<?> field = Options.field(code);
        Optional<String> key = Options.key(field, text);
        if (key.isEmpty()) {
            faults.add(new FormulaFault(
                    from,
                    to,
                    Message.of("formula.unknownOption", field.label(), text),
                    Nearest.of(text, Options.labels(field)).orElse(null)));
            return NOTHING;
        }
        places.add(new Rewriting.Place(from, to, quoted(key.get()), quoted(Options.label(field, key.get()))));
        return new Constant(ValueKind.CODE, key.get());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The value where one of this kind is wanted. */
    Expression as(ValueKind wanted, Expression value, Node at) {
        ValueKind kind = value.kind();
        if (kind == wanted) {
            return value;
        }
        if (kind == ValueKind.NOTHING) {
            return new Constant(wanted, null);
        }
        if (wanted == ValueKind.DATE && kind == ValueKind.MOMENT) {
            return new Apply(FormulaFunction.DAY_OF, List.of(value), ValueKind.DATE);
        }
        if (wanted == ValueKind.TEXT && kind == ValueKind.CODE) {
            return label(value, at);
        }
        if (wanted == ValueKind.TEXT && kind != ValueKind.FLAG) {
            return new Apply(FormulaFunction.WRITTEN, List.of(value), ValueKind.TEXT);
        }
        return fault(at, "formula.wrongKind", wanted.label(), kind.label());
    }

    private Expression label(Expression code, Node at) {
        Field<?> field = Options.field(code);
        return Options.isRegion(field)
                ? fault(at, "formula.regionAsText", field.label())
                : new Expression.OptionLabel(code, Options.of(field));
    }

    Expression fault(Node at, String key, Object... arguments) {
        faults.add(FormulaFault.at(at.from(), at.to(), key, arguments));
        return NOTHING;
    }
}
