package hengke.kernel.money;

import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one unit of a currency is worth in the company's, from a day on and until the next rate.
 *
 * @param from the first day, by the company's clock
 */
public record ExchangeRate(String currency, LocalDate from, BigDecimal rate) {
    private static final int MOST_DIGITS = 10;
    private static final BigDecimal LIMIT = new BigDecimal("1e9");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    public ExchangeRate {
        rate = rate.stripTrailingZeros();
        rate = rate.scale() < 0 ? rate.setScale(0) : rate;
    }

    /** What is wrong with it, if anything. */
    Optional<Fault> fault(String base) {
        if (!Currencies.known(currency)) {
            return Fault.of("currency", Message.of("value.currency", currency));
        }
        if (currency.equals(base)) {
            return Fault.of("currency", Message.of("money.rateOfBase", base));
        }
        if (from.isBefore(EARLIEST) || !from.isBefore(LATEST)) {
            return Fault.of("from", Message.of("money.day"));
        }
        if (rate.signum() <= 0 || rate.compareTo(LIMIT) >= 0) {
            return Fault.of("rate", Message.of("money.rate"));
        }
        return rate.scale() > MOST_DIGITS ? Fault.of("rate", Message.of("value.scale", MOST_DIGITS)) : Optional.empty();
    }

    /** @param at which part of it is wrong */
    record Fault(String at, Message message) {
        static Optional<Fault> of(String at, Message message) {
            return Optional.of(new Fault(at, message));
        }
    }
}
