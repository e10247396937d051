package hengke.kernel.transfer.importing;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.transfer.importing.ImportJob.RowError;
import hengke.kernel.transfer.importing.ImportJob.RowResult;
import hengke.kernel.transfer.importing.ImportJob.RowVerdict;
import hengke.kernel.transfer.reading.Cell;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetLayout.Column;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.kernel.transfer.reading.SheetTable;
import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.SheetWriter;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The rows of a file that were refused, as they stood there, each with the reason: to be corrected and imported again. */
public final class FailedRows {
    private static final int PART = 500;
    private static final int REASON_WIDTH = 60;

    private final DSLContext database;
    private final StoredSheets sheets;

    FailedRows(DSLContext database, StoredSheets sheets) {
        this.database = database;
        this.sheets = sheets;
    }

    /** Writes a workbook row by row; neither the file nor the verdicts are ever in memory as a whole. */
    public void write(ImportJob job, Language language, OutputStream stream) {
        sheets.with(job.file(), opened -> {
            SheetTable table = opened.table(job.sheet());
            String reason = Message.of("import.reason").in(language);
            List<Column> columns = table.layout().columns().stream()
                    .filter(column -> !column.title().equals(reason))
                    .toList();
            List<WrittenColumn> written = new ArrayList<>(columns.stream()
                    .map(FailedRows::title)
                    .map(WrittenColumn::of)
                    .toList());
            written.add(WrittenColumn.of(reason).wide(REASON_WIDTH));
            try (SheetWriter sheet = SheetWriter.xlsx(stream, opened.sheets().get(job.sheet()), written)) {
                write(job, table, columns, language, sheet);
            }
            return job.id();
        });
    }

    /** Both the file and the verdicts come in the order of rows. */
    private void write(ImportJob job, SheetTable table, List<Column> columns, Language language, SheetWriter sheet) {
        Map<String, String> titles = titles(job, columns);
        Verdicts verdicts = new Verdicts(job.id());
        Optional<RowResult> failed = verdicts.next();
        if (failed.isEmpty()) {
            return;
        }
        try (RowStream rows = table.rows()) {
            while (failed.isPresent() && rows.hasNext()) {
                SheetRow row = rows.next();
                if (row.number() == failed.get().row()) {
                    List<CellValue> cells = new ArrayList<>();
                    columns.forEach(column -> cells.add(copied(row.cell(column.index()))));
                    cells.add(CellValue.text(reason(failed.get(), titles, language)));
                    sheet.row(cells);
                    failed = verdicts.next();
                }
            }
        }
    }

    /** The titles above the cells that went to each target. */
    private static Map<String, String> titles(ImportJob job, List<Column> columns) {
        return columns.stream()
                .filter(column -> job.mapping().containsKey(column.index() + 1))
                .collect(Collectors.toMap(
                        column -> String.valueOf(job.mapping().get(column.index() + 1)),
                        FailedRows::title,
                        (first, more) -> first + " " + more));
    }

    private static String title(Column column) {
        return column.title().isEmpty() ? column.letters() : column.title();
    }

    private static String reason(RowResult failed, Map<String, String> titles, Language language) {
        return failed.errors().stream()
                .map(error -> sentence(error, titles, language))
                .distinct()
                .collect(Collectors.joining(language == Language.CHINESE ? "；" : "; "));
    }

    private static String sentence(RowError error, Map<String, String> titles, Language language) {
        String title = titles.getOrDefault(error.field(), error.field());
        String message = error.message().in(language);
        return title.isEmpty() ? message : title + (language == Language.CHINESE ? "：" : ": ") + message;
    }

    private static CellValue copied(Cell cell) {
        return switch (cell) {
            case Cell.Number(BigDecimal value, boolean percent) ->
                percent ? new CellValue.Percent(value) : new CellValue.Number(value);
            case Cell.Moment(LocalDateTime value) ->
                value.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? new CellValue.Day(value.toLocalDate())
                        : new CellValue.Moment(value);
            case Cell.Text _, Cell.Truth _, Cell.Blank _, Cell.Unusable _ -> CellValue.text(cell.text());
        };
    }

    /** The failed verdicts, fetched part by part. */
    private final class Verdicts {
        private final long job;
        private final Deque<RowResult> part = new ArrayDeque<>();
        private int last;

        Verdicts(long job) {
            this.job = job;
        }

        Optional<RowResult> next() {
            if (part.isEmpty()) {
                part.addAll(ImportVerdicts.of(database, job, RowVerdict.FAILED.wire(), last, PART));
            }
            Optional<RowResult> next = Optional.ofNullable(part.poll());
            next.ifPresent(result -> last = result.row());
            return next;
        }
    }
}
