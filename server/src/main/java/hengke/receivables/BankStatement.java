package hengke.receivables;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.text.CleanText;
import hengke.kernel.text.Folding;
import hengke.kernel.text.value.CurrencyNames;
import hengke.kernel.text.value.Dates;
import hengke.kernel.text.value.Decimals;
import hengke.kernel.text.value.Reading;
import hengke.kernel.transfer.reading.DataRows;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetLayout;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.kernel.transfer.reading.SheetTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came in by a bank's statement.
 *
 * @param outgoing how many rows are money that went out
 * @param faulty rows that could not be read
 */
record BankStatement(List<Line> lines, int outgoing, List<Faulty> faulty) {
    private static final int MOST = 20_000;
    private static final int LONGEST_REMARK = 500;
    private static final Set<String> INCOMING =
            Set.of("贷", "贷方", "收", "收入", "入", "来账", "转入", "存入", "c", "cr", "credit");

    /** Money that came in. */
    record Line(
            LocalDate day,
            BigDecimal amount,
            String currency,
            @Nullable String payer,
            @Nullable String account,
            @Nullable String remark,
            @Nullable String reference,
            String mark,
            ObjectNode raw) {}

    /** A row that says nothing one could use, and why. */
    record Faulty(int row, Message reason) {}

    static BankStatement read(SheetFile file) {
        SheetTable table = file.table(0);
        BankColumns columns = BankColumns.of(table.layout());
        if (!columns.complete()) {
            throw new Refusal.Unreadable(Message.of("receivables.noStatement"));
        }
        Reader reader = new Reader(table.layout(), columns);
        try (DataRows rows = table.rows()) {
            for (int count = 0; rows.hasNext(); count++) {
                if (count == MOST) {
                    throw new Refusal.Unreadable(Message.of("receivables.statementTooLong", MOST));
                }
                reader.take(rows.next());
            }
        }
        return new BankStatement(reader.lines, reader.outgoing, reader.faulty);
    }

    /** Reads row by row. */
    private static final class Reader {
        private final SheetLayout layout;
        private final BankColumns columns;
        private final List<Line> lines = new ArrayList<>();
        private final List<Faulty> faulty = new ArrayList<>();
        private final Map<String, Integer> alike = new HashMap<>();
        private int outgoing;

        Reader(SheetLayout layout, BankColumns columns) {
            this.layout = layout;
            this.columns = columns;
        }

        void take(SheetRow row) {
            Optional<BigDecimal> amount = incoming(row);
            if (amount.isEmpty()) {
                return;
            }
            String written = text(row, BankColumns.Column.DAY);
            if (!(Dates.date(written) instanceof Reading.Value<LocalDate>(LocalDate day))) {
                faulty.add(new Faulty(row.number(), Message.of("receivables.noDay", written)));
                return;
            }
            String payer = blankless(text(row, BankColumns.Column.PAYER));
            String account = blankless(text(row, BankColumns.Column.ACCOUNT));
            String remark = remark(row);
            String reference = blankless(text(row, BankColumns.Column.REFERENCE));
            List<@Nullable String> said = new ArrayList<>();
            said.add(payer);
            said.add(account);
            said.add(remark);
            said.add(text(row, BankColumns.Column.BALANCE));
            said.add(written);
            String mark = BankMark.of(reference, amount.get(), day, said, 0);
            int nth = mark.startsWith("ref:") ? 0 : alike.merge(mark, 1, Integer::sum) - 1;
            lines.add(new Line(
                    day,
                    amount.get(),
                    CurrencyNames.code(text(row, BankColumns.Column.CURRENCY)).orElse(""),
                    cut(payer, 200),
                    cut(account, 60),
                    cut(remark, LONGEST_REMARK),
                    cut(reference, 100),
                    nth == 0 ? mark : mark + ":" + nth,
                    raw(row)));
        }

        /** How much came in; empty where nothing did, or it cannot be read. */
        private Optional<BigDecimal> incoming(SheetRow row) {
            if (columns.has(BankColumns.Column.CREDIT)) {
                String credit = text(row, BankColumns.Column.CREDIT);
                return positive(row, credit);
            }
            String written = text(row, BankColumns.Column.AMOUNT);
            if (columns.has(BankColumns.Column.DIRECTION)
                    && !INCOMING.contains(Folding.compact(text(row, BankColumns.Column.DIRECTION)))) {
                outgoing++;
                return Optional.empty();
            }
            return positive(row, written);
        }

        private Optional<BigDecimal> positive(SheetRow row, String written) {
            return switch (Decimals.money(written)) {
                case Reading.Value<Decimals.Amount>(Decimals.Amount amount)
                when amount.value().signum() > 0 -> Optional.of(amount.value());
                case Reading.Value<Decimals.Amount> _, Reading.Blank<Decimals.Amount> _ -> {
                    outgoing++;
                    yield Optional.empty();
                }
                case Reading.Refused<Decimals.Amount>(Message reason) -> {
                    if (written.strip().matches("[-–—/]*")) {
                        outgoing++;
                    } else {
                        faulty.add(new Faulty(row.number(), reason));
                    }
                    yield Optional.empty();
                }
            };
        }

        /** All that is said besides: what it is for, and in which words. */
        private @Nullable String remark(SheetRow row) {
            return blankless(columns.of(BankColumns.Column.REMARK).stream()
                    .map(column -> CleanText.line(row.cell(column).text()))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(" ")));
        }

        /** What the best column says that says anything. */
        private String text(SheetRow row, BankColumns.Column column) {
            return columns.of(column).stream()
                    .map(index -> CleanText.line(row.cell(index).text()))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private ObjectNode raw(SheetRow row) {
            ObjectNode raw = JsonMapper.shared().createObjectNode();
            layout.columns().forEach(column -> {
                String text = row.cell(column.index()).text();
                if (!text.isBlank()) {
                    raw.put(column.title().isEmpty() ? column.letters() : column.title(), text);
                }
            });
            return raw;
        }

        private static @Nullable String blankless(String text) {
            return text.isEmpty() ? null : text;
        }

        private static @Nullable String cut(@Nullable String text, int most) {
            return text == null || text.length() <= most ? text : text.substring(0, most);
        }
    }
}
