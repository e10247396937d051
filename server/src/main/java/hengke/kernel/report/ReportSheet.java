package hengke.kernel.report;

import hengke.kernel.problem.Language;
import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.SheetWriter;
import hengke.kernel.transfer.writing.WrittenColumn;
import hengke.kernel.transfer.writing.WrittenSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a sheet, numbers as numbers. */
public final class ReportSheet {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReportGrid grid;
    private final ZoneId zone;

    /** @param zone in whose clocks moments are written */
    public ReportSheet(ReportTable table, Language language, ZoneId zone) {
        this.grid = new ReportGrid(table, language);
        this.zone = zone;
    }

    public WrittenSheet named(String name) {
        List<ReportGrid.Column> columns = grid.columns();
        return new WrittenSheet(
                name,
                columns.stream().map(column -> WrittenColumn.of(column.title())).toList(),
                writer -> write(writer, columns.subList(grid.rows(), columns.size())));
    }

    private void write(SheetWriter writer, List<ReportGrid.Column> columns) {
        for (ReportGrid.Line line : grid.lines()) {
            List<CellValue> cells = new ArrayList<>();
            line.names().forEach(name -> cells.add(CellValue.text(name)));
            for (int i = 0; i < columns.size(); i++) {
                cells.add(value(columns.get(i).figure(), line.values().get(i)));
            }
            writer.row(cells);
        }
    }

    private CellValue value(@Nullable Figure figure, @Nullable Object value) {
        return switch (value) {
            case null -> CellValue.NOTHING;
            case Long whole -> new CellValue.Number(BigDecimal.valueOf(whole));
            case BigDecimal number ->
                switch (figure == null ? Figure.Kind.NUMBER : figure.kind()) {
                    case PERCENT -> new CellValue.Percent(number.multiply(HUNDRED));
                    case MONEY -> new CellValue.Amount(number);
                    case COUNT, NUMBER, DATE, MOMENT -> new CellValue.Number(number);
                };
            case LocalDate day -> new CellValue.Day(day);
            case Instant moment -> new CellValue.Moment(LocalDateTime.ofInstant(moment, zone));
            case Object other -> CellValue.text(other.toString());
        };
    }
}
