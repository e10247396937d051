package hengke.capability.worth;

import hengke.capability.worth.PurchaseSources.Bound;
import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.explaining.Account.Records;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a record has bought for in all, and when last; of the deals its reader sees. One statement. */
@Component
@Order(12)
final class DealFigures implements KeyFigures {
    private final PurchaseSources sources;
    private final Purchases purchases;
    private final Revaluation revaluation;
    private final DealRecords deals;
    private final Access access;
    private final LiveOrganisation organisation;

    DealFigures(
            PurchaseSources sources,
            Purchases purchases,
            Revaluation revaluation,
            DealRecords deals,
            Access access,
            LiveOrganisation organisation) {
        this.sources = sources;
        this.purchases = purchases;
        this.revaluation = revaluation;
        this.deals = deals;
        this.access = access;
        this.organisation = organisation;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Valued.class);
    }

    @Override
    public List<Figure> of(Question question) {
        List<Bound> bound = sources.of(question.object()).bound();
        if (bound.isEmpty() || !bound.stream().allMatch(source -> reads(question, source))) {
            return List.of();
        }
        long id = question.record().id();
        LocalDate day = revaluation.day(question.object());
        Record3<Integer, BigDecimal, LocalDate> found = question.database()
                .select(
                        DSL.count(),
                        DSL.sum(Purchases.AMOUNT),
                        DSL.max(Purchases.DAY).filterWhere(Purchases.DEAL))
                .from(purchases.of(
                        question.object(),
                        customer -> customer.eq(id),
                        source -> access.visibility(question.actor(), source, Verb.READ)
                                .criterion(),
                        day))
                .fetchSingle();
        LocalDate last = found.value3();
        if (found.value1() == 0 || last == null) {
            return List.of();
        }
        return List.of(
                new Figure.Told(
                        "wonAmount",
                        new Label("累计成交", "Won in all"),
                        "money",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put(
                                        "amount",
                                        found.value2()
                                                .setScale(2, RoundingMode.HALF_UP)
                                                .toPlainString())
                                .put("currency", organisation.get().company().currency()),
                        records(bound, id, null, day)),
                new Figure.Told(
                        "lastDeal",
                        new Label("最近成交", "Last deal"),
                        "date",
                        JsonMapper.shared().getNodeFactory().stringNode(last.toString()),
                        records(bound, id, last.minusDays(1), last)));
    }

    /** The deals of several objects are no one list. */
    private @Nullable Records records(List<Bound> bound, long id, @Nullable LocalDate since, LocalDate until) {
        return bound.size() == 1 ? deals.of(bound.getFirst(), id, since, until) : null;
    }

    /** A sum of what is masked here and there would tell what is under the mask. */
    private boolean reads(Question question, Bound source) {
        return access.may(question.actor(), source.object(), Verb.READ)
                && source.fields().stream()
                        .allMatch(its -> access.readsThroughout(question.actor(), its.object(), its.field()));
    }
}
