package hengke.capability.worth;

import hengke.capability.worth.PurchaseSources.Bound;
import hengke.capability.worth.PurchaseSources.Goods;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.explaining.Account;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one has bought: which records a reader may group by product, and what these add up. */
@Component
public final class BoughtGoods {
    private final PurchaseSources sources;
    private final Revaluation revaluation;
    private final DealRecords deals;
    private final Access access;

    BoughtGoods(PurchaseSources sources, Revaluation revaluation, DealRecords deals, Access access) {
        this.sources = sources;
        this.revaluation = revaluation;
        this.deals = deals;
        this.access = access;
    }

    /**
     * The lines of one source.
     *
     * @param product the field they are grouped by
     * @param amount the field that is summed up; null where it is not told
     */
    public record Lines(
            Account.Records records,
            String product,
            @Nullable String amount) {}

    /** One for each source that says what was bought and of which the reader may read everything it is told from. */
    public List<Lines> of(Actor reader, ObjectDefinition object, long id) {
        if (!object.has(Valued.class)) {
            return List.of();
        }
        LocalDate until = revaluation.day(object);
        List<Lines> bought = new ArrayList<>();
        for (Bound source : sources.of(object).bound()) {
            Goods goods = source.goods();
            if (goods != null && reads(reader, source, goods)) {
                Optional<Field<?>> amount =
                        amount(source, goods).filter(field -> access.readsThroughout(reader, goods.lines(), field));
                bought.add(new Lines(
                        deals.lines(source, goods, id, until),
                        goods.product().name(),
                        amount.map(Field::name).orElse(null)));
            }
        }
        return bought;
    }

    /** A purchase that names its product itself was for that product. */
    private static Optional<Field<?>> amount(Bound source, Goods goods) {
        return Optional.ofNullable(goods.purchase() == null ? source.amount() : goods.amount());
    }

    private boolean reads(Actor reader, Bound source, Goods goods) {
        return access.may(reader, source.object(), Verb.READ)
                && access.may(reader, goods.lines(), Verb.READ)
                && source.fields().stream().allMatch(its -> access.readsThroughout(reader, its.object(), its.field()))
                && Stream.of(Optional.of(goods.product()), Optional.ofNullable(goods.purchase()))
                        .flatMap(Optional::stream)
                        .allMatch(field -> access.readsThroughout(reader, goods.lines(), field));
    }
}
