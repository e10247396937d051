package hengke.web.receivables;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.receivables.Ageing;
import hengke.receivables.Ageing.Aged;
import hengke.receivables.Ageing.By;
import hengke.receivables.Billed;
import hengke.receivables.PaymentPlan;
import hengke.web.records.Reading;
import hengke.web.records.RecordJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How long what is owed has been due. */
@RestController
final class ReceivablesController {
    private static final int DIGITS = 2;

    private final Ageing ageing;
    private final PaymentPlan plan;
    private final Reading reading;
    private final RecordJson json;
    private final LiveOrganisation organisation;
    private final Clock clock;

    ReceivablesController(
            Ageing ageing,
            PaymentPlan plan,
            Reading reading,
            RecordJson json,
            LiveOrganisation organisation,
            Clock clock) {
        this.ageing = ageing;
        this.plan = plan;
        this.reading = reading;
        this.json = json;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * All of it.
     *
     * @param more there are more lines than are told
     */
    record AgeingJson(
            LocalDate day,
            String currency,
            List<BucketJson> buckets,
            LineJson total,
            List<LineJson> lines,
            boolean more) {}

    /** Days since something was due; without a first it is not yet due, without a last there is no end. */
    record BucketJson(@Nullable Integer from, @Nullable Integer to) {}

    /** What one customer owes, or what is owed to one person's contracts and orders. */
    record LineJson(@Nullable JsonNode key, long terms, String all, List<String> parts) {}

    @GetMapping("/api/receivables/ageing")
    AgeingJson ageing(Actor actor, @RequestParam(name = "by", defaultValue = "customer") String wire) {
        By by = By.of(wire).orElseThrow(() -> Refusal.Invalid.at("by", Message.of("receivables.by")));
        ObjectDefinition plans = reading.object(actor, plan.name());
        LocalDate today =
                LocalDate.now(clock.withZone(organisation.get().company().timeZone()));
        Aged aged = ageing.on(actor, today, by);
        ObjectDefinition keyed = by == By.CUSTOMER ? plans : reading.object(actor, Billed.CONTRACT);
        Field<Long> field = by == By.CUSTOMER ? plan.customer : Owned.OWNER;
        List<ObjectNode> keys = json.of(
                actor,
                keyed,
                aged.lines().stream().map(line -> row(field, line.key())).toList(),
                List.of(field));
        return new AgeingJson(
                today,
                organisation.get().company().currency(),
                Ageing.BUCKETS.stream()
                        .map(bucket -> new BucketJson(bucket.from(), bucket.to()))
                        .toList(),
                line(aged.total(), null),
                IntStream.range(0, keys.size())
                        .mapToObj(at -> line(
                                aged.lines().get(at),
                                Objects.requireNonNull(keys.get(at)).get(field.name())))
                        .toList(),
                aged.more());
    }

    private static Row row(Field<Long> field, @Nullable Long value) {
        return value == null ? Row.of(Map.of("id", 0L)) : Row.of(Map.of("id", 0L, field.name(), value));
    }

    private static LineJson line(Ageing.Line line, @Nullable JsonNode key) {
        return new LineJson(
                key == null || key.isNull() ? null : key,
                line.terms(),
                plain(line.all()),
                line.parts().stream().map(ReceivablesController::plain).toList());
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }
}
