package hengke.web.worth;

import hengke.capability.worth.PurchaseSource;
import hengke.capability.worth.WorthDefinition;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.web.Body;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how worth is told; what a body does not mention remains as it was. */
final class WorthReader {
    static final IntegerType MONTHS = new IntegerType(1, 240);
    static final IntegerType HIGH = new IntegerType(2, 5);

    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);
    private static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE);
    private static final FieldType<BigDecimal> CUT =
            new DecimalType(DecimalType.Form.DECIMAL, 4, BigDecimal.ZERO, new BigDecimal("1e15"));

    private WorthReader() {}

    static WorthDefinition read(Body body, WorthDefinition present) {
        return new WorthDefinition(
                present.object(),
                body.mentions("sources") ? sources(body) : present.sources(),
                body.mentions("without") ? new LinkedHashSet<>(body.list("without", NAME)) : present.without(),
                number(body, "months", MONTHS, present.months()),
                body.changed("day", new DateType(), present.day()),
                cuts(body, "recency", present.recency()),
                cuts(body, "frequency", present.frequency()),
                cuts(body, "monetary", present.monetary()),
                number(body, "high", HIGH, present.high()),
                body.kept("version", VERSION, present.version()));
    }

    private static @Nullable Integer number(Body body, String key, IntegerType type, @Nullable Integer present) {
        Long number = body.changed(key, type, present == null ? null : present.longValue());
        return number == null ? null : Math.toIntExact(number);
    }

    private static @Nullable List<BigDecimal> cuts(Body body, String key, @Nullable List<BigDecimal> present) {
        return body.mentions(key)
                ? body.given(key).map(_ -> body.list(key, CUT)).orElse(null)
                : present;
    }

    private static List<PurchaseSource> sources(Body body) {
        List<PurchaseSource> sources = new ArrayList<>();
        for (Body each : body.each("sources")) {
            String object = each.required("object", NAME).orElse("");
            String customer = each.required("customer", NAME).orElse("");
            String at = each.required("at", NAME).orElse("");
            String amount = each.required("amount", NAME).orElse("");
            PurchaseSource.Goods goods = goods(each);
            sources.add(new PurchaseSource(
                    object, customer, at, amount, each.given("filter").orElse(null), goods));
            each.refuseUnasked();
        }
        return sources;
    }

    private static PurchaseSource.@Nullable Goods goods(Body source) {
        Optional<Body> said = source.inside("goods");
        PurchaseSource.Goods goods = said.map(each -> new PurchaseSource.Goods(
                        each.optional("lines", NAME).orElse(null),
                        each.optional("purchase", NAME).orElse(null),
                        each.required("product", NAME).orElse(""),
                        each.optional("amount", NAME).orElse(null)))
                .orElse(null);
        said.ifPresent(Body::refuseUnasked);
        return goods;
    }
}
