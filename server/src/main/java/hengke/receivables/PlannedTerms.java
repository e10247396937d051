package hengke.receivables;

import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A payment plan as somebody asks for it: terms by amount or by percent of the whole, which they come to exactly. A
 * percentage is rounded half up to the digits of the currency; where all terms are percentages, the last takes the rest.
 */
final class PlannedTerms {
    private static final int MOST = 120;
    private static final Set<String> KEYS = Set.of("id", "name", "dueDate", "amount", "percent");
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final DateType DATE = new DateType();
    private static final DecimalType AMOUNT =
            new DecimalType(DecimalType.Form.DECIMAL, 6, BigDecimal.ZERO, new BigDecimal("1e15"));
    private static final DecimalType PERCENT =
            new DecimalType(DecimalType.Form.PERCENT, 4, BigDecimal.ZERO, new BigDecimal(100));
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final List<Refusal.FieldError> errors = new ArrayList<>();
    private final String at;

    private PlannedTerms(String at) {
        this.at = at;
    }

    /**
     * One term.
     *
     * @param id of the term it changes; null for a new one
     * @param amount in the currency of the whole
     */
    record Term(@Nullable Long id, @Nullable String name, LocalDate dueDate, BigDecimal amount) {}

    /**
     * @param at where they stand in the request
     * @throws Refusal at every place that is wrong
     */
    static List<Term> read(String at, JsonNode asked, Money whole) {
        PlannedTerms terms = new PlannedTerms(at);
        List<Term> read = terms.all(asked, whole);
        if (terms.errors.isEmpty()) {
            BigDecimal sum = read.stream().map(Term::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(whole.amount()) != 0) {
                terms.error("", Message.of("receivables.planSum", Shown.of(sum), Shown.of(whole.amount())));
            }
        }
        if (!terms.errors.isEmpty()) {
            throw new Refusal.Invalid(terms.errors);
        }
        return read;
    }

    private List<Term> all(JsonNode asked, Money whole) {
        if (!asked.isArray() || asked.isEmpty() || asked.size() > MOST) {
            error("", Message.of("receivables.termCount", MOST));
            return List.of();
        }
        boolean byShare = asked.valueStream().allMatch(term -> term.hasNonNull("percent"));
        int digits = Currencies.digits(whole.currency());
        List<Term> read = new ArrayList<>();
        BigDecimal left = whole.amount();
        BigDecimal shares = BigDecimal.ZERO;
        for (int i = 0; i < asked.size(); i++) {
            JsonNode term = asked.get(i);
            String place = "[" + i + "]";
            term.propertyNames().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> error(place + "." + key, Message.of("records.unknown", key)));
            Long id = value(term, place, "id", ID).orElse(null);
            String name = value(term, place, "name", NAME).orElse(null);
            Optional<LocalDate> due = value(term, place, "dueDate", DATE);
            if (due.isEmpty() && !term.hasNonNull("dueDate")) {
                error(place + ".dueDate", Message.of("records.required"));
            }
            Optional<BigDecimal> share = value(term, place, "percent", PERCENT);
            shares = shares.add(share.orElse(BigDecimal.ZERO));
            Optional<BigDecimal> amount = share.map(
                            its -> whole.amount().multiply(its).divide(HUNDRED, digits, RoundingMode.HALF_UP))
                    .or(() -> value(term, place, "amount", AMOUNT));
            if (byShare && i == asked.size() - 1 && shares.compareTo(HUNDRED) == 0) {
                amount = Optional.of(left);
            }
            if (amount.isEmpty() && !term.hasNonNull("amount")) {
                error(place + ".amount", Message.of("records.required"));
            }
            if (due.isPresent() && amount.isPresent()) {
                left = left.subtract(amount.get());
                read.add(new Term(id, name, due.get(), amount.get()));
            }
        }
        return read;
    }

    private <T> Optional<T> value(JsonNode term, String place, String key, FieldType.Single<T> type) {
        if (!term.hasNonNull(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.read(Objects.requireNonNull(term.get(key))));
        } catch (Unreadable e) {
            error(place + "." + key, e.reason());
            return Optional.empty();
        }
    }

    private void error(String place, Message message) {
        errors.add(Refusal.FieldError.of(at + place, message));
    }
}
