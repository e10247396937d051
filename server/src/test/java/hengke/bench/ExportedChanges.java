package hengke.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What one person has changed, taken out as a workbook: by hand with values as they stand in the table. */
record ExportedChanges(Cast.Person administrator) implements Workload {
    private static final String SAME = """
            select c.at at time zone 'Asia/Shanghai', who.name, c.object, coalesce(customer.name, contact.name), c.action,
                   c.before || c.after, c.operation_id
            from record_change c left join person who on who.id = c.actor
            left join customer on c.object = 'customer' and customer.id = c.record_id and customer.deleted_at is null
            left join contact on c.object = 'contact' and contact.id = c.record_id and contact.deleted_at is null
            where c.actor = ? order by c.id desc""";
    private static final int COLUMNS = 7;

    @Override
    public String name() {
        return "logs: export of the changes by a person to .xlsx, administrator";
    }

    @Override
    public Budget budget() {
        return new Budget(2, 500, 0);
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public int warmUps() {
        return 2;
    }

    @Override
    public boolean inServer() {
        return false;
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return product.export(administrator, "/logs/changes/export", "{\"who\":\"" + person(random) + "\"}")
                .toString();
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        try {
            Path file = Files.createTempFile("hengke-bench-", ".xlsx");
            try (Workbook workbook = new Workbook(Files.newOutputStream(file), "bench", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("changes");
                hand.read(SAME, person(random), found -> row(sheet, found));
            } finally {
                Files.deleteIfExists(file);
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, ResultSet found) throws SQLException, IOException {
        int row = found.getRow() - 1;
        sheet.value(row, 0, found.getTimestamp(1).toLocalDateTime());
        sheet.style(row, 0).format("yyyy-MM-dd HH:mm:ss").set();
        for (int column = 1; column < COLUMNS; column++) {
            String text = found.getString(column + 1);
            if (text != null) {
                sheet.inlineString(row, column, text);
            }
        }
        if (row % 1_000 == 999) {
            sheet.flush();
        }
    }

    private static long person(RandomGenerator random) {
        return Volume.FIRST_PERSON + random.nextInt(Volume.PEOPLE);
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }
}
