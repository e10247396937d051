package hengke.kernel.money;

import hengke.kernel.settings.Settings;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The rates in force: answered from memory as long as nobody has changed the settings or rates, which one look at their
 * version tells.
 */
public final class LiveRates implements Books {
    private final DSLContext dsl;
    private final Settings settings;
    private volatile @Nullable Seen seen;

    /** What was read at one version of the settings. */
    private record Seen(long version, ExchangeRates rates) {}

    LiveRates(DSLContext dsl, Settings settings) {
        this.dsl = dsl;
        this.settings = settings;
    }

    /** For reading, as this node knows them. */
    public ExchangeRates now() {
        return at(dsl, settings.values().version());
    }

    @Override
    public ExchangeRates held(DSLContext within) {
        return at(within, RateRows.hold(within));
    }

    /** The version is known first: should something change in between, the next look finds a higher one. */
    private ExchangeRates at(DSLContext reading, long version) {
        Seen last = seen;
        if (last != null && last.version == version) {
            return last.rates;
        }
        ExchangeRates rates = RateRows.read(reading);
        seen = new Seen(version, rates);
        return rates;
    }
}
