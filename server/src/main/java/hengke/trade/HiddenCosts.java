package hengke.trade;

import hengke.kernel.access.Circumstance;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.products.Product;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may not know what a product costs us, its list price or its floor price is not told by lines either. */
@Component
final class HiddenCosts implements Circumstance {
    private final Map<String, Map<String, Source>> sources;

    HiddenCosts(QuoteLine quoteLine, OrderLine orderLine, ContractLine contractLine, Product product) {
        ObjectDefinition products = product.definition();
        Source cost = new Source(products, product.cost);
        Source list = new Source(products, product.price);
        Source floor = new Source(products, product.floorPrice);
        this.sources = Stream.of(quoteLine, orderLine, contractLine)
                .collect(Collectors.toUnmodifiableMap(
                        TradeLine::name,
                        line -> Map.of(
                                line.cost.name(), cost,
                                line.costAmount.name(), cost,
                                line.listPrice.name(), list,
                                line.floorPrice.name(), floor)));
    }

    @Override
    public Set<Source> sources(ObjectDefinition object, Field<?> field) {
        Source source = sources.getOrDefault(object.name(), Map.of()).get(field.name());
        return source == null ? Set.of() : Set.of(source);
    }
}
