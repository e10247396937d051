package hengke.receivables;

import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which terms somebody wants to be settled, and how much of each. */
final class SettledTerms {
    private static final int MOST = 100;
    private static final Set<String> KEYS = Set.of("plan", "amount");
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final DecimalType AMOUNT =
            new DecimalType(DecimalType.Form.DECIMAL, 6, BigDecimal.ZERO, new BigDecimal("1e15"));

    private final List<Refusal.FieldError> errors = new ArrayList<>();
    private final String at;

    private SettledTerms(String at) {
        this.at = at;
    }

    record Settled(long plan, BigDecimal amount) {}

    /** @throws Refusal at every place that is wrong */
    static List<Settled> read(String at, JsonNode asked) {
        if (!asked.isArray() || asked.size() > MOST) {
            throw Refusal.Invalid.at(at, Message.of("receivables.termCount", MOST));
        }
        SettledTerms terms = new SettledTerms(at);
        List<Settled> read = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            JsonNode term = asked.get(i);
            String place = at + "[" + i + "].";
            term.propertyNames().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key ->
                            terms.errors.add(Refusal.FieldError.of(place + key, Message.of("records.unknown", key))));
            Optional<Long> plan = terms.value(term, place, "plan", ID);
            Optional<BigDecimal> amount = terms.value(term, place, "amount", AMOUNT);
            if (plan.isPresent() && amount.isPresent()) {
                read.add(new Settled(plan.get(), amount.get()));
            }
        }
        if (!terms.errors.isEmpty()) {
            throw new Refusal.Invalid(terms.errors);
        }
        return read;
    }

    private <T> Optional<T> value(JsonNode term, String place, String key, FieldType.Single<T> type) {
        if (!term.hasNonNull(key)) {
            errors.add(Refusal.FieldError.of(place + key, Message.of("records.required")));
            return Optional.empty();
        }
        try {
            return Optional.of(type.read(Objects.requireNonNull(term.get(key))));
        } catch (Unreadable e) {
            errors.add(Refusal.FieldError.of(place + key, e.reason()));
            return Optional.empty();
        }
    }
}
