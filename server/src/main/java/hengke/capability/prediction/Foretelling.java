package hengke.capability.prediction;

import static hengke.kernel.metadata.SystemFields.CREATED_AT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import hengke.kernel.learning.Column;
import hengke.kernel.learning.Model;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how likely open records end well, and writes it onto them. What has ended is not foretold. */
@Component
final class Foretelling {
    /** So many open records say whether the world has changed. */
    private static final int SAMPLE = 5_000;

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal MOST = new BigDecimal("99.9");

    private final Evidence evidence;
    private final LivePredictions live;
    private final Clock clock;

    Foretelling(Evidence evidence, LivePredictions live, Clock clock) {
        this.evidence = evidence;
        this.live = live;
        this.clock = clock;
    }

    /**
     * What is foretold of a record.
     *
     * @param percent null: nothing
     */
    record Foretold(@Nullable BigDecimal percent, @Nullable String by) {
        static final Foretold NOTHING = new Foretold(null, null);

        boolean same(Row row) {
            BigDecimal had = row.get(Predicted.PROBABILITY);
            boolean equal = percent == null ? had == null : had != null && percent.compareTo(had) == 0;
            return equal && Objects.equals(by, row.get(Predicted.BY));
        }
    }

    /**
     * Foretells these records as they are now; those that have ended, and all while nothing was learnt, get nothing.
     *
     * @param seen collects some of what is known of open ones
     */
    Map<Row, Foretold> tell(
            DSLContext database, ObjectDefinition object, List<Row> rows, List<Map<String, Object>> seen) {
        Serving serving = live.of(object);
        Predicted predicted = Predicted.of(object);
        Map<Row, Foretold> told = new LinkedHashMap<>();
        List<Row> open = new ArrayList<>();
        for (Row row : rows) {
            told.put(row, Foretold.NOTHING);
            if (!serving.silent() && predicted.open(row)) {
                open.add(row);
            }
        }
        Serving.Learnt learnt = serving.learnt();
        if (learnt == null) {
            open.forEach(row -> told.put(row, byStages(serving.rates(), object, row)));
        } else {
            for (Moment moment : moments(database, object, learnt.model(), open)) {
                told.put(moment.row(), byModel(learnt.model(), moment.known()));
                if (seen.size() < SAMPLE) {
                    seen.add(moment.known());
                }
            }
        }
        return told;
    }

    /** What is known of these records now. */
    List<Moment> moments(DSLContext database, ObjectDefinition object, Model model, List<Row> rows) {
        List<String> wanted = model.columns().stream().map(Column::name).toList();
        Map<Long, Instant> began = wanted.contains(AgeClues.AGE.name())
                ? evidence.began(database, object, rows.stream().map(Row::id).toList())
                : Map.of();
        Instant now = clock.instant();
        List<Moment> moments = rows.stream()
                .map(row -> {
                    Instant created = row.need(CREATED_AT);
                    Instant first = began.getOrDefault(row.id(), created);
                    return Moment.now(row, first.isBefore(created) ? first : created, now);
                })
                .toList();
        evidence.tell(database, object, wanted, moments);
        return moments;
    }

    private static Foretold byModel(Model model, Map<String, Object> known) {
        return new Foretold(percent(model.chance(known)), Predicted.By.MODEL);
    }

    private static Foretold byStages(StageRates rates, ObjectDefinition object, Row row) {
        return rates.find(object, row)
                .map(stage -> new Foretold(percent(stage.rate().value()), Predicted.By.STAGES))
                .orElse(Foretold.NOTHING);
    }

    /** To a tenth of a percent; nothing that is open is certain. */
    static BigDecimal percent(double chance) {
        return BigDecimal.valueOf(chance)
                .multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP)
                .max(LEAST)
                .min(MOST);
    }

    /** Writes what differs, in one statement; answers it. */
    static Map<Row, Foretold> write(DSLContext within, ObjectDefinition object, Map<Row, Foretold> told) {
        Map<Row, Foretold> differing = new LinkedHashMap<>();
        told.forEach((row, foretold) -> {
            if (!foretold.same(row)) {
                differing.put(row, foretold);
            }
        });
        if (!differing.isEmpty()) {
            within.execute(
                    """
                    update {0} t set {1} = v.percent, {2} = v.by
                    from unnest({3}, {4}, {5}) as v (id, percent, by) where t.id = v.id""",
                    table(name(object.table())),
                    field(name(Predicted.PROBABILITY.column())),
                    field(name(Predicted.BY.column())),
                    val(differing.keySet().stream().map(Row::id).toArray(Long[]::new), SQLDataType.BIGINT.array()),
                    val(
                            differing.values().stream().map(Foretold::percent).toArray(BigDecimal[]::new),
                            SQLDataType.NUMERIC.array()),
                    val(
                            differing.values().stream().map(Foretold::by).toArray(String[]::new),
                            SQLDataType.CLOB.array()));
        }
        return differing;
    }
}
