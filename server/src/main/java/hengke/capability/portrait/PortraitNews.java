package hengke.capability.portrait;

import hengke.kernel.events.Delivery;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.history.ChangeLog;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.records.RecordChanged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reckons portraits anew after something happened: to the record, to what lives within it, and to what is about either.
 * What was moved away counts for those it was moved from, too.
 */
@Component
final class PortraitNews implements Subscriber<RecordChanged> {
    /** Far more changes than one batch of news can tell of. */
    private static final int CHANGES = 5_000;

    private final Portraits portraits;
    private final Interactions interactions;
    private final Health health;
    private final LiveCatalog catalog;

    PortraitNews(Portraits portraits, Interactions interactions, Health health, LiveCatalog catalog) {
        this.portraits = portraits;
        this.interactions = interactions;
        this.health = health;
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "portraits";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    /**
     * Records of one object that something happened to.
     *
     * @param by those in which it changed, by the name of each field
     */
    private record Touched(Set<Long> ids, Map<String, Set<Long>> by) {
        private static final Touched NONE = new Touched(Set.of(), Map.of());
    }

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
        Map<String, Touched> news = new HashMap<>();
        for (Delivery<? extends RecordChanged> delivery : deliveries) {
            String object = delivery.event().object();
            Long record = delivery.event().record();
            if (object != null && record != null) {
                Touched touched = news.computeIfAbsent(object, _ -> new Touched(new HashSet<>(), new HashMap<>()));
                touched.ids().add(record);
                delivery.payload()
                        .fields()
                        .forEach(field -> touched.by()
                                .computeIfAbsent(field, _ -> new HashSet<>())
                                .add(record));
            }
        }
        for (ObjectDefinition subject : portraits.objects()) {
            Set<Long> those = concerned(transaction, subject, news);
            if (!those.isEmpty()) {
                portraits.refresh(transaction, subject, Subjects.of(those));
            }
        }
    }

    private Set<Long> concerned(DSLContext database, ObjectDefinition subject, Map<String, Touched> news) {
        Set<Long> those =
                new HashSet<>(news.getOrDefault(subject.name(), Touched.NONE).ids());
        for (InteractionSource source : interactions.sources(subject)) {
            Touched touched = news.getOrDefault(source.object(), Touched.NONE);
            ObjectDefinition object = catalog.current().object(source.object());
            for (Interactions.Path path : interactions.paths(subject, source)) {
                Catalog.Child child = path.child();
                if (child == null) {
                    those.addAll(pointed(database, object, touched, source.about(), subject));
                } else {
                    Set<Long> about = pointed(database, object, touched, source.about(), child.object());
                    Touched now = new Touched(about, Map.of());
                    those.addAll(pointed(database, child.object(), now, child.reference(), subject));
                }
            }
        }
        Stream.concat(
                        catalog.current().children(subject).stream().filter(Catalog.Child::within),
                        health.movedBy(subject).stream())
                .distinct()
                .forEach(child -> {
                    Touched touched = news.getOrDefault(child.object().name(), Touched.NONE);
                    those.addAll(pointed(database, child.object(), touched, child.reference(), subject));
                });
        return those;
    }

    /** Those that these records point at by this field, or did before it changed. */
    private static Set<Long> pointed(
            DSLContext database, ObjectDefinition from, Touched touched, Field<?> by, ObjectDefinition to) {
        if (touched.ids().isEmpty()) {
            return Set.of();
        }
        boolean link = by.type() instanceof LinkType;
        org.jooq.Field<Long> target = DSL.field(DSL.name(by.column() + (link ? "_id" : "")), SQLDataType.BIGINT);
        Condition there = link
                ? DSL.field(DSL.name(by.column() + "_object"), String.class).eq(to.name())
                : DSL.noCondition();
        Set<Long> pointed = new HashSet<>(database.selectDistinct(target)
                .from(DSL.table(DSL.name(from.table())))
                .where(DSL.field(DSL.name("id"), Long.class)
                        .eq(DSL.any(touched.ids().toArray(Long[]::new))))
                .and(there)
                .and(target.isNotNull())
                .fetch(target));
        Set<Long> moved = touched.by().getOrDefault(by.name(), Set.of());
        if (!moved.isEmpty()) {
            ChangeLog.of(database, from, moved, null, CHANGES).stream()
                    .flatMap(change -> former(change.before().path(by.name()), to).stream())
                    .forEach(pointed::add);
        }
        return pointed;
    }

    private static List<Long> former(JsonNode before, ObjectDefinition to) {
        if (before.isObject()) {
            Link link = new Link(
                    before.path("object").asString(""), before.path("id").asLong(0));
            return link.object().equals(to.name()) ? List.of(link.id()) : List.of();
        }
        return before.isIntegralNumber() ? List.of(before.asLong()) : List.of();
    }
}
