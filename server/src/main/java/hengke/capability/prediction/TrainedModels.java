package hengke.capability.prediction;

import hengke.kernel.learning.Learner;
import hengke.kernel.learning.Model;
import hengke.kernel.learning.Portrait;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The tables of what was learnt: every version is kept, and how the last try and the last look at drift ended. */
public final class TrainedModels {
    private static final JsonMapper JSON = JsonMapper.shared();

    private TrainedModels() {}

    /**
     * How things stand with an object.
     *
     * @param triedAt when one last learnt, or tried to
     * @param refusal why nothing was learnt then
     * @param drift how far clues have moved since the model in use was learnt
     */
    public record Standing(
            @Nullable Instant triedAt,
            @Nullable Refused refusal,
            @Nullable Instant scoredAt,
            List<Moved> drift) {
        static final Standing NEW = new Standing(null, null, null, List.of());
    }

    /**
     * Why nothing was learnt.
     *
     * @param missing of the rarer outcome; 0: the later records all ended alike
     */
    public record Refused(int positives, int negatives, int missing) {}

    /** How far a clue has moved, by its name. */
    public record Moved(String clue, double index) {}

    /** The newest first. */
    public static List<Trained> of(DSLContext database, ObjectDefinition object, int limit) {
        return database.fetch(
                        "select * from prediction_model where object = ? order by id desc limit ?",
                        object.name(),
                        limit)
                .map(TrainedModels::trained);
    }

    public static Standing standing(DSLContext database, ObjectDefinition object) {
        return database.fetchOptional(
                        "select tried_at, refusal, scored_at, drift from prediction where object = ?", object.name())
                .map(row -> new Standing(
                        row.get("tried_at", Instant.class),
                        read(row.get("refusal", JSONB.class), Refused.class),
                        row.get("scored_at", Instant.class),
                        List.of(JSON.readValue(row.get("drift", JSONB.class).data(), Moved[].class))))
                .orElse(Standing.NEW);
    }

    /** How the values of clues were spread when a model was learnt. */
    static Portrait portrait(DSLContext database, long model) {
        return JSON.readValue(
                database.fetchSingle("select portrait from prediction_model where id = ?", model)
                        .get(0, JSONB.class)
                        .data(),
                Portrait.class);
    }

    static long add(
            DSLContext within,
            ObjectDefinition object,
            Instant at,
            long by,
            Trained.Decision decision,
            Learner.Learnt learnt,
            Trained.Card card) {
        return within.fetchSingle(
                        """
                        insert into prediction_model (object, trained_at, trained_by, decision, definition, portrait, card)
                        values (?, cast(? as timestamptz), ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb))
                        returning id""",
                        object.name(),
                        at,
                        by,
                        decision.name().toLowerCase(Locale.ROOT),
                        JSON.writeValueAsString(learnt.model()),
                        JSON.writeValueAsString(learnt.portrait()),
                        JSON.writeValueAsString(card))
                .get(0, Long.class);
    }

    /** Makes sure that there is a row to write to. */
    static void begin(DSLContext within, ObjectDefinition object) {
        within.execute("insert into prediction (object) values (?) on conflict do nothing", object.name());
    }

    static void tried(
            DSLContext within, ObjectDefinition object, Instant at, @Nullable Refused refusal, StageRates rates) {
        within.execute(
                """
                update prediction set tried_at = cast(? as timestamptz), refusal = cast(? as jsonb),
                    rates = cast(? as jsonb) where object = ?""",
                at,
                refusal == null ? null : JSON.writeValueAsString(refusal),
                JSON.writeValueAsString(rates),
                object.name());
    }

    static void serve(DSLContext within, ObjectDefinition object, @Nullable Long model) {
        within.execute("update prediction set model = ?, drift = '[]' where object = ?", model, object.name());
    }

    static void leaveOut(DSLContext within, ObjectDefinition object, List<String> names) {
        within.execute(
                "update prediction set left_out = cast(? as jsonb), version = version + 1 where object = ?",
                JSON.writeValueAsString(names),
                object.name());
    }

    static void scored(DSLContext within, ObjectDefinition object, Instant at, List<Portrait.Drift> drift) {
        within.execute(
                "update prediction set scored_at = cast(? as timestamptz), drift = cast(? as jsonb) where object = ?",
                at,
                JSON.writeValueAsString(drift.stream()
                        .map(each -> new Moved(each.column().name(), each.index()))
                        .toList()),
                object.name());
    }

    private static <T> @Nullable T read(@Nullable JSONB json, Class<T> type) {
        return json == null ? null : JSON.readValue(json.data(), type);
    }

    private static Trained trained(Record row) {
        return new Trained(
                row.get("id", Long.class),
                row.get("trained_at", Instant.class),
                row.get("trained_by", Long.class),
                Trained.Decision.valueOf(row.get("decision", String.class).toUpperCase(Locale.ROOT)),
                JSON.readValue(row.get("definition", JSONB.class).data(), Model.class),
                JSON.readValue(row.get("portrait", JSONB.class).data(), Portrait.class),
                JSON.readValue(row.get("card", JSONB.class).data(), Trained.Card.class));
    }
}
