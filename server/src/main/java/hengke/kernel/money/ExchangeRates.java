package hengke.kernel.money;

import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Unreadable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** In which money the company reckons at one moment: an immutable value. */
public final class ExchangeRates {
    private final String base;
    private final Set<String> usable;
    private final ZoneId zone;
    private final Map<String, NavigableMap<LocalDate, ExchangeRate>> rates = new HashMap<>();

    /**
     * @param base the company's own currency
     * @param active the others in which amounts may be given
     * @param zone in which the company's days begin
     */
    public ExchangeRates(String base, Collection<String> active, ZoneId zone, Collection<ExchangeRate> rates) {
        Set<String> all = new LinkedHashSet<>(Set.of(base));
        all.addAll(active);
        this.base = base;
        this.usable = Collections.unmodifiableSet(all);
        this.zone = zone;
        rates.forEach(rate -> this.rates
                .computeIfAbsent(rate.currency(), _ -> new TreeMap<>())
                .put(rate.from(), rate));
    }

    /** The company's own currency. */
    public String base() {
        return base;
    }

    /** The currencies in which amounts may be given, the company's own first. */
    public Set<String> usable() {
        return usable;
    }

    /** The company's day at a moment. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The rate that holds on a day: the last one that began by then. */
    public Optional<ExchangeRate> on(String currency, LocalDate day) {
        return Optional.ofNullable(rates.get(currency))
                .map(its -> its.floorEntry(day))
                .map(Map.Entry::getValue);
    }

    /** An amount with what it is worth, rounded half up to the digits of the company's currency. */
    public Money reckon(BigDecimal amount, String currency, LocalDate day) throws Unreadable {
        if (!usable.contains(currency)) {
            throw new Unreadable("money.notInUse", currency, String.join(" ", usable));
        }
        BigDecimal exact = MoneyType.amount(amount, currency);
        if (currency.equals(base)) {
            return Money.ofBase(exact, currency);
        }
        ExchangeRate rate =
                on(currency, day).orElseThrow(() -> new Unreadable("money.noRate", currency, day.toString()));
        BigDecimal worth = exact.multiply(rate.rate()).setScale(Currencies.digits(base), RoundingMode.HALF_UP);
        if (worth.abs().compareTo(MoneyType.LIMIT) >= 0) {
            throw new Unreadable("money.tooMuch", base);
        }
        return new Money(exact, currency, worth);
    }
}
