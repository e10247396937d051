package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** All logs held against their seals, and by hand a digest of the same rows, block by block. */
record SealCheck(Cast.Person administrator, long changes) implements Workload {
    private static final int BLOCK = 10_000;
    private static final String DIGEST =
            "select count(*), sha256(string_agg(sha256(convert_to(to_jsonb(t)::text, 'UTF8')), ''::bytea order by id))"
                    + " from %s t where id between ? and ?";

    @Override
    public String name() {
        return "logs: seals of %,d changes and their operations and sign-ins checked".formatted(changes);
    }

    @Override
    public Budget budget() {
        return new Budget(2, 500, 0);
    }

    @Override
    public int rounds() {
        return 2;
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
    public String product(Product product, RandomGenerator random) {
        product.post(administrator, "/logs/checks", "{}");
        JsonNode answer = product.until(
                administrator,
                "/logs/checks/latest",
                each -> each.at("/check/finishedAt").isString());
        if (answer.at("/check/logs")
                .valueStream()
                .anyMatch(log -> !log.path("findings").isEmpty())) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.toString();
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        for (String table : List.of("record_change", "operation", "sign_in_attempt")) {
            long last = hand.ids("select max(id) from " + table).getFirst();
            for (long id = 1; id <= last; id += BLOCK) {
                hand.ids(DIGEST.formatted(table), id, id + BLOCK - 1);
            }
        }
        return List.of();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }
}
