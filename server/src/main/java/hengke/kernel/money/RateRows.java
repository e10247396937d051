package hengke.kernel.money;

import hengke.kernel.identity.CompanySettings;
import hengke.kernel.settings.SettingValues;
import hengke.kernel.settings.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The table of rates. Each is to the base currency it was entered for, so that no rate is ever read as another's. */
final class RateRows {
    /** Lock against which amounts are written while the company reckons in one currency, and it is not changed. */
    private static final String LOCK = "735, 1";

    private RateRows() {}

    /** What holds as this transaction sees it. */
    static ExchangeRates read(DSLContext within) {
        SettingValues values =
                Settings.open(within, CompanySettings.CURRENCY, CompanySettings.TIME_ZONE, MoneySettings.ACTIVE);
        String base = values.get(CompanySettings.CURRENCY);
        return new ExchangeRates(
                base,
                values.get(MoneySettings.ACTIVE),
                ZoneId.of(values.get(CompanySettings.TIME_ZONE)),
                within.fetch("select currency, valid_from, rate from exchange_rate where base = ?", base)
                        .map(RateRows::rate));
    }

    /** The newest entries of a currency, by the day from which they hold, before one of these days. */
    static List<RateBook.Entry> entries(DSLContext dsl, String base, String currency, LocalDate before, int limit) {
        return dsl.fetch("""
                        select currency, valid_from, rate, entered_at, entered_by from exchange_rate
                        where base = ? and currency = ? and valid_from < ? order by valid_from desc limit ?
                        """, base, currency, before, limit)
                .map(row -> new RateBook.Entry(
                        rate(row),
                        row.get("entered_at", OffsetDateTime.class).toInstant(),
                        row.get("entered_by", Long.class)));
    }

    /** All rates of some currencies. */
    static List<ExchangeRate> some(DSLContext dsl, String base, Collection<String> currencies) {
        return dsl.fetch(
                        "select currency, valid_from, rate from exchange_rate where base = ? and currency = any(?)",
                        base,
                        currencies.toArray(String[]::new))
                .map(RateRows::rate);
    }

    static Optional<ExchangeRate> find(DSLContext dsl, String base, String currency, LocalDate from) {
        return dsl.fetchOptional(
                        "select currency, valid_from, rate from exchange_rate"
                                + " where base = ? and currency = ? and valid_from = ?",
                        base,
                        currency,
                        from)
                .map(RateRows::rate);
    }

    static void put(DSLContext within, String base, ExchangeRate rate, Instant at, long by) {
        within.execute("""
                insert into exchange_rate (base, currency, valid_from, rate, entered_at, entered_by)
                values (?, ?, ?, ?, cast(? as timestamptz), ?)
                on conflict (base, currency, valid_from) do update
                set rate = excluded.rate, entered_at = excluded.entered_at, entered_by = excluded.entered_by
                """, base, rate.currency(), rate.from(), rate.rate(), at, by);
    }

    static void delete(DSLContext within, String base, String currency, LocalDate from) {
        within.execute(
                "delete from exchange_rate where base = ? and currency = ? and valid_from = ?", base, currency, from);
    }

    /**
     * Keeps the company's currency as it is until the transaction ends, and says by which version of the settings this
     * is; one statement, because every write of an amount asks.
     */
    static long hold(DSLContext within) {
        return within.fetchSingle("select money_held() as version").get("version", Long.class);
    }

    /** Waits until nobody writes amounts, and keeps others from it until the transaction ends. */
    static void stop(DSLContext within) {
        within.fetch("select pg_advisory_xact_lock(" + LOCK + ")");
    }

    private static ExchangeRate rate(Record row) {
        return new ExchangeRate(
                row.get("currency", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("rate", BigDecimal.class));
    }
}
