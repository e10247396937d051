package hengke.web.settings;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.money.ExchangeRate;
import hengke.kernel.money.ExchangeRates;
import hengke.kernel.money.LiveRates;
import hengke.kernel.money.RateBook;
import hengke.kernel.money.RateLine;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.Settings;
import hengke.kernel.transfer.reading.Cell;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.web.Body;
import hengke.web.Labelled;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/** The currencies in use with today's rates, for everybody who enters amounts; and all rates, for administrators. */
@RestController
final class RatesController {
    private static final TextualType CODE = new TextualType(TextualType.Form.TEXT, 3);
    private static final DateType DATE = new DateType();
    private static final DecimalType RATE =
            new DecimalType(DecimalType.Form.DECIMAL, 30, new BigDecimal("-1e18"), new BigDecimal("1e18"));
    private static final long LARGEST_FILE = 5 << 20;
    private static final int PAGE = 50;

    private final LiveRates rates;
    private final RateBook book;
    private final Settings settings;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Clock clock;

    RatesController(
            LiveRates rates,
            RateBook book,
            Settings settings,
            Access access,
            LiveOrganisation organisation,
            Clock clock) {
        this.rates = rates;
        this.book = book;
        this.settings = settings;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    record InUse(String base, LocalDate day, List<Usable> currencies) {}

    record Usable(
            String currency,
            int digits,
            @Nullable String rate,
            @Nullable LocalDate from) {}

    record Page(long version, List<Item> items, @Nullable LocalDate next) {}

    record Item(String currency, LocalDate from, String rate, Instant at, Labelled by) {}

    @GetMapping("/api/currencies")
    InUse today(Actor actor) {
        ExchangeRates now = rates.now();
        LocalDate day = now.day(clock.instant());
        return new InUse(
                now.base(),
                day,
                now.usable().stream()
                        .map(currency -> usable(currency, now.on(currency, day).orElse(null)))
                        .toList());
    }

    private static Usable usable(String currency, @Nullable ExchangeRate rate) {
        return new Usable(
                currency,
                Currencies.digits(currency),
                rate == null ? null : rate.rate().toPlainString(),
                rate == null ? null : rate.from());
    }

    /** @param before the day before which the rates asked for began */
    @GetMapping("/api/settings/rates/{currency}")
    Page rates(
            Actor actor,
            @PathVariable("currency") String currency,
            @RequestParam(name = "before", required = false) @Nullable LocalDate before) {
        access.requireAdministrator(actor);
        long version = settings.values().version();
        List<RateBook.Entry> found = book.entries(currency, before == null ? LocalDate.of(9999, 1, 1) : before, PAGE);
        Organisation now = organisation.get();
        return new Page(
                version,
                found.stream().map(entry -> item(entry, now)).toList(),
                found.size() == PAGE ? found.getLast().rate().from() : null);
    }

    private static Item item(RateBook.Entry entry, Organisation now) {
        return new Item(
                entry.rate().currency(),
                entry.rate().from(),
                entry.rate().rate().toPlainString(),
                entry.at(),
                Labelled.person(now, entry.by()));
    }

    @PostMapping("/api/settings/rates")
    Page enter(Actor actor, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        long version = body.required("version", SettingsJson.VERSION).orElse(0L);
        String currency = body.required("currency", CODE).orElse("");
        LocalDate from = body.required("from", DATE).orElse(LocalDate.EPOCH);
        BigDecimal rate = body.required("rate", RATE).orElse(BigDecimal.ONE);
        body.done();
        book.enter(actor.user(), version, new ExchangeRate(currency, from, rate));
        return rates(actor, currency, null);
    }

    @DeleteMapping("/api/settings/rates/{currency}/{from}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Actor actor,
            @PathVariable("currency") String currency,
            @PathVariable("from") LocalDate from,
            @RequestParam("version") long version) {
        access.requireAdministrator(actor);
        book.remove(actor.user(), version, currency, from);
    }

    /** What was pasted comes as a text file of its own. */
    @PostMapping("/api/settings/rates/import")
    RateBook.Outcome bring(Actor actor, @RequestParam("file") MultipartFile file) throws IOException {
        access.requireAdministrator(actor);
        if (file.getSize() > LARGEST_FILE) {
            throw new Refusal.TooLarge(Message.of("problem.tooLarge"));
        }
        return book.bring(actor.user(), RateLine.of(rows(file)));
    }

    private static SortedMap<Integer, List<String>> rows(MultipartFile file) throws IOException {
        Path local = Files.createTempFile("rates", ".sheet");
        try {
            file.transferTo(local);
            SortedMap<Integer, List<String>> rows = new TreeMap<>();
            try (SheetFile sheet = SheetFile.open(local, "rates");
                    RowStream all = sheet.rows(0)) {
                while (all.hasNext() && rows.size() <= RateLine.MOST) {
                    SheetRow row = all.next();
                    rows.put(row.number(), row.cells().stream().map(Cell::text).toList());
                }
            }
            return rows;
        } finally {
            Files.deleteIfExists(local);
        }
    }
}
