package hengke.kernel.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.DSLContext;

/** The company's now and today, which formulas ask for at the moment their statement is written. */
public record CompanyClock(Clock clock, Supplier<ZoneId> zones) {

    /** Every statement of this database is written by this clock. */
    public void governs(DSLContext database) {
        database.configuration().data(CompanyClock.class, this);
    }

    static CompanyClock of(Configuration configuration) {
        return (CompanyClock) Objects.requireNonNull(
                configuration.data(CompanyClock.class), "no company clock governs this database");
    }

    ZoneId zone() {
        return zones.get();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }
}
