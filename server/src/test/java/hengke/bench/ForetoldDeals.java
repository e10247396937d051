package hengke.bench;

import hengke.capability.forecast.BackTest;
import hengke.capability.forecast.BackTest.Past;
import hengke.capability.forecast.BackTest.Point;
import hengke.capability.forecast.Horizon;
import hengke.capability.forecast.Known;
import hengke.capability.goal.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the product's rules would have foretold of 8,300 opportunities with a day on which they began. The file says
 * neither stages nor expected days: an open deal is worth the price of its product, and as likely won as those that had
 * ended by then.
 */
final class ForetoldDeals {
    private static final LocalDate FIRST = LocalDate.of(2017, 3, 1);
    private static final LocalDate END = LocalDate.of(2018, 1, 1);

    private final List<Deal> deals;

    private ForetoldDeals(List<Deal> deals) {
        this.deals = deals;
    }

    private record Deal(LocalDate began, @Nullable LocalDate ended, boolean won, BigDecimal value, BigDecimal price) {
        boolean open(LocalDate day) {
            return began.isBefore(day) && (ended == null || !ended.isBefore(day));
        }

        boolean endedWithin(LocalDate from, LocalDate until) {
            return ended != null && !ended.isBefore(from) && ended.isBefore(until);
        }
    }

    static ForetoldDeals read(Path data) throws IOException {
        Path folder = data.resolve("01_crm_sales_opportunities");
        Map<String, Map<String, String>> products =
                Table.read(folder.resolve("products.csv")).by("product");
        List<Deal> deals = new ArrayList<>();
        for (Map<String, String> row :
                Table.read(folder.resolve("sales_pipeline.csv")).rows()) {
            String began = row.getOrDefault("engage_date", "");
            String ended = row.getOrDefault("close_date", "");
            String product = row.getOrDefault("product", "").replace("GTXPro", "GTX Pro");
            if (!began.isBlank()) {
                deals.add(new Deal(
                        LocalDate.parse(began),
                        ended.isBlank() ? null : LocalDate.parse(ended),
                        row.getOrDefault("deal_stage", "").equals("Won"),
                        number(row.get("close_value")),
                        number(products.getOrDefault(product, Map.of()).get("sales_price"))));
            }
        }
        return new ForetoldDeals(deals);
    }

    /** Of whole months or quarters, as the product tells it: whatever was won in them counts. */
    List<Point> periods(Span.Unit unit, LocalDate first) {
        List<Past> pasts = new ArrayList<>();
        Span before = new Span(unit, first).before();
        for (Span span = new Span(unit, first); !span.until().isAfter(END); span = after(span)) {
            for (Horizon horizon : Horizon.values()) {
                LocalDate day = horizon.day(span);
                pasts.add(past(span, horizon, won(span.from(), day, _ -> true), won(span, _ -> true), before));
            }
            before = span;
        }
        return BackTest.points(pasts);
    }

    /** Of quarters from their start: only what was open then counts. */
    List<Point> openAtStart() {
        List<Past> pasts = new ArrayList<>();
        for (Span span = new Span(Span.Unit.QUARTER, LocalDate.of(2017, 4, 1));
                !span.until().isAfter(END);
                span = after(span)) {
            LocalDate start = span.from();
            pasts.add(past(span, Horizon.START, BigDecimal.ZERO, won(span, deal -> deal.open(start)), null));
        }
        return BackTest.points(pasts);
    }

    long open(LocalDate day) {
        return deals.stream().filter(deal -> deal.open(day)).count();
    }

    private Past past(Span span, Horizon horizon, BigDecimal wonSoFar, BigDecimal actual, @Nullable Span before) {
        LocalDate day = horizon.day(span);
        List<Deal> decided = deals.stream()
                .filter(deal -> deal.ended() != null && deal.ended().isBefore(day))
                .toList();
        double rate = (double) decided.stream().filter(Deal::won).count() / decided.size();
        BigDecimal open =
                deals.stream().filter(deal -> deal.open(day)).map(Deal::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        double passed =
                (double) ChronoUnit.DAYS.between(span.from(), day) / ChronoUnit.DAYS.between(span.from(), span.until());
        return new Past(
                span,
                horizon,
                day,
                new Known(
                        wonSoFar,
                        open,
                        open.multiply(BigDecimal.valueOf(rate)).setScale(0, RoundingMode.HALF_UP),
                        null,
                        null,
                        null,
                        null,
                        before == null || before.from().isBefore(FIRST) ? null : won(before, _ -> true),
                        null,
                        passed),
                actual);
    }

    private BigDecimal won(Span span, Predicate<Deal> which) {
        return won(span.from(), span.until(), which);
    }

    private BigDecimal won(LocalDate from, LocalDate until, Predicate<Deal> which) {
        return deals.stream()
                .filter(deal -> deal.won() && deal.endedWithin(from, until))
                .filter(which)
                .map(Deal::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Span after(Span span) {
        return new Span(span.unit(), span.until());
    }

    private static BigDecimal number(@Nullable String text) {
        return text == null || text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
