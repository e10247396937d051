package hengke.kernel.money;

import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.text.value.CurrencyNames;
import hengke.kernel.text.value.Dates;
import hengke.kernel.text.value.Decimals;
import hengke.kernel.text.value.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One line of a list of rates: currency, first day, rate.
 *
 * @param number of the line, from 1
 * @param fault why it is not understood, where it is not
 */
public record RateLine(int number, Optional<ExchangeRate> rate, Optional<Message> fault) {
    /** In one list. */
    public static final int MOST = 5_000;

    /** The lines of a list as it stands in a spreadsheet, by their numbers; a first line of titles is passed over. */
    public static List<RateLine> of(SortedMap<Integer, List<String>> rows) {
        List<RateLine> lines = new ArrayList<>();
        rows.forEach((number, row) -> {
            List<String> cells = row.stream().map(String::strip).toList();
            if (!(number.equals(rows.firstKey()) && titles(cells))) {
                lines.add(of(number, cells));
            }
        });
        if (lines.isEmpty() || lines.size() > MOST) {
            throw Refusal.Invalid.at("file", Message.of("money.noLines", MOST));
        }
        return lines;
    }

    /** Titles hold neither a currency nor a number. */
    private static boolean titles(List<String> cells) {
        return cells.stream().noneMatch(cell -> cell.matches(".*\\d.*"))
                && currency(cells.getFirst()).isEmpty();
    }

    private static RateLine of(int number, List<String> cells) {
        if (cells.size() < 3) {
            return wrong(number, Message.of("money.columns"));
        }
        Optional<String> currency = currency(cells.get(0));
        if (currency.isEmpty()) {
            return wrong(number, Message.of("value.currency", cells.get(0)));
        }
        return switch (Dates.date(cells.get(1))) {
            case Reading.Refused<LocalDate>(Message reason) -> wrong(number, reason);
            case Reading.Blank<LocalDate>() -> wrong(number, Message.of("money.columns"));
            case Reading.Value<LocalDate>(var from) ->
                switch (Decimals.number(cells.get(2))) {
                    case Reading.Refused<BigDecimal>(Message reason) -> wrong(number, reason);
                    case Reading.Blank<BigDecimal>() -> wrong(number, Message.of("money.columns"));
                    case Reading.Value<BigDecimal>(var rate) ->
                        new RateLine(
                                number, Optional.of(new ExchangeRate(currency.get(), from, rate)), Optional.empty());
                };
        };
    }

    private static Optional<String> currency(String text) {
        return CurrencyNames.code(text).filter(Currencies::known);
    }

    private static RateLine wrong(int number, Message fault) {
        return new RateLine(number, Optional.empty(), Optional.of(fault));
    }
}
