package hengke.capability.score;

import static org.jooq.impl.DSL.count;

import hengke.capability.score.Scale.Judged;
import hengke.capability.score.Scoring.Outcome;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.Pages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rules would make of the records that a person sees; nothing is changed. */
@Component
public final class ScorePreview {
    private static final int EXAMPLES = 20;

    private final DSLContext database;
    private final Scales scales;
    private final Access access;

    ScorePreview(DSLContext database, Scales scales, Access access) {
        this.database = database;
        this.scales = scales;
        this.access = access;
    }

    /**
     * @param changing so many records would get another level
     * @param byHand so many keep a level that somebody has set
     */
    public record Preview(long records, long changing, long byHand, List<Count> levels, List<Example> examples) {}

    /** How many records have a level now, and how many would. */
    public record Count(@Nullable String level, long now, long then) {}

    /** A record that would get another level. */
    public record Example(
            long id,
            @Nullable Object title,
            @Nullable String was,
            @Nullable String level,
            Outcome outcome) {}

    public Preview of(Actor actor, ObjectDefinition object, Scoring scoring) {
        Scale scale = scales.scale(object, scoring);
        Condition seen =
                CriterionSql.of(access.visibility(actor, object, Verb.READ).criterion(), Alias.of(object));
        var judged = scale.judged(row -> row.living().and(seen));
        Map<@Nullable String, long[]> levels = new LinkedHashMap<>();
        Scales.levels(object).forEach(option -> levels.put(option.value(), new long[2]));
        levels.put(null, new long[2]);
        long[] sums = new long[3];
        database.select(Judged.WAS, Judged.LEVEL, Judged.BY, count())
                .from(judged)
                .groupBy(Judged.WAS, Judged.LEVEL, Judged.BY)
                .forEach(group -> {
                    long records = group.value4();
                    levels.computeIfAbsent(group.value1(), _ -> new long[2])[0] += records;
                    levels.computeIfAbsent(group.value2(), _ -> new long[2])[1] += records;
                    boolean moves = !Objects.equals(group.value1(), group.value2());
                    sums[0] += records;
                    sums[1] += moves ? records : 0;
                    sums[2] += Scored.By.HAND.equals(group.value3()) ? records : 0;
                });
        List<Count> counts = new ArrayList<>();
        levels.forEach((level, numbers) -> counts.add(new Count(level, numbers[0], numbers[1])));
        return new Preview(sums[0], sums[1], sums[2], counts, examples(actor, scale, seen));
    }

    private List<Example> examples(Actor actor, Scale scale, Condition seen) {
        ObjectDefinition object = scale.object();
        Map<Long, Example> found = new LinkedHashMap<>();
        database.select()
                .from(scale.judged(row -> row.living().and(seen)))
                .where(Judged.WAS.isDistinctFrom(Judged.LEVEL))
                .orderBy(Judged.ID.desc())
                .limit(EXAMPLES)
                .forEach(each -> found.put(
                        each.get("id", Long.class),
                        new Example(
                                each.get("id", Long.class),
                                null,
                                each.get("was", String.class),
                                each.get("level", String.class),
                                scale.outcome(each))));
        new Pages(database)
                .byIds(object, access.visibility(actor, object, Verb.READ), found.keySet(), List.of(object.title()))
                .forEach(row -> found.computeIfPresent(
                        row.id(),
                        (id, each) -> new Example(
                                id, access.title(actor, object, row), each.was(), each.level(), each.outcome())));
        return List.copyOf(found.values());
    }
}
