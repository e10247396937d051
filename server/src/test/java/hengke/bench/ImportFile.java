package hengke.bench;

import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.SheetWriter;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A workbook of customers taken in: read, checked, compared with those that exist, written with history and search. */
final class ImportFile implements Workload {
    private static final List<String> FIELDS =
            List.of("name", "code", "phone", "level", "status", "type", "region", "creditCode");
    private static final List<String> TITLES = List.of("客户名称", "客户编号", "电话", "等级", "状态", "客户类型", "所在区域", "统一社会信用代码");

    private final Cast.Person person;
    private final DSLContext database;
    private final int rows;
    private final long lastBefore;
    private final Path forProduct = temporaryFile();
    private final Path forHand = temporaryFile();
    private long files = System.currentTimeMillis();

    ImportFile(Cast.Person person, DSLContext database, int rows) {
        this.person = person;
        this.database = database;
        this.rows = rows;
        this.lastBefore = database.fetchSingle("select max(id) from customer").get(0, Long.class);
    }

    @Override
    public String name() {
        return "import: %,d customers from .xlsx, with duplicates, history and search".formatted(rows);
    }

    @Override
    public Budget budget() {
        return new Budget(4, 0, 0);
    }

    /** Once is enough of two to three minutes; whatever else the machine does evens out over them. */
    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public int warmUps() {
        return 0;
    }

    @Override
    public boolean inServer() {
        return false;
    }

    @Override
    public void prepare(RandomGenerator random) {
        write(forProduct, random);
        write(forHand, random);
    }

    private void write(Path file, RandomGenerator random) {
        files++;
        try (var stream = Files.newOutputStream(file);
                var sheet = SheetWriter.xlsx(
                        stream, "客户", TITLES.stream().map(WrittenColumn::of).toList())) {
            for (int row = 0; row < rows; row++) {
                String name = MadeUp.company(random.nextInt(1_000_000)).replace("公司", files % 1_000_000 + "号" + row);
                sheet.row(Stream.of(
                                name,
                                "I" + files + "-" + row,
                                MadeUp.mobile(random),
                                "B",
                                "new",
                                "enterprise",
                                "310101",
                                "")
                        .map(CellValue::text)
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        var mapping = JsonMapper.shared().createObjectNode();
        for (int column = 0; column < FIELDS.size(); column++) {
            mapping.put(TITLES.get(column), FIELDS.get(column));
        }
        String begun =
                product.upload(person, "/imports", forProduct, "object=customer", "mode=insert", "mapping=" + mapping);
        long id = JsonMapper.shared().readTree(begun).path("import").longValue();
        JsonNode job = product.until(
                person, "/imports/" + id, each -> each.path("finishedAt").isString());
        if (job.at("/progress/created").intValue() != rows) {
            throw new IllegalStateException(job.toString());
        }
        return job.toString();
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        ImportByHand.of(forHand, FIELDS, hand, person);
        return List.of();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }

    /** The customers of all rounds, so that the next run finds what this one found. */
    @Override
    public void finish() {
        database.execute("delete from outbox where object = 'customer' and record_id > ?", lastBefore);
        database.execute("delete from record_change where object = 'customer' and record_id > ?", lastBefore);
        database.execute("delete from customer where id > ?", lastBefore);
        database.execute("vacuum analyze customer");
        database.execute("vacuum analyze customer_search");
        for (Path file : List.of(forProduct, forHand)) {
            file.toFile().delete();
        }
    }

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("hengke-bench-", ".xlsx");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
