package hengke.capability.worth;

import hengke.kernel.configuration.SpeaksOfFields;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.query.Mentioned;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields that deals are told from. */
@Component
final class FieldsOfWorth implements SpeaksOfFields {
    private final LiveWorth live;

    FieldsOfWorth(LiveWorth live) {
        this.live = live;
    }

    @Override
    public String area() {
        return "worth";
    }

    @Override
    public Map<Label, Set<Source>> parts(Catalog catalog) {
        Map<Label, Set<Source>> parts = new LinkedHashMap<>();
        for (ObjectDefinition object : catalog.objects()) {
            if (object.has(Valued.class)) {
                live.of(object)
                        .sources()
                        .forEach(source -> catalog.find(source.object())
                                .ifPresent(of -> parts.computeIfAbsent(named(object, of), _ -> new LinkedHashSet<>())
                                        .addAll(fields(catalog, of, source))));
            }
        }
        return parts;
    }

    private static Set<Source> fields(Catalog catalog, ObjectDefinition of, PurchaseSource source) {
        Set<Source> fields = new LinkedHashSet<>();
        add(fields, of, source.customer());
        add(fields, of, source.at());
        add(fields, of, source.amount());
        fields.addAll(Mentioned.in(catalog, of, source.filter()));
        PurchaseSource.Goods goods = source.goods();
        if (goods != null) {
            ObjectDefinition lines =
                    goods.lines() == null ? of : catalog.find(goods.lines()).orElse(of);
            add(fields, lines, goods.purchase());
            add(fields, lines, goods.product());
            add(fields, lines, goods.amount());
        }
        return fields;
    }

    private static void add(Set<Source> fields, ObjectDefinition object, @Nullable String name) {
        if (name != null) {
            object.field(name).ifPresent(field -> fields.add(new Source(object, field)));
        }
    }

    private static Label named(ObjectDefinition object, ObjectDefinition of) {
        return new Label(
                object.label().chinese() + " · 成交来源 " + of.label().chinese(),
                object.label().english() + " · deals from " + of.label().english());
    }
}
