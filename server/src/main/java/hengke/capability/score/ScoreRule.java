package hengke.capability.score;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.capability.score.Scale.Judged;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Following;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps score and level of every record right within the save of it, and a level that somebody sets by hand as it is
 * until it is cleared.
 */
@Component
@Order(60)
final class ScoreRule implements Rule {
    private final Scales scales;
    private final Clock clock;

    ScoreRule(Scales scales, Clock clock) {
        this.scales = scales;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Scored.class);
    }

    @Override
    public void before(Batch batch) {
        Field<String> level = Scales.level(batch.object());
        boolean ranks = scales.inForce(batch.object()).filter(Scoring::ranks).isPresent();
        for (Edit edit : batch.open()) {
            // what an undo or the rules themselves write says who has set the level
            boolean said = edit.back() != null || edit.asked(Scored.LEVEL_BY);
            boolean written = edit.action() == Action.CREATE || edit.action() == Action.UPDATE;
            boolean judged = ranks || edit.before().get(Scored.LEVEL_BY) != null;
            if (written && judged && !said && edit.asked(level) && edit.changes(level)) {
                sets(batch, edit, edit.after().get(level) != null);
            }
        }
    }

    private void sets(Batch batch, Edit edit, boolean byHand) {
        edit.set(Scored.LEVEL_BY, byHand ? Scored.By.HAND : Scored.By.RULE);
        Actor actor = batch.caller().actor();
        edit.set(Scored.LEVEL_SET_BY, byHand && !actor.system() ? actor.user() : null);
        edit.set(Scored.LEVEL_SET_AT, byHand ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
    }

    @Override
    public List<Following> derive(Batch batch, List<Edit> written) {
        Map<Long, Edit> edits = written.stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .collect(Collectors.toMap(edit -> edit.after().id(), edit -> edit));
        if (edits.isEmpty()) {
            return List.of();
        }
        Scale scale = scales.of(batch.object()).orElse(null);
        List<Following> followings = new ArrayList<>();
        if (scale != null) {
            Map<Long, Map<Field<?>, @Nullable Object>> changes =
                    write(batch.database(), scale, edits.keySet().toArray(Long[]::new));
            edits.forEach((id, edit) -> {
                Map<Field<?>, @Nullable Object> values = changes.get(id);
                if (values != null) {
                    followings.add(new Following(edit, values));
                }
            });
        }
        return followings;
    }

    /** Writes what has changed, and answers it. */
    private static Map<Long, Map<Field<?>, @Nullable Object>> write(DSLContext database, Scale scale, Long[] ids) {
        Map<Long, Map<Field<?>, @Nullable Object>> written = new HashMap<>();
        String its = scale.object().table();
        Field<String> level = scale.level();
        var id = field(name(its, "id"), SQLDataType.BIGINT);
        var score = field(name(its, Scored.SCORE.column()), SQLDataType.BIGINT);
        var now = field(name(its, level.column()), SQLDataType.CLOB);
        var by = field(name(its, Scored.LEVEL_BY.column()), SQLDataType.CLOB);
        Condition those = id.eq(Judged.ID).and(Judged.DIFFERS);
        database.update(table(name(its)))
                .set(field(name(Scored.SCORE.column()), SQLDataType.BIGINT), Judged.SCORE)
                .set(field(name(level.column()), SQLDataType.CLOB), Judged.LEVEL)
                .set(field(name(Scored.LEVEL_BY.column()), SQLDataType.CLOB), Judged.BY)
                .from(scale.judged(row -> row.id().eq(DSL.any(ids))))
                .where(those)
                .returningResult(id, score, now, by)
                .forEach(found -> {
                    Map<Field<?>, @Nullable Object> values = new HashMap<>();
                    values.put(Scored.SCORE, found.value2());
                    values.put(level, found.value3());
                    values.put(Scored.LEVEL_BY, found.value4());
                    written.put(found.value1(), values);
                });
        return written;
    }
}
