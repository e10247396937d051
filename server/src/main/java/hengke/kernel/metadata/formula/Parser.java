package hengke.kernel.metadata.formula;

import hengke.kernel.metadata.formula.Token.Kind;
import hengke.kernel.problem.Nearest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the words of a formula by the binding power of its operators (Pratt). */
final class Parser {
    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 300;
    private static final int NOT_BINDS = 3;
    private static final int NEGATION_BINDS = 8;
    private static final Map<String, Infix> INFIX = Map.ofEntries(
            Map.entry("or", new Infix(FormulaFunction.OR, 1)),
            Map.entry("或", new Infix(FormulaFunction.OR, 1)),
            Map.entry("或者", new Infix(FormulaFunction.OR, 1)),
            Map.entry("||", new Infix(FormulaFunction.OR, 1)),
            Map.entry("and", new Infix(FormulaFunction.AND, 2)),
            Map.entry("且", new Infix(FormulaFunction.AND, 2)),
            Map.entry("并且", new Infix(FormulaFunction.AND, 2)),
            Map.entry("&&", new Infix(FormulaFunction.AND, 2)),
            Map.entry("=", new Infix(FormulaFunction.EQUAL, 4)),
            Map.entry("<>", new Infix(FormulaFunction.NOT_EQUAL, 4)),
            Map.entry("<", new Infix(FormulaFunction.LESS, 4)),
            Map.entry("<=", new Infix(FormulaFunction.AT_MOST, 4)),
            Map.entry(">", new Infix(FormulaFunction.GREATER, 4)),
            Map.entry(">=", new Infix(FormulaFunction.AT_LEAST, 4)),
            Map.entry("&", new Infix(FormulaFunction.JOIN, 5)),
            Map.entry("+", new Infix(FormulaFunction.ADD, 6)),
            Map.entry("-", new Infix(FormulaFunction.SUBTRACT, 6)),
            Map.entry("*", new Infix(FormulaFunction.MULTIPLY, 7)),
            Map.entry("/", new Infix(FormulaFunction.DIVIDE, 7)),
            Map.entry("%", new Infix(FormulaFunction.REMAINDER, 7)));
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "是", true, "false", false, "否", false);
    private static final List<String> NOTHING = List.of("null", "空值");
    private static final List<String> NOT = List.of("not", "非");

    private final List<Token> words;
    private int place;
    private int depth;
    private int nodes;

    /** An operator between two values; those that bind more strongly come first. */
    private record Infix(FormulaFunction function, int binds) {}

    private Parser(List<Token> words) {
        this.words = words;
    }

    static Node read(String source) throws Unusable {
        Parser parser = new Parser(Lexer.words(source));
        Node node = parser.expression(0);
        if (parser.here().kind() != Kind.END) {
            throw parser.unexpected();
        }
        return node;
    }

    private Node expression(int binds) throws Unusable {
        if (++depth > DEEPEST) {
            throw new Unusable(FormulaFault.at(here().from(), here().to(), "formula.tooDeep", DEEPEST));
        }
        Node left = operand();
        Infix infix;
        while ((infix = infix()) != null && infix.binds() > binds) {
            place++;
            Node right = expression(infix.binds());
            left = counted(new Node.Apply(left.from(), right.to(), infix.function(), List.of(left, right)));
        }
        depth--;
        return left;
    }

    private @Nullable Infix infix() {
        Token token = here();
        return token.kind() == Kind.SYMBOL || token.kind() == Kind.WORD
                ? INFIX.get(token.text().toLowerCase(Locale.ROOT))
                : null;
    }

    private Node operand() throws Unusable {
        Token token = words.get(place);
        if (token.kind() != Kind.END) {
            place++;
        }
        return switch (token.kind()) {
            case NUMBER -> literal(token, ValueKind.NUMBER, new BigDecimal(token.text()));
            case TEXT -> literal(token, ValueKind.TEXT, token.text());
            case DATE -> literal(token, ValueKind.DATE, LocalDate.parse(token.text()));
            case LABEL, STORED -> name(token);
            case WORD -> word(token);
            case SYMBOL -> signed(token);
            case END -> throw new Unusable(FormulaFault.at(token.from(), token.to(), "formula.endsEarly"));
        };
    }

    private Node signed(Token token) throws Unusable {
        if (token.is("(")) {
            Node inner = expression(0);
            expect(")");
            return inner;
        }
        if (token.is("-")) {
            Node value = expression(NEGATION_BINDS);
            return counted(new Node.Apply(token.from(), value.to(), FormulaFunction.NEGATE, List.of(value)));
        }
        if (token.is("!")) {
            return negated(token);
        }
        place--;
        throw unexpected();
    }

    private Node word(Token token) throws Unusable {
        String word = token.text().toLowerCase(Locale.ROOT);
        if (NOT.contains(word)) {
            return negated(token);
        }
        if (here().is("(")) {
            return call(token);
        }
        Boolean flag = FLAGS.get(word);
        if (flag != null) {
            return literal(token, ValueKind.FLAG, flag);
        }
        return NOTHING.contains(word) ? literal(token, ValueKind.NOTHING, null) : name(token);
    }

    private Node negated(Token token) throws Unusable {
        Node value = expression(NOT_BINDS);
        return counted(new Node.Apply(token.from(), value.to(), FormulaFunction.NOT, List.of(value)));
    }

    private Node call(Token name) throws Unusable {
        FormulaFunction function = FormulaFunction.of(name.text()).orElseThrow(() -> unknown(name));
        expect("(");
        List<Node> arguments = new ArrayList<>();
        while (!here().is(")")) {
            if (!arguments.isEmpty()) {
                expect(",");
            }
            arguments.add(expression(0));
        }
        Token end = expect(")");
        return counted(new Node.Apply(name.from(), end.to(), function, List.copyOf(arguments)));
    }

    private static Unusable unknown(Token name) {
        List<String> known =
                FormulaFunction.named().flatMap(each -> each.names().stream()).toList();
        String near = Nearest.of(name.text(), known).orElse(null);
        return new Unusable(new FormulaFault(
                name.from(),
                name.to(),
                FormulaFault.at(0, 0, "formula.unknownFunction", name.text()).message(),
                near));
    }

    private Node name(Token first) throws Unusable {
        List<Token> parts = new ArrayList<>(List.of(first));
        while (here().is(".")) {
            place++;
            Token next = words.get(place);
            if (next.kind() != Kind.WORD && next.kind() != Kind.LABEL) {
                throw unexpected();
            }
            place++;
            parts.add(next);
        }
        return counted(new Node.Name(first.from(), parts.getLast().to(), List.copyOf(parts)));
    }

    private Node literal(Token token, ValueKind kind, @Nullable Object value) throws Unusable {
        return counted(new Node.Literal(token.from(), token.to(), kind, value));
    }

    private Node counted(Node node) throws Unusable {
        if (++nodes > MOST_NODES) {
            throw new Unusable(FormulaFault.at(node.from(), node.to(), "formula.tooLarge", MOST_NODES));
        }
        return node;
    }

    private Token here() {
        return words.get(place);
    }

    private Token expect(String symbol) throws Unusable {
        Token token = here();
        if (!token.is(symbol)) {
            throw new Unusable(FormulaFault.at(token.from(), token.to(), "formula.expected", symbol));
        }
        place++;
        return token;
    }

    private Unusable unexpected() {
        Token token = here();
        return new Unusable(
                token.kind() == Kind.END
                        ? FormulaFault.at(token.from(), token.to(), "formula.endsEarly")
                        : FormulaFault.at(token.from(), token.to(), "formula.unexpected", token.text()));
    }
}
