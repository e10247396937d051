package hengke.bench;

import hengke.customers.Customer;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.text.value.Regions;
import hengke.kernel.transfer.exporting.ExportJob.Format;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Customers written to a file by the bare library, from a cursor: the same cells as the product's, with labels for
 * codes, which somebody who knows them has at hand.
 */
final class ExportByHand {
    private static final String SAME = """
            select customer.name, code, customer.phone, level, status, region, person.name, revenue, employees,
                   customer.created_at at time zone 'Asia/Shanghai'
            from customer left join person on person.id = customer.owner
            where customer.id <= ? and deleted_at is null order by customer.id""";
    private static final int TEXTS = 7;
    private static final int FLUSH = 1_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ByHand hand;
    private final long rows;
    private final List<UnaryOperator<String>> labels;

    ExportByHand(Customer customer, ByHand hand, long rows) {
        this.hand = hand;
        this.rows = rows;
        Map<String, String> levels = labels(customer.level.type());
        Map<String, String> statuses = labels(customer.status.type());
        Map<String, String> regions = new HashMap<>();
        this.labels = List.of(
                text -> text,
                text -> text,
                text -> text,
                code -> levels.getOrDefault(code, code),
                code -> statuses.getOrDefault(code, code),
                code -> regions.computeIfAbsent(code, Regions::label),
                text -> text);
    }

    private static Map<String, String> labels(Object type) {
        return ((ChoiceType) type)
                .options().stream()
                        .collect(Collectors.toMap(
                                Option::value, option -> option.label().chinese()));
    }

    void write(Format format, Path file) throws IOException {
        switch (format) {
            case XLSX -> workbook(file);
            case CSV -> text(file);
        }
    }

    private void workbook(Path file) throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(stream, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("customer");
            hand.read(SAME, rows, found -> row(sheet, found));
        }
    }

    private void row(Worksheet sheet, ResultSet found) throws SQLException, IOException {
        int row = found.getRow() - 1;
        for (int column = 0; column < TEXTS; column++) {
            String text = label(found, column);
            if (text != null) {
                sheet.inlineString(row, column, text);
            }
        }
        BigDecimal revenue = found.getBigDecimal(TEXTS + 1);
        if (revenue != null) {
            sheet.value(row, TEXTS, revenue);
            sheet.style(row, TEXTS).format("[$¥-804]#,##0.00").set();
        }
        BigDecimal employees = found.getBigDecimal(TEXTS + 2);
        if (employees != null) {
            sheet.value(row, TEXTS + 1, employees);
        }
        Timestamp created = found.getTimestamp(TEXTS + 3);
        sheet.value(row, TEXTS + 2, created.toLocalDateTime());
        sheet.style(row, TEXTS + 2).format("yyyy-MM-dd HH:mm:ss").set();
        if (row % FLUSH == FLUSH - 1) {
            sheet.flush();
        }
    }

    private void text(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            hand.read(SAME, rows, found -> line(writer, found));
        }
    }

    private void line(Writer writer, ResultSet found) throws SQLException, IOException {
        for (int column = 0; column < TEXTS; column++) {
            writer.append(quoted(label(found, column))).append(',');
        }
        writer.append(plain(found.getBigDecimal(TEXTS + 1)))
                .append(',')
                .append(plain(found.getBigDecimal(TEXTS + 2)))
                .append(',')
                .append(found.getTimestamp(TEXTS + 3).toLocalDateTime().format(MOMENT))
                .append("\r\n");
    }

    private @Nullable String label(ResultSet found, int column) throws SQLException {
        String text = found.getString(column + 1);
        return text == null ? null : labels.get(column).apply(text);
    }

    private static String quoted(@Nullable String text) {
        return text == null
                ? ""
                : text.contains(",") || text.contains("\"") || text.contains("\n")
                        ? '"' + text.replace("\"", "\"\"") + '"'
                        : text;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
