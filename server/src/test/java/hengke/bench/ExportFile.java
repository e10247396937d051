package hengke.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newest customers taken out as a workbook: by the product in the background, and by the bare library. */
final class ExportFile implements Workload {
    private static final String WISH = """
            {"object":"customer","format":"xlsx","filter":{"field":"id","op":"le","value":%d},
             "fields":["name","code","phone","level","status","region","owner","revenue","employees","createdAt"],
             "sort":[{"field":"id","descending":false}]}""";
    private static final String SAME = """
            select customer.name, code, customer.phone, level, status, region, person.name, revenue, employees,
                   customer.created_at at time zone 'Asia/Shanghai'
            from customer left join person on person.id = customer.owner
            where customer.id <= ? and deleted_at is null order by customer.id""";
    private static final int TEXTS = 7;
    private static final int FLUSH = 1_000;

    private final Cast.Person person;
    private final int rows;

    ExportFile(Cast.Person person, int rows) {
        this.person = person;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "export: %,d customers to .xlsx, ten columns".formatted(rows);
    }

    @Override
    public Budget budget() {
        return new Budget(1.5, 500, 0);
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public int warmUps() {
        return 1;
    }

    @Override
    public boolean inServer() {
        return false;
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        long id = JsonMapper.shared()
                .readTree(product.post(person, "/exports", WISH.formatted(rows)))
                .path("id")
                .longValue();
        while (true) {
            JsonNode job = JsonMapper.shared().readTree(product.get(person, "/exports/" + id));
            if (!job.path("status").asString().equals("running")) {
                if (!job.path("status").asString().equals("done")) {
                    throw new IllegalStateException(job.toString());
                }
                return job.toString();
            }
            pause();
        }
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        try {
            Path file = Files.createTempFile("hengke-bench-", ".xlsx");
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
                    Workbook workbook = new Workbook(stream, "bench", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("customer");
                hand.read(SAME, (long) rows, found -> row(sheet, found));
            } finally {
                Files.deleteIfExists(file);
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, ResultSet found) {
        try {
            int row = found.getRow() - 1;
            for (int column = 0; column < TEXTS; column++) {
                String text = found.getString(column + 1);
                if (text != null) {
                    sheet.inlineString(row, column, text);
                }
            }
            BigDecimal revenue = found.getBigDecimal(TEXTS + 1);
            if (revenue != null) {
                sheet.value(row, TEXTS, revenue);
                sheet.style(row, TEXTS).format("#,##0.00").set();
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
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }
}
