package hengke.kernel.metadata.formula;

import hengke.kernel.metadata.formula.Token.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a formula into its words; full-width signs, as Chinese keyboards give them, count as the plain ones. */
final class Lexer {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?![\\d-])");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,30}(\\.\\d{1,12})?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final List<String> SYMBOLS = List.of(
            "<>", "!=", "<=", ">=", "==", "&&", "||", "+", "-", "*", "/", "%", "&", "=", "<", ">", "(", ")", ",", ".",
            "!");
    private static final Map<Character, Character> PLAIN = Map.ofEntries(
            Map.entry('（', '('),
            Map.entry('）', ')'),
            Map.entry('，', ','),
            Map.entry('、', ','),
            Map.entry('＋', '+'),
            Map.entry('－', '-'),
            Map.entry('×', '*'),
            Map.entry('÷', '/'),
            Map.entry('＝', '='),
            Map.entry('＜', '<'),
            Map.entry('＞', '>'),
            Map.entry('＆', '&'),
            Map.entry('％', '%'),
            Map.entry('！', '!'),
            Map.entry('。', '.'),
            Map.entry('\u3000', ' '),
            Map.entry('\u00a0', ' '));
    private static final Map<Character, Character> CLOSING =
            Map.of('"', '"', '\'', '\'', '“', '”', '‘', '’', '[', ']', '【', '】', '{', '}');
    private static final Map<String, String> SAME = Map.of("!=", "<>", "≠", "<>", "==", "=", "≤", "<=", "≥", ">=");

    private final String source;
    private final String plain;
    private int at;

    private Lexer(String source) {
        this.source = source;
        StringBuilder signs = new StringBuilder(source);
        for (int i = 0; i < source.length(); i++) {
            signs.setCharAt(i, PLAIN.getOrDefault(source.charAt(i), source.charAt(i)));
        }
        this.plain = signs.toString();
    }

    /** The words, the end as the last one. */
    static List<Token> words(String source) throws Unusable {
        Lexer lexer = new Lexer(source);
        List<Token> words = new ArrayList<>();
        Token next;
        do {
            next = lexer.next();
            words.add(next);
        } while (next.kind() != Kind.END);
        return words;
    }

    private Token next() throws Unusable {
        while (at < plain.length() && Character.isWhitespace(plain.charAt(at))) {
            at++;
        }
        if (at == plain.length()) {
            return new Token(Kind.END, "", at, at);
        }
        char first = source.charAt(at);
        if (CLOSING.containsKey(first)) {
            return quoted(first);
        }
        Token date = token(DATE, Kind.DATE);
        if (date != null) {
            return aDay(date);
        }
        Token number = token(NUMBER, Kind.NUMBER);
        if (number != null) {
            return number;
        }
        Token word = token(WORD, Kind.WORD);
        return word != null ? word : symbol();
    }

    private static Token aDay(Token date) throws Unusable {
        try {
            LocalDate.parse(date.text());
            return date;
        } catch (DateTimeException e) {
            throw new Unusable(FormulaFault.at(date.from(), date.to(), "formula.noSuchDay", date.text()));
        }
    }

    private @Nullable Token token(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(plain).region(at, plain.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        Token token = new Token(kind, matcher.group(), at, matcher.end());
        at = matcher.end();
        return token;
    }

    private Token symbol() throws Unusable {
        int from = at;
        String one = plain.substring(at, at + 1);
        String found = SAME.containsKey(one)
                ? one
                : SYMBOLS.stream()
                        .filter(symbol -> plain.startsWith(symbol, at))
                        .findFirst()
                        .orElseThrow(() -> unknown(from));
        at += found.length();
        return new Token(Kind.SYMBOL, SAME.getOrDefault(found, found), from, at);
    }

    private Unusable unknown(int from) {
        int to = from + Character.charCount(source.codePointAt(from));
        return new Unusable(FormulaFault.at(from, to, "formula.strangeSign", source.substring(from, to)));
    }

    /** A text ends at its quote, which is written twice to stand within; a label and a stored name hold no bracket. */
    private Token quoted(char opening) throws Unusable {
        int from = at++;
        char closing = Objects.requireNonNull(CLOSING.get(opening));
        StringBuilder content = new StringBuilder();
        while (at < source.length()) {
            char here = source.charAt(at++);
            if (here != closing) {
                content.append(here);
            } else if (opening == closing && at < source.length() && source.charAt(at) == closing) {
                content.append(closing);
                at++;
            } else {
                return new Token(kind(opening), content.toString(), from, at);
            }
        }
        throw new Unusable(FormulaFault.at(from, source.length(), "formula.notClosed", String.valueOf(closing)));
    }

    private static Kind kind(char opening) {
        return switch (opening) {
            case '[', '【' -> Kind.LABEL;
            case '{' -> Kind.STORED;
            default -> Kind.TEXT;
        };
    }
}
