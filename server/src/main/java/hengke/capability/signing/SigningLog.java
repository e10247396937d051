package hengke.capability.signing;

import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened with papers that are signed, line after line; nothing in it is ever changed, and it is sealed. */
@Component
public final class SigningLog {
    private final DSLContext database;
    private final Clock clock;

    SigningLog(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** From where somebody acted; nowhere where the product does by itself. */
    public record Origin(@Nullable String address, @Nullable String device) {
        public static final Origin NONE = new Origin(null, null);

        private static final int LONGEST = 300;

        public Origin {
            device = device == null || device.length() <= LONGEST ? device : device.substring(0, LONGEST);
        }
    }

    /** One line. */
    public record Event(
            long id,
            Instant at,
            @Nullable Long party,
            @Nullable Long person,
            String what,
            Map<String, Object> details,
            @Nullable String address,
            @Nullable String device) {
        /** To which mobile a code went, and whether it did; none for anything else. */
        public Optional<Message> texted() {
            return details.get("mobile") instanceof String mobile
                    ? Optional.of(Message.of(
                            CodeWay.SIMULATED_SMS.wire().equals(details.get("by"))
                                    ? "signing.simulatedSmsTo"
                                    : "signing.smsTo",
                            mobile))
                    : Optional.empty();
        }
    }

    /** @param person of the company who did it; null for one of the parties or nobody */
    void note(
            DSLContext within,
            long envelope,
            @Nullable Long party,
            @Nullable Long person,
            String what,
            Map<String, ?> details,
            Origin origin) {
        within.execute(
                """
                insert into signing_event (at, envelope, party, person, what, details, address, device)
                values (cast(? as timestamptz), ?, ?, ?, ?, cast(? as jsonb), ?, ?)
                """,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                envelope,
                party,
                person,
                what,
                JsonMapper.shared().writeValueAsString(details),
                origin.address(),
                origin.device());
    }

    public List<Event> of(long envelope) {
        return of(database, envelope);
    }

    @SuppressWarnings("unchecked") // an object of plain values
    static List<Event> of(DSLContext within, long envelope) {
        return within.fetch("select * from signing_event where envelope = ? order by id", envelope)
                .map(row -> new Event(
                        row.get("id", Long.class),
                        row.get("at", Instant.class),
                        row.get("party", Long.class),
                        row.get("person", Long.class),
                        row.get("what", String.class),
                        (Map<String, Object>) JsonMapper.shared()
                                .readValue(row.get("details", JSONB.class).data(), Map.class),
                        row.get("address", String.class),
                        row.get("device", String.class)));
    }
}
