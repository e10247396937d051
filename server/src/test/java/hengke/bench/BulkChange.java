package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The same new level for 500 customers at once. */
final class BulkChange implements Workload {
    private static final int RECORDS = 500;

    private final Cast.Person person;
    private final Long[] known;

    /** @param other whose customers are left alone */
    BulkChange(Cast.Person person, Cast.Person other, DSLContext database) {
        this.person = person;
        this.known = database.fetch(
                        "select id from customer where owner <> ? and deleted_at is null order by id limit 20000",
                        other.id())
                .getValues(0, Long.class)
                .toArray(Long[]::new);
    }

    @Override
    public String name() {
        return "change the level of 500 customers with history and events, administrator";
    }

    @Override
    public Budget budget() {
        return new Budget(2.5, 0, 0);
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public int warmUps() {
        return 5;
    }

    private Long[] some(RandomGenerator random) {
        int from = random.nextInt(known.length - RECORDS + 1);
        return Stream.of(known).skip(from).limit(RECORDS).toArray(Long[]::new);
    }

    /** Another one than by hand, so that both find something to change. */
    private static char level(RandomGenerator random, int step) {
        return "ABCD".charAt((random.nextInt(2) + step) % 4);
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        String ids = Stream.of(some(random)).map(String::valueOf).collect(Collectors.joining(","));
        return product.post(person, "/records/customer/bulk", """
                {"ids":[%s],"change":{"level":"%s"}}""".formatted(ids, level(random, 0)));
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        Long[] ids = some(random);
        String level = String.valueOf(level(random, 2));
        hand.inTransaction(() -> {
            Journal.operation(hand, person, "bulk");
            hand.ids("select * from customer where id = any(?) and deleted_at is null for update", (Object) ids);
            hand.execute(
                    "update customer set level = ?, version = version + 1, updated_at = now(), updated_by = ?"
                            + " where id = any(?)",
                    level,
                    person.id(),
                    ids);
            Journal.changesOf(hand, person, ids, "{\"level\":\"" + level + "\"}", "[\"level\"]");
        });
        return List.of();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }
}
