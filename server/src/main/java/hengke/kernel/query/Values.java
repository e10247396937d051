package hengke.kernel.query;

import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Single values as a comparison needs them. */
final class Values {
    private static final BigDecimal HUGE = new BigDecimal("1e18");
    /** What is looked for inside a text, whatever the text's own rules. */
    private static final TextualType PART = new TextualType(TextualType.Form.LONG_TEXT, 200);

    private final Periods periods;
    private final String base;

    /** @param base the company's currency; empty where it is not known */
    Values(Periods periods, String base) {
        this.periods = periods;
        this.base = base;
    }

    /** What one written value covers: itself, or for a time field given a day, that whole day. */
    record Span(Check.Bound from, Check.Bound to) {
        static Span of(Comparable<?> value) {
            return new Span(new Check.Bound(value, true), new Check.Bound(value, true));
        }
    }

    Span span(FieldType<?> type, JsonNode json, String at) {
        return switch (type) {
            case DateType _ -> Span.of(periods.day(json).orElseGet(() -> (LocalDate) one(type, json, at)));
            case DateTimeType _ -> moment(json, at);
            default -> Span.of((Comparable<?>) one(type, json, at));
        };
    }

    private Span moment(JsonNode json, String at) {
        String written = json.asString("");
        if (written.equals("now")) {
            return Span.of(periods.now());
        }
        boolean isDay = written.length() == "2026-11-22".length();
        return periods.day(json)
                .or(() -> isDay ? Optional.of((LocalDate) one(new DateType(), json, at)) : Optional.empty())
                .map(day -> new Span(
                        new Check.Bound(periods.startOf(day), true),
                        new Check.Bound(periods.startOf(day.plusDays(1)), false)))
                .orElseGet(() -> Span.of((Comparable<?>) one(new DateTimeType(), json, at)));
    }

    Object one(FieldType<?> type, JsonNode json, String at) {
        if (json.isString() && json.stringValue().isBlank()) {
            throw Refusal.Invalid.at(at, Message.of("query.blank"));
        }
        try {
            Object value = unlimited(type).read(json);
            return value instanceof Money money ? asBase(money, at) : value;
        } catch (Unreadable e) {
            throw Refusal.Invalid.at(at, e.reason());
        }
    }

    /** Money is asked for by what it is worth in the company's currency. */
    private BigDecimal asBase(Money money, String at) {
        if (!money.currency().isEmpty() && !money.currency().equals(base)) {
            throw Refusal.Invalid.at(at, Message.of("query.baseCurrency"));
        }
        int digits = base.isEmpty() ? 2 : Currencies.digits(base);
        BigDecimal amount = money.amount().stripTrailingZeros();
        return amount.setScale(Math.max(amount.scale(), digits));
    }

    /** The characters to look for in a text. */
    String part(JsonNode json, String at) {
        return CaseAndWidth.fold((String) one(PART, json, at));
    }

    /** An option and everything below it. */
    static Set<String> subtree(TreeChoiceType.Nodes nodes, String root) {
        Set<String> subtree = new LinkedHashSet<>(Set.of(root));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Option option : nodes.options()) {
                if (option.parent() != null && subtree.contains(option.parent())) {
                    grown |= subtree.add(option.value());
                }
            }
        }
        return subtree;
    }

    /** A limit of what may be stored is no limit of what may be asked: "more than -1 employees" is a fair question. */
    private static FieldType<?> unlimited(FieldType<?> type) {
        return switch (type) {
            case IntegerType _ -> new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE);
            case DecimalType(var form, int _, BigDecimal _, BigDecimal _) ->
                new DecimalType(form, 18, HUGE.negate(), HUGE);
            default -> type;
        };
    }
}
