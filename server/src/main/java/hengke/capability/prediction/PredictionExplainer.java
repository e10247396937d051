package hengke.capability.prediction;

import hengke.kernel.access.Access;
import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Explainer;
import hengke.kernel.learning.Model;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Alias;
import hengke.kernel.query.RowReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Why a record is foretold what it is: the three clues that move it most against an average record, and by how many
 * percent. A clue from a field that the asker may not read is not named; it counts among the rest.
 */
@Component
final class PredictionExplainer implements Explainer {
    private static final int MOST = 3;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Foretelling foretelling;
    private final Evidence evidence;
    private final LivePredictions live;
    private final Sayings sayings;
    private final Access access;
    private final Clock clock;

    PredictionExplainer(
            Foretelling foretelling,
            Evidence evidence,
            LivePredictions live,
            Sayings sayings,
            Access access,
            Clock clock) {
        this.foretelling = foretelling;
        this.evidence = evidence;
        this.live = live;
        this.sayings = sayings;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public boolean explains(ObjectDefinition object, Field<?> field) {
        return object.has(Predicted.class)
                && field.equals(Predicted.PROBABILITY)
                && !live.of(object).silent();
    }

    @Override
    public Account account(Question question) {
        ObjectDefinition object = question.object();
        Row row = whole(question);
        Serving serving = live.of(object);
        if (!Predicted.of(object).open(row)) {
            return new Account(Message.of("prediction.ended"), List.of(), null);
        }
        return serving.learnt() == null
                ? byStages(serving.rates().find(object, row))
                : byModel(question, serving.learnt().model(), row);
    }

    /** The record as the model sees it, which may be more than the asker does. */
    private static Row whole(Question question) {
        RowReader reader = RowReader.stored(question.object());
        Alias row = Alias.of(question.object());
        return question.database()
                .select(reader.columns(row))
                .from(row.table())
                .where(row.id().eq(question.record().id()))
                .fetchSingle(found -> reader.read(found, 0));
    }

    private Account byStages(Optional<StageRates.Stage> found) {
        return found.map(stage -> new Account(
                        Message.of(
                                "prediction.byStages",
                                Foretelling.percent(stage.rate().value()).toPlainString()),
                        List.of(
                                new Account.Line(
                                        Message.of("prediction.experience"),
                                        Message.of(
                                                "prediction.wonOf",
                                                stage.rate().positives(),
                                                stage.rate().decided()),
                                        null,
                                        null),
                                new Account.Line(
                                        Message.of("prediction.setRate"),
                                        Message.of(
                                                "prediction.percent",
                                                Foretelling.percent(stage.rate().prior())
                                                        .toPlainString()),
                                        null,
                                        null)),
                        clock.instant()))
                .orElseGet(() -> new Account(Message.of("prediction.nothing"), List.of(), null));
    }

    private Account byModel(Question question, Model model, Row row) {
        ObjectDefinition object = question.object();
        Moment moment = foretelling
                .moments(question.database(), object, model, List.of(row))
                .getFirst();
        Map<String, Object> known = moment.known();
        List<Clue> clues = evidence.of(object);
        List<Account.Line> lines = new ArrayList<>();
        double rest = 0;
        boolean more = false;
        for (Model.Reason reason : model.reasons(known)) {
            Optional<Clue> clue = clues.stream()
                    .filter(each -> each.column().equals(reason.column()) && readable(question, each))
                    .findFirst();
            if (clue.isPresent() && lines.size() < MOST) {
                lines.add(new Account.Line(
                        Message.of("prediction.reason", clue.get().label()),
                        sayings.said(clue.get(), known.get(clue.get().name())),
                        points(model, known, reason.weight()),
                        null));
            } else {
                rest += reason.weight();
                more = true;
            }
        }
        if (more) {
            lines.add(new Account.Line(Message.of("prediction.rest"), null, points(model, known, rest), null));
        }
        return new Account(
                Message.of(
                        "prediction.byModel",
                        Foretelling.percent(model.chance(known)).toPlainString()),
                lines,
                clock.instant());
    }

    /** By how many percent the chance would be less without this, other things being equal. */
    private static BigDecimal points(Model model, Map<String, Object> known, double weight) {
        return BigDecimal.valueOf(model.chance(known) - model.chanceWithout(known, weight))
                .multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP);
    }

    private boolean readable(Question question, Clue clue) {
        Field<?> field = clue.field();
        return field == null || access.readsThroughout(question.actor(), question.object(), field);
    }
}
