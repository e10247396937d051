package hengke.bench;

import hengke.customers.Customer;
import hengke.kernel.transfer.exporting.ExportJob.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers taken out as a file: by the product in the background, and by the bare library with the same cells. */
final class ExportFile implements Workload {
    private static final String WISH = """
            {"object":"customer","format":"%s","filter":{"field":"id","op":"le","value":%d},
             "fields":["name","code","phone","level","status","region","owner","revenue","employees","createdAt"],
             "sort":[{"field":"id","descending":false}]}""";
    private static final int MANY = 500_000;

    private final Cast.Person person;
    private final Customer customer;
    private final Format format;
    private final int rows;
    private final HeapInUse heap = new HeapInUse();
    private long bytes;
    private long bytesByHand;

    ExportFile(Cast.Person person, Customer customer, Format format, int rows) {
        this.person = person;
        this.customer = customer;
        this.format = format;
        this.rows = rows;
    }

    /** As many rows in a day, and requests in a minute, as a measurement takes. */
    static void allowMany(Product product, Cast.Person administrator) {
        JsonNode settings = JsonMapper.shared().readTree(product.get(administrator, "/settings"));
        product.patch(
                administrator,
                "/settings",
                "{\"version\":%d,\"values\":{\"exports.rowsPerDay\":100000000,\"api.requestsPerMinute\":1000000}}"
                        .formatted(settings.path("version").longValue()));
    }

    @Override
    public String name() {
        return "export: %,d customers to .%s, ten columns".formatted(rows, format.wire());
    }

    @Override
    public Budget budget() {
        return new Budget(1.5, 500, 0);
    }

    @Override
    public int rounds() {
        return rows < MANY ? 5 : 1;
    }

    @Override
    public int warmUps() {
        return rows < MANY ? 1 : 0;
    }

    @Override
    public boolean inServer() {
        return false;
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        heap.begin();
        JsonNode job = product.export(person, "/exports", WISH.formatted(format.wire(), (long) rows));
        heap.end();
        bytes = job.at("/file/size").longValue();
        return job.toString();
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        try {
            Path file = Files.createTempFile("hengke-bench-", "." + format.wire());
            try {
                new ExportByHand(customer, hand, rows).write(format, file);
                bytesByHand = Files.size(file);
            } finally {
                Files.deleteIfExists(file);
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish() {
        System.out.printf(
                "file of %,d bytes, by hand %,d; at most %d MB of heap in use after a collection while the product wrote it%n",
                bytes, bytesByHand, heap.most() >> 20);
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }
}
