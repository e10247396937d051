package hengke.kernel.transfer.reading;

import hengke.kernel.text.Folding;
import hengke.kernel.text.value.Decimals;
import hengke.kernel.text.value.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows below a header, without totals. */
public final class DataRows implements RowStream {
    private static final Set<String> TOTALS =
            Set.of("合计", "总计", "小计", "共计", "总合计", "本页合计", "本页小计", "合计金额", "total", "subtotal", "grandtotal", "sum");

    private static final int MOST_SKIPPED = 200;

    private final RowStream rows;
    private final List<Integer> skipped = new ArrayList<>();
    private final int after;
    private @Nullable SheetRow next;

    DataRows(RowStream rows, int after) {
        this.rows = rows;
        this.after = after;
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            SheetRow row = rows.next();
            next = row.number() > after && !isTotal(row) ? row : null;
            if (next == null && row.number() != after && skipped.size() < MOST_SKIPPED) {
                skipped.add(row.number());
            }
        }
        return next != null;
    }

    /** The numbers of the rows so far that are no data: titles and instructions above the header, totals; not all of very many. */
    public List<Integer> skipped() {
        return List.copyOf(skipped);
    }

    @Override
    public SheetRow next() {
        SheetRow row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return row;
    }

    @Override
    public void close() {
        rows.close();
    }

    /** Begins with a word for a sum and has otherwise only numbers. */
    private static boolean isTotal(SheetRow row) {
        List<Cell> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return filled.getFirst() instanceof Cell.Text(String text)
                && TOTALS.contains(Folding.compact(text))
                && filled.stream().skip(1).allMatch(DataRows::isNumber);
    }

    private static boolean isNumber(Cell cell) {
        return switch (cell) {
            case Cell.Number _, Cell.Unusable _ -> true;
            case Cell.Text(String text) -> Decimals.money(text) instanceof Reading.Value;
            case Cell.Blank _, Cell.Moment _, Cell.Truth _ -> false;
        };
    }
}
