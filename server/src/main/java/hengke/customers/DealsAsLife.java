package hengke.customers;

import hengke.capability.portrait.InteractionSource;
import hengke.capability.portrait.InteractionSources;
import hengke.capability.portrait.PortraitSettings;
import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.PurchaseSources.Bound;
import hengke.capability.worth.Valued;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Criterion;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who buys is alive: each deal is a sign of life, whatever the company says deals are made of. What is taken back of one
 * is a sign, too.
 */
@Component
final class DealsAsLife implements InteractionSources {
    private static final Map.Entry<String, Setting<BigDecimal>> WEIGHT =
            PortraitSettings.weight("deal", "4", "成交", "Deal");
    private static final Label DEALS = new Label("成交", "Deal");

    private final PurchaseSources sources;

    DealsAsLife(PurchaseSources sources) {
        this.sources = sources;
    }

    @Override
    public List<InteractionSource> of(ObjectDefinition subject) {
        if (!subject.has(Valued.class)) {
            return List.of();
        }
        List<Bound> bound = sources.of(subject).bound();
        return bound.stream()
                .<InteractionSource>map(source -> new Deals(source, bound.indexOf(source), bound.size() == 1))
                .toList();
    }

    @Override
    public Collection<Setting<BigDecimal>> settings() {
        return List.of(WEIGHT.getValue());
    }

    /**
     * Those of a source.
     *
     * @param number its place among all sources of deals, which may be several of the same object
     */
    private record Deals(Bound source, int number, boolean alone) implements InteractionSource {
        @Override
        public String key() {
            return "deal:" + source.object().name() + (number == 0 ? "" : ":" + number);
        }

        @Override
        public String object() {
            return source.object().name();
        }

        @Override
        public Field<?> at() {
            return source.at();
        }

        @Override
        public Field<?> about() {
            return source.customer();
        }

        @Override
        public Label label() {
            Label of = source.object().label();
            return alone
                    ? DEALS
                    : new Label(
                            DEALS.chinese() + "（" + of.chinese() + "）", DEALS.english() + " (" + of.english() + ")");
        }

        @Override
        public String color() {
            return "red";
        }

        @Override
        public Map<String, Setting<BigDecimal>> weights() {
            return Map.of(key(), WEIGHT.getValue());
        }

        @Override
        public Criterion which() {
            return source.filter();
        }

        @Override
        public @Nullable ObjectNode listed() {
            return source.source().filter() instanceof ObjectNode filter ? filter.deepCopy() : null;
        }

        /** Not what it came to: nobody is told. */
        @Override
        public List<Field<?>> telling() {
            return Stream.concat(Stream.of(at(), about()), source.deciding().stream())
                    .toList();
        }
    }
}
