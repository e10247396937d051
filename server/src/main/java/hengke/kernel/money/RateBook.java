package hengke.kernel.money;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.settings.SettingChanges;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Where administrators keep the rates: every change is written down with who made it, what was and what is, beside the
 * other changes of settings, and told to every node.
 */
public final class RateBook {
    private final DSLContext dsl;
    private final LiveRates live;
    private final SettingChanges changes;
    private final Clock clock;

    RateBook(DSLContext dsl, LiveRates live, SettingChanges changes, Clock clock) {
        this.dsl = dsl;
        this.live = live;
        this.changes = changes;
        this.clock = clock;
    }

    /** A rate, and who entered it when. */
    public record Entry(ExchangeRate rate, Instant at, long by) {}

    /** How many rates were new, how many became others, and how many were so already. */
    public record Outcome(int added, int corrected, int unchanged) {}

    /** The newest rates of a currency, by the day from which they hold, before one of these days. */
    public List<Entry> entries(String currency, LocalDate before, int limit) {
        return RateRows.entries(dsl, live.now().base(), currency, before, limit);
    }

    /**
     * Enters a rate, or corrects the one of that day.
     *
     * @param version of the settings that were seen
     */
    public void enter(long by, long version, ExchangeRate rate) {
        rate.fault(live.now().base()).ifPresent(fault -> {
            throw Refusal.Invalid.at(fault.at(), fault.message());
        });
        changes.beside(
                by, version, Set.of(name(rate)), (within, note) -> write(within, note, by, List.of(rate), new int[3]));
    }

    /** Takes a rate out; what was converted at it stays. */
    public void remove(long by, long version, String currency, LocalDate from) {
        changes.beside(by, version, Set.of(name(currency, from)), (within, note) -> {
            String base = RateRows.read(within).base();
            ExchangeRate was = RateRows.find(within, base, currency, from).orElseThrow(Refusal.NotFound::new);
            RateRows.delete(within, base, currency, from);
            note.changed(name(was), was.rate().toPlainString(), "");
        });
    }

    /** Enters the rates of a list, all or none: what is wrong is said by line. */
    public Outcome bring(long by, List<RateLine> lines) {
        requireRight(lines);
        List<ExchangeRate> rates =
                lines.stream().flatMap(line -> line.rate().stream()).toList();
        int[] counts = new int[3];
        changes.beside(by, Long.MAX_VALUE, Set.of(), (within, note) -> write(within, note, by, rates, counts));
        return new Outcome(counts[0], counts[1], counts[2]);
    }

    private void requireRight(List<RateLine> lines) {
        String base = live.now().base();
        List<FieldError> errors = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (RateLine line : lines) {
            Optional<Message> fault = line.rate()
                    .map(rate ->
                            rate.fault(base).map(ExchangeRate.Fault::message).or(() -> twice(seen, rate, line)))
                    .orElse(line.fault());
            fault.ifPresent(message ->
                    errors.add(FieldError.of("lines[" + line.number() + "]", message, Map.of("line", line.number()))));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private static Optional<Message> twice(Map<String, Integer> seen, ExchangeRate rate, RateLine line) {
        return Optional.ofNullable(seen.putIfAbsent(name(rate), line.number()))
                .map(first -> Message.of("money.twice", first));
    }

    /** @param counts added, corrected, unchanged */
    private void write(DSLContext within, SettingChanges.Note note, long by, List<ExchangeRate> rates, int[] counts) {
        String base = RateRows.read(within).base();
        Instant now = clock.instant();
        Map<String, ExchangeRate> present = present(within, base, rates);
        for (ExchangeRate rate : rates) {
            ExchangeRate was = present.get(name(rate));
            if (rate.equals(was)) {
                counts[2]++;
                continue;
            }
            counts[was == null ? 0 : 1]++;
            RateRows.put(within, base, rate, now, by);
            note.changed(
                    name(rate),
                    was == null ? "" : was.rate().toPlainString(),
                    rate.rate().toPlainString());
        }
    }

    private static Map<String, ExchangeRate> present(DSLContext within, String base, List<ExchangeRate> rates) {
        return RateRows.some(
                        within, base, rates.stream().map(ExchangeRate::currency).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(RateBook::name, rate -> rate));
    }

    /** As its changes are written down. */
    private static String name(ExchangeRate rate) {
        return name(rate.currency(), rate.from());
    }

    private static String name(String currency, LocalDate from) {
        return MoneySettings.NAME + "." + currency + " " + from;
    }
}
