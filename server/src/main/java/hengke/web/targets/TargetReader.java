package hengke.web.targets;

import hengke.capability.goal.Measure;
import hengke.capability.goal.Sight;
import hengke.capability.goal.Subject;
import hengke.capability.goal.Targets.Cell;
import hengke.capability.goal.Targets.Wish;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads targets that are to be set; what is wrong with each is said at it. */
@Component
final class TargetReader {
    private static final int MOST = 20_000;
    private static final BigDecimal HIGHEST = new BigDecimal("1e15");
    private static final ChoiceType KIND = new ChoiceType(Arrays.stream(Subject.Kind.values())
            .map(kind -> Option.of(kind.wire(), kind.wire(), kind.wire()))
            .toList());
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE - 1);
    private static final DateType MONTH = new DateType();

    /** Those of a body, of people and departments that are seen. */
    List<Wish> wishes(ObjectNode json, Measure measure, Sight sight) {
        DecimalType amounts = new DecimalType(
                DecimalType.Form.DECIMAL, measure.unit() == Measure.Unit.COUNT ? 0 : 2, BigDecimal.ZERO, HIGHEST);
        Body body = new Body(json);
        List<Body> cells = body.each("cells");
        if (cells.size() > MOST) {
            throw Refusal.Invalid.at("cells", Message.of("target.many", MOST));
        }
        List<Wish> wishes = new ArrayList<>();
        Set<Cell> asked = new HashSet<>();
        for (Body each : cells) {
            Optional<BigDecimal> amount = each.optional("amount", amounts);
            long version = each.required("version", VERSION).orElse(0L);
            cell(each, sight).ifPresent(cell -> {
                if (!asked.add(cell)) {
                    each.refuse("month", Message.of("target.twice"));
                }
                wishes.add(new Wish(cell, amount.orElse(null), version));
            });
            each.refuseUnasked();
        }
        body.done();
        return wishes;
    }

    private static Optional<Cell> cell(Body body, Sight sight) {
        Optional<String> kind = body.required("kind", KIND);
        Optional<Long> id = body.required("id", ID);
        Optional<LocalDate> month = body.required("month", MONTH);
        if (kind.isEmpty() || id.isEmpty() || month.isEmpty()) {
            return Optional.empty();
        }
        Subject subject =
                kind.get().equals(Subject.Kind.PERSON.wire()) ? Subject.person(id.get()) : Subject.department(id.get());
        if (!sight.sees(subject)) {
            body.refuse("id", Message.of("target.unseen"));
        }
        if (month.get().getDayOfMonth() != 1) {
            body.refuse("month", Message.of("target.month"));
        }
        return Optional.of(new Cell(subject, month.get()));
    }
}
