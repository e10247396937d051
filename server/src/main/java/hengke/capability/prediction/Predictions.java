package hengke.capability.prediction;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import hengke.kernel.learning.Portrait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Alias;
import hengke.kernel.query.RowReader;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Foretells all records anew: range after range of ids, each in a transaction of its
 * own that writes only what differs. What has ended is not foretold.
 */
@Component
public final class Predictions {
    private static final long RANGE = 2_000;

    private final Evidence evidence;
    private final Foretelling foretelling;
    private final LivePredictions live;
    private final Writer writer;
    private final Clock clock;

    Predictions(Evidence evidence, Foretelling foretelling, LivePredictions live, Writer writer, Clock clock) {
        this.evidence = evidence;
        this.foretelling = foretelling;
        this.live = live;
        this.writer = writer;
        this.clock = clock;
    }

    /** The records of every object. */
    void run() {
        live.refresh();
        evidence.objects().forEach(this::run);
    }

    /** All records of an object, and how far what they show has moved since the model was learnt. */
    public void run(ObjectDefinition object) {
        Alias row = Alias.of(object);
        var range = writer.inTransaction(within ->
                within.select(min(row.id()), max(row.id())).from(row.table()).fetchSingle());
        Long first = range.value1();
        Long last = range.value2();
        List<Map<String, Object>> seen = new ArrayList<>();
        if (first != null && last != null) {
            // the newest first: of them the sample is taken
            for (long until = last; until >= first; until -= RANGE) {
                long end = until;
                writer.inTransaction(within -> range(within, object, end - RANGE + 1, end, seen));
            }
        }
        writer.inTransaction(within -> {
            TrainedModels.begin(within, object);
            TrainedModels.scored(within, object, clock.instant(), drift(within, object, seen));
            return seen;
        });
    }

    private List<Portrait.Drift> drift(DSLContext within, ObjectDefinition object, List<Map<String, Object>> seen) {
        Serving.Learnt learnt = live.of(object).learnt();
        return learnt == null || seen.isEmpty()
                ? List.of()
                : TrainedModels.portrait(within, learnt.id()).drift(seen);
    }

    private int range(DSLContext within, ObjectDefinition object, long from, long to, List<Map<String, Object>> seen) {
        RowReader reader = RowReader.stored(object);
        Alias row = Alias.of(object);
        // whoever changes one of them meanwhile waits, and tells it anew
        List<Row> rows = within.select(reader.columns(row))
                .from(row.table())
                .where(row.id().between(from, to), row.living())
                .orderBy(row.id())
                .forNoKeyUpdate()
                .fetch(found -> reader.read(found, 0));
        return Foretelling.write(within, object, foretelling.tell(within, object, rows, seen))
                .size();
    }
}
