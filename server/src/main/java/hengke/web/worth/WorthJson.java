package hengke.web.worth;

import hengke.capability.worth.Cuts;
import hengke.capability.worth.PurchaseSource;
import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.WorthDefinition;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How worth is told, as its administration shows it. */
record WorthJson(
        String object,
        List<SourceJson> sources,
        @Nullable Integer months,
        @Nullable LocalDate day,
        @Nullable List<String> recency,
        @Nullable List<String> frequency,
        @Nullable List<String> monetary,
        @Nullable Integer high,
        @Nullable CutsJson reckoned,
        long version) {

    /**
     * Where deals come from.
     *
     * @param shipped it comes with the object's definition
     * @param counts a shipped one may be left out
     * @param standsIn a shipped one that counts only as long as there is no other
     * @param broken why it means nothing any more; null while it does
     */
    record SourceJson(
            String object,
            String customer,
            String at,
            String amount,
            @Nullable JsonNode filter,
            @Nullable GoodsJson goods,
            boolean shipped,
            boolean counts,
            boolean standsIn,
            @Nullable String broken) {}

    /** Where it says what was bought. */
    record GoodsJson(
            @Nullable String lines,
            @Nullable String purchase,
            String product,
            @Nullable String amount) {}

    /** The cut points in force; one that nobody reaches is null. */
    record CutsJson(
            Instant at,
            LocalDate day,
            @Nullable LocalDate since,
            long customers,
            List<@Nullable String> recency,
            List<@Nullable String> frequency,
            List<@Nullable String> monetary,
            List<String> means,
            boolean done) {
        static CutsJson of(Cuts cuts) {
            return new CutsJson(
                    cuts.at(),
                    cuts.day(),
                    cuts.since(),
                    cuts.customers(),
                    plain(cuts.recency()),
                    plain(cuts.frequency()),
                    plain(cuts.monetary()),
                    cuts.means().stream().map(WorthJson::plain).toList(),
                    cuts.done());
        }

        private static List<@Nullable String> plain(List<Optional<BigDecimal>> cuts) {
            List<@Nullable String> plain = new ArrayList<>();
            cuts.forEach(cut -> plain.add(cut.map(WorthJson::plain).orElse(null)));
            return plain;
        }
    }

    static WorthJson of(
            Catalog catalog,
            ObjectDefinition object,
            WorthDefinition definition,
            List<PurchaseSources.Broken> broken,
            @Nullable Cuts cuts,
            Language language) {
        List<SourceJson> sources = new ArrayList<>();
        Set<String> without = definition.without();
        PurchaseSources.shipped(catalog, object, definition).forEach(each -> {
            boolean counts = !without.contains(each.source().object());
            sources.add(source(each.source(), true, counts, each.standsIn(), broken, language));
        });
        definition.sources().forEach(each -> sources.add(source(each, false, true, false, broken, language)));
        return new WorthJson(
                object.name(),
                sources,
                definition.months(),
                definition.day(),
                plain(definition.recency()),
                plain(definition.frequency()),
                plain(definition.monetary()),
                definition.high(),
                cuts == null ? null : CutsJson.of(cuts),
                definition.version());
    }

    private static SourceJson source(
            PurchaseSource source,
            boolean shipped,
            boolean counts,
            boolean standsIn,
            List<PurchaseSources.Broken> broken,
            Language language) {
        PurchaseSource.Goods goods = source.goods();
        return new SourceJson(
                source.object(),
                source.customer(),
                source.at(),
                source.amount(),
                source.filter(),
                goods == null ? null : new GoodsJson(goods.lines(), goods.purchase(), goods.product(), goods.amount()),
                shipped,
                counts,
                standsIn,
                broken.stream()
                        .filter(each -> each.source().equals(source))
                        .map(each -> each.reason().in(language))
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable List<String> plain(@Nullable List<BigDecimal> cuts) {
        return cuts == null ? null : cuts.stream().map(WorthJson::plain).toList();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
