package hengke.kernel.metadata.formula;

import static hengke.kernel.metadata.formula.ValueKind.CODE;
import static hengke.kernel.metadata.formula.ValueKind.DATE;
import static hengke.kernel.metadata.formula.ValueKind.FLAG;
import static hengke.kernel.metadata.formula.ValueKind.MOMENT;
import static hengke.kernel.metadata.formula.ValueKind.NOTHING;
import static hengke.kernel.metadata.formula.ValueKind.NUMBER;
import static hengke.kernel.metadata.formula.ValueKind.TEXT;

import hengke.kernel.metadata.formula.Expression.Apply;
import hengke.kernel.metadata.formula.Expression.Constant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which arguments each function takes, and what it gives. */
final class Arguments {
    private static final int MOST_DIGITS = 12;

    private final Checker checker;

    Arguments(Checker checker) {
        this.checker = checker;
    }

    Expression of(Node.Apply node) {
        return switch (node.function()) {
            case ADD, SUBTRACT -> sum(node);
            case MULTIPLY, DIVIDE, REMAINDER -> fixed(node, NUMBER, NUMBER, NUMBER);
            case NEGATE, FLOOR, CEILING, ABSOLUTE -> fixed(node, NUMBER, NUMBER);
            case JOIN -> fixed(node, TEXT, TEXT, TEXT);
            case EQUAL, NOT_EQUAL -> equality(node);
            case LESS, AT_MOST, GREATER, AT_LEAST -> order(node);
            case AND, OR -> several(node, FLAG, FLAG, 2);
            case NOT -> fixed(node, FLAG, FLAG);
            case IF -> condition(node);
            case CASE -> cases(node);
            case ONE_OF -> oneOf(node);
            case COALESCE -> alike(node, 2);
            case IS_BLANK -> any(node);
            case ROUND -> round(node);
            case LEAST, GREATEST -> ordered(node);
            case LENGTH -> fixed(node, NUMBER, TEXT);
            case LEFT, RIGHT -> fixed(node, TEXT, TEXT, NUMBER);
            case MIDDLE -> fixed(node, TEXT, TEXT, NUMBER, NUMBER);
            case UPPER, LOWER, TRIM -> fixed(node, TEXT, TEXT);
            case CONTAINS, STARTS_WITH -> fixed(node, FLAG, TEXT, TEXT);
            case YEAR, MONTH, DAY, WEEKDAY -> fixed(node, NUMBER, DATE);
            case DAYS_BETWEEN -> fixed(node, NUMBER, DATE, DATE);
            case ADD_DAYS, ADD_MONTHS -> fixed(node, DATE, DATE, NUMBER);
            case TODAY -> fixed(node, DATE);
            case NOW -> fixed(node, MOMENT);
            case DAY_OF, WRITTEN -> throw new IllegalArgumentException(node.function() + " cannot be written");
        };
    }

    private Expression fixed(Node.Apply node, ValueKind result, ValueKind... kinds) {
        if (!counts(node, kinds.length, kinds.length)) {
            return nothing();
        }
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            Node argument = node.arguments().get(i);
            values.add(checker.as(kinds[i], checker.of(argument), argument));
        }
        return new Apply(node.function(), values, result);
    }

    private Expression several(Node.Apply node, ValueKind result, ValueKind kind, int least) {
        if (!counts(node, least, Integer.MAX_VALUE)) {
            return nothing();
        }
        return new Apply(
                node.function(),
                node.arguments().stream()
                        .map(argument -> checker.as(kind, checker.of(argument), argument))
                        .toList(),
                result);
    }

    /** Numbers; or a day and a number of days; or the days between two days. */
    private Expression sum(Node.Apply node) {
        Node one = node.arguments().getFirst();
        Node other = node.arguments().getLast();
        Expression left = checker.of(one);
        Expression right = checker.of(other);
        if (!isTime(left) && !isTime(right)) {
            return new Apply(
                    node.function(), List.of(checker.as(NUMBER, left, one), checker.as(NUMBER, right, other)), NUMBER);
        }
        boolean subtract = node.function() == FormulaFunction.SUBTRACT;
        if (isTime(left) && isTime(right) && subtract) {
            return new Apply(
                    FormulaFunction.DAYS_BETWEEN,
                    List.of(checker.as(DATE, right, other), checker.as(DATE, left, one)),
                    NUMBER);
        }
        if (!isTime(left)) {
            return checker.fault(
                    one, "formula.wrongKind", NUMBER.label(), left.kind().label());
        }
        Expression days = checker.as(NUMBER, right, other);
        return new Apply(
                FormulaFunction.ADD_DAYS,
                List.of(
                        checker.as(DATE, left, one),
                        subtract ? new Apply(FormulaFunction.NEGATE, List.of(days), NUMBER) : days),
                DATE);
    }

    private static boolean isTime(Expression value) {
        return value.kind() == DATE || value.kind() == MOMENT;
    }

    /** To compare with nothing is to ask whether there is something. */
    private Expression equality(Node.Apply node) {
        Node one = node.arguments().getFirst();
        Node other = node.arguments().getLast();
        boolean positive = node.function() == FormulaFunction.EQUAL;
        if (isNothing(other) || isNothing(one)) {
            Expression blank =
                    new Apply(FormulaFunction.IS_BLANK, List.of(checker.of(isNothing(other) ? one : other)), FLAG);
            return positive ? blank : new Apply(FormulaFunction.NOT, List.of(blank), FLAG);
        }
        Expression left = checker.of(one);
        if (left.kind() != CODE
                && one instanceof Node.Literal
                && checker.of(other).kind() == CODE) {
            return equality(new Node.Apply(node.from(), node.to(), node.function(), List.of(other, one)));
        }
        Expression right = left.kind() == CODE ? checker.option(left, other) : checker.of(other);
        if (left.kind() == CODE && right instanceof Constant) {
            return new Apply(node.function(), List.of(left, right), FLAG);
        }
        return new Apply(node.function(), common(List.of(left, right), List.of(one, other)), FLAG);
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Literal literal && literal.kind() == NOTHING;
    }

    private Expression order(Node.Apply node) {
        List<Expression> values =
                common(node.arguments().stream().map(checker::of).toList(), node.arguments());
        ValueKind kind = kindOf(values);
        return kind == NUMBER || kind == DATE || kind == MOMENT || kind == NOTHING
                ? new Apply(node.function(), values, FLAG)
                : checker.fault(node, "formula.noOrder", kind.label());
    }

    private Expression condition(Node.Apply node) {
        if (!counts(node, 2, 3)) {
            return nothing();
        }
        Node condition = node.arguments().getFirst();
        Expression holds = checker.as(FLAG, checker.of(condition), condition);
        List<Node> branches = node.arguments().subList(1, node.arguments().size());
        List<Expression> values = common(branches.stream().map(checker::of).toList(), branches);
        return new Apply(
                FormulaFunction.IF,
                List.of(holds, values.getFirst(), values.size() == 2 ? values.getLast() : nothing(kindOf(values))),
                kindOf(values));
    }

    /** A value, then pairs of what it may be and what is given then, then what is given otherwise. */
    private Expression cases(Node.Apply node) {
        if (!counts(node, 3, Integer.MAX_VALUE)) {
            return nothing();
        }
        List<Node> rest = node.arguments().subList(1, node.arguments().size());
        List<Node> wanted = new ArrayList<>();
        List<Node> given = new ArrayList<>();
        for (int i = 0; i + 1 < rest.size(); i += 2) {
            wanted.add(rest.get(i));
            given.add(rest.get(i + 1));
        }
        if (rest.size() % 2 == 1) {
            given.add(rest.getLast());
        }
        List<Expression> choices = choices(node.arguments().getFirst(), wanted);
        List<Expression> results = common(given.stream().map(checker::of).toList(), given);
        List<Expression> all = new ArrayList<>(List.of(choices.getFirst()));
        for (int i = 0; i < wanted.size(); i++) {
            all.add(choices.get(i + 1));
            all.add(results.get(i));
        }
        all.add(results.size() > wanted.size() ? results.getLast() : nothing(kindOf(results)));
        return new Apply(FormulaFunction.CASE, all, kindOf(results));
    }

    private Expression oneOf(Node.Apply node) {
        if (!counts(node, 2, Integer.MAX_VALUE)) {
            return nothing();
        }
        return new Apply(
                FormulaFunction.ONE_OF,
                choices(
                        node.arguments().getFirst(),
                        node.arguments().subList(1, node.arguments().size())),
                FLAG);
    }

    /** A value and what it is compared with, all of one kind. */
    private List<Expression> choices(Node compared, List<Node> wanted) {
        Expression value = checker.of(compared);
        boolean code = value.kind() == CODE;
        List<Expression> others = wanted.stream()
                .map(each -> code ? checker.option(value, each) : checker.of(each))
                .toList();
        List<Expression> all = Stream.concat(Stream.of(value), others.stream()).toList();
        return code && others.stream().allMatch(Constant.class::isInstance)
                ? all
                : common(
                        all, Stream.concat(Stream.of(compared), wanted.stream()).toList());
    }

    private Expression alike(Node.Apply node, int least) {
        if (!counts(node, least, Integer.MAX_VALUE)) {
            return nothing();
        }
        List<Expression> values =
                common(node.arguments().stream().map(checker::of).toList(), node.arguments());
        return new Apply(node.function(), values, kindOf(values));
    }

    private Expression ordered(Node.Apply node) {
        Expression found = alike(node, 2);
        return found.kind() == TEXT || found.kind() == FLAG
                ? checker.fault(node, "formula.noOrder", found.kind().label())
                : found;
    }

    private Expression any(Node.Apply node) {
        return counts(node, 1, 1)
                ? new Apply(node.function(), List.of(checker.of(node.arguments().getFirst())), FLAG)
                : nothing();
    }

    private Expression round(Node.Apply node) {
        if (!counts(node, 1, 2)) {
            return nothing();
        }
        Node number = node.arguments().getFirst();
        Expression value = checker.as(NUMBER, checker.of(number), number);
        BigDecimal digits = BigDecimal.ZERO;
        if (node.arguments().size() == 2) {
            Node second = node.arguments().getLast();
            if (!(second instanceof Node.Literal(int _, int _, ValueKind _, Object written))
                    || !(written instanceof BigDecimal asked)
                    || asked.stripTrailingZeros().scale() > 0
                    || asked.intValue() > MOST_DIGITS) {
                return checker.fault(second, "formula.digits", MOST_DIGITS);
            }
            digits = asked;
        }
        return new Apply(FormulaFunction.ROUND, List.of(value, new Constant(NUMBER, digits)), NUMBER);
    }

    /** All as the one kind they have in common; options among themselves as their labels. */
    private List<Expression> common(List<Expression> values, List<Node> nodes) {
        List<ValueKind> kinds = values.stream()
                .map(Expression::kind)
                .filter(kind -> kind != NOTHING)
                .distinct()
                .toList();
        boolean times = kinds.size() == 2 && kinds.contains(DATE) && kinds.contains(MOMENT);
        ValueKind wanted = kinds.isEmpty() ? NOTHING : times ? DATE : kinds.contains(CODE) ? TEXT : kinds.getFirst();
        List<Expression> alike = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            boolean fits = wanted != TEXT
                    || values.get(i).kind() == CODE
                    || values.get(i).kind() == TEXT;
            alike.add(
                    fits || values.get(i).kind() == NOTHING
                            ? checker.as(wanted, values.get(i), nodes.get(i))
                            : checker.fault(
                                    nodes.get(i),
                                    "formula.wrongKind",
                                    wanted.label(),
                                    values.get(i).kind().label()));
        }
        return alike;
    }

    private static ValueKind kindOf(List<Expression> values) {
        return values.stream()
                .map(Expression::kind)
                .filter(kind -> kind != NOTHING)
                .findFirst()
                .orElse(NOTHING);
    }

    private boolean counts(Node.Apply node, int least, int most) {
        int count = node.arguments().size();
        if (count >= least && count <= most) {
            return true;
        }
        String key = count < least ? "formula.tooFew" : "formula.tooMany";
        checker.fault(node, key, node.function().names().getFirst(), count < least ? least : most);
        return false;
    }

    private static Expression nothing() {
        return nothing(NOTHING);
    }

    private static Expression nothing(ValueKind kind) {
        return new Constant(kind, null);
    }
}
