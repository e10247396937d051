package hengke.capability.worth;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.RollUpFilters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the sources of deals mean in the catalog at hand; one that has lost its meaning is told as broken. */
@Component
public final class PurchaseSources {
    private final LiveCatalog catalog;
    private final LiveWorth live;
    private final RollUpFilters filters;
    private volatile @Nullable Seen seen;

    /** What was worked out last. */
    private record Seen(long catalog, WorthDefinition definition, Resolved resolved) {}

    PurchaseSources(LiveCatalog catalog, LiveWorth live, RollUpFilters filters) {
        this.catalog = catalog;
        this.live = live;
        this.filters = filters;
    }

    /**
     * A source that makes sense.
     *
     * @param at a day or a moment
     */
    public record Bound(
            PurchaseSource source,
            ObjectDefinition object,
            Field<Long> customer,
            Field<?> at,
            Field<Money> amount,
            Criterion filter,
            @Nullable Goods goods) {

        /** The fields that say which of them count. */
        public List<Field<?>> deciding() {
            return source.filter() == null
                    ? List.of()
                    : source.filter().findValues("field").stream()
                            .<Field<?>>flatMap(name -> object.field(name.asString("")).stream())
                            .toList();
        }

        /** Every field that a deal is told from. */
        Set<Source> fields() {
            Set<Source> fields = new LinkedHashSet<>();
            Stream.concat(Stream.of(customer, at, amount), deciding().stream())
                    .forEach(field -> fields.add(new Source(object, field)));
            return fields;
        }
    }

    /**
     * What was bought.
     *
     * @param lines the object that names the product: of the lines, or of the purchase itself
     * @param purchase from a line to its purchase; null when it is the purchase itself
     */
    public record Goods(
            ObjectDefinition lines,
            @Nullable Field<Long> purchase,
            Field<?> product,
            @Nullable Field<Money> amount) {}

    /** A source that makes no sense, and why. */
    public record Broken(PurchaseSource source, String at, Message reason) {}

    /**
     * All sources of an object.
     *
     * @param standIn none of them was meant for it: they stand in for a better one
     */
    public record Resolved(List<Bound> bound, List<Broken> broken, boolean standIn) {
        /** Is there any, be it broken? */
        public boolean told() {
            return !bound.isEmpty() || !broken.isEmpty();
        }

        /** Do deals alone tell who has bought, and nobody's word beside them? */
        public boolean decided() {
            return told() && !standIn;
        }
    }

    /** A source that a definition brings along. */
    public record Shipped(PurchaseSource source, boolean standsIn) {}

    /** What counts as a deal of an object's records now. */
    public Resolved of(ObjectDefinition object) {
        Catalog now = catalog.current();
        WorthDefinition definition = live.of(object);
        Seen last = seen;
        if (last != null && last.catalog == now.version() && last.definition.equals(definition)) {
            return last.resolved;
        }
        Resolved resolved = resolve(now, object, definition);
        seen = new Seen(now.version(), definition, resolved);
        return resolved;
    }

    /** Every field that the deals of an object's records are told from. */
    public Set<Source> fields(ObjectDefinition object) {
        return of(object).bound().stream()
                .flatMap(source -> source.fields().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Those that definitions bring along and nobody has left out, then those the company has chosen. What only stands in
     * counts when there is nothing else.
     */
    Resolved resolve(Catalog in, ObjectDefinition object, WorthDefinition definition) {
        List<Bound> bound = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        List<Shipped> shipped = shipped(in, object, definition).stream()
                .filter(each -> !definition.without().contains(each.source().object()))
                .toList();
        List<PurchaseSource> meant = Stream.concat(
                        shipped.stream().filter(each -> !each.standsIn()).map(Shipped::source),
                        definition.sources().stream())
                .toList();
        boolean standIn = meant.isEmpty();
        for (PurchaseSource source :
                standIn ? shipped.stream().map(Shipped::source).toList() : meant) {
            try {
                bound.add(bind(in, object, source));
            } catch (Unbound unbound) {
                broken.add(new Broken(source, unbound.at, unbound.reason));
            }
        }
        return new Resolved(List.copyOf(bound), List.copyOf(broken), standIn);
    }

    /** The sources that definitions bring along, but for objects of which the company says itself what counts. */
    public static List<Shipped> shipped(Catalog in, ObjectDefinition object, WorthDefinition definition) {
        Set<String> chosen =
                definition.sources().stream().map(PurchaseSource::object).collect(Collectors.toSet());
        return in.objects().stream()
                .filter(each -> !chosen.contains(each.name()))
                .flatMap(each -> each.capabilities().stream()
                        .filter(Purchase.class::isInstance)
                        .map(Purchase.class::cast)
                        .filter(purchase -> pointsAt(purchase.customer(), object))
                        .map(purchase -> new Shipped(purchase.of(each.name()), purchase.standsIn())))
                .toList();
    }

    private static boolean pointsAt(Field<?> reference, ObjectDefinition object) {
        return reference.type() instanceof IdType(IdType.Records(String target)) && target.equals(object.name());
    }

    /** Why a source means nothing. */
    private static final class Unbound extends Exception {
        private final String at;
        private final Message reason;

        Unbound(String at, Message reason) {
            super(at);
            this.at = at;
            this.reason = reason;
        }
    }

    private Bound bind(Catalog in, ObjectDefinition object, PurchaseSource source) throws Unbound {
        ObjectDefinition of = find(in, "object", source.object());
        Field<Long> customer = typed(field(of, "customer", source.customer(), field -> pointsAt(field, object)));
        Field<?> at = field(of, "at", source.at(), field -> is(field, DateType.class, DateTimeType.class));
        Field<Money> amount = typed(field(of, "amount", source.amount(), field -> is(field, MoneyType.class)));
        return new Bound(source, of, customer, at, amount, filter(in, of, source.filter()), goods(in, of, source));
    }

    private static ObjectDefinition find(Catalog in, String at, @Nullable String name) throws Unbound {
        return Optional.ofNullable(name)
                .flatMap(in::find)
                .orElseThrow(() -> new Unbound(at, Message.of("worth.noObject", String.valueOf(name))));
    }

    /** Stored fields only: what a formula makes of others is not told when they change. */
    private static Field<?> field(ObjectDefinition object, String at, @Nullable String name, Predicate<Field<?>> fits)
            throws Unbound {
        return object.field(String.valueOf(name))
                .filter(field -> !field.isFormula() && fits.test(field))
                .orElseThrow(() -> new Unbound(at, Message.of("worth.noField", object.label(), String.valueOf(name))));
    }

    @SafeVarargs
    private static boolean is(Field<?> field, Class<? extends FieldType<?>>... types) {
        return Stream.of(types).anyMatch(type -> type.isInstance(field.type()));
    }

    @SuppressWarnings("unchecked") // its type was looked at
    private static <T> Field<T> typed(Field<?> field) {
        return (Field<T>) field;
    }

    private Criterion filter(Catalog in, ObjectDefinition object, @Nullable JsonNode filter) throws Unbound {
        if (filter == null) {
            return Criterion.ALWAYS;
        }
        boolean crosses = filter.findValue("exists") != null
                || filter.findValues("field").stream()
                        .anyMatch(name -> object.field(name.asString(""))
                                .filter(field -> !field.isFormula())
                                .isEmpty());
        if (crosses) {
            throw new Unbound("filter", Message.of("worth.filterCrosses", object.label()));
        }
        try {
            return filters.read(in, object, filter);
        } catch (Refusal refusal) {
            throw new Unbound("filter", refusal.reason());
        }
    }

    private static @Nullable Goods goods(Catalog in, ObjectDefinition object, PurchaseSource source) throws Unbound {
        PurchaseSource.Goods goods = source.goods();
        if (goods == null) {
            return null;
        }
        boolean own = goods.lines() == null;
        ObjectDefinition lines = own ? object : find(in, "goods.lines", goods.lines());
        return new Goods(
                lines,
                own ? null : typed(field(lines, "goods.purchase", goods.purchase(), field -> pointsAt(field, object))),
                field(
                        lines,
                        "goods.product",
                        goods.product(),
                        field -> field.type().columns().size() == 1),
                goods.amount() == null
                        ? null
                        : typed(field(lines, "goods.amount", goods.amount(), field -> is(field, MoneyType.class))));
    }
}
