package hengke.capability.activity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the contact dates of what is followed. The last contact is the time of the latest follow-up on the record or on
 * what lives within it, notes among colleagues apart, recomputed from them all, so that it stays right when one is
 * changed or deleted. A follow-up that names a next contact sets it.
 */
@Component
final class ContactDates implements Rule {
    private final Activity activity;
    private final LiveCatalog catalog;

    ContactDates(Activity activity, LiveCatalog catalog) {
        this.activity = activity;
        this.catalog = catalog;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(activity.name());
    }

    @Override
    public void after(Batch batch) {
        Map<Link, Map<Field<?>, @Nullable Object>> changes = new LinkedHashMap<>();
        for (Link followed : followed(batch)) {
            Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
            values.put(Followed.LAST_CONTACT_AT, latest(batch, followed));
            changes.put(followed, values);
        }
        for (Edit edit : batch.open()) {
            Instant next = edit.after().get(activity.nextContactAt);
            boolean sets = edit.action() == Action.CREATE || edit.action() == Action.UPDATE;
            if (sets && next != null && edit.changes(activity.nextContactAt)) {
                for (Link link : withParents(batch, edit.after().need(activity.about))) {
                    Map<Field<?>, @Nullable Object> values = changes.getOrDefault(link, new LinkedHashMap<>());
                    values.put(Followed.NEXT_CONTACT_AT, next);
                    changes.put(link, values);
                }
            }
        }
        Map<String, List<Draft>> drafts = new LinkedHashMap<>();
        for (Map.Entry<Link, Map<Field<?>, @Nullable Object>> change : changes.entrySet()) {
            drafts.computeIfAbsent(change.getKey().object(), _ -> new ArrayList<>())
                    .add(Draft.update(change.getKey().id(), null, change.getValue()));
        }
        drafts.forEach((object, its) -> batch.nested().write(catalog.current().object(object), its));
    }

    /** What the follow-ups of this batch are, or were, about. */
    private Set<Link> followed(Batch batch) {
        Set<Link> followed = new LinkedHashSet<>();
        for (Edit edit : batch.open()) {
            boolean moved = edit.changes(activity.at) || edit.changes(activity.about) || edit.changes(activity.kind);
            if (moved || edit.action() == Action.DELETE || edit.action() == Action.RESTORE) {
                for (Row row : List.of(edit.before(), edit.after())) {
                    Link about = row.get(activity.about);
                    if (about != null) {
                        followed.addAll(withParents(batch, about));
                    }
                }
            }
        }
        return followed;
    }

    /** The record and the followed records it lives within; only living ones. */
    private List<Link> withParents(Batch batch, Link link) {
        ObjectDefinition object = catalog.current().object(link.object());
        if (!object.has(Followed.class)) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        var found = batch.database()
                .select(DSL.asterisk())
                .from(table(name(object.table())))
                .where(field(name("id"), Long.class).eq(link.id()))
                .and(field(name("deleted_at")).isNull())
                .fetchOne();
        if (found == null) {
            return links;
        }
        links.add(link);
        for (Field<?> parent : object.parents()) {
            if (parent.type() instanceof IdType(IdType.Records(String target))
                    && catalog.current().object(target).has(Followed.class)
                    && found.get(parent.column()) instanceof Long id) {
                links.add(new Link(target, id));
            }
        }
        return links;
    }

    private @Nullable Instant latest(Batch batch, Link followed) {
        ObjectDefinition object = catalog.current().object(followed.object());
        org.jooq.Field<Long> aboutId = field(name("about_id"), SQLDataType.BIGINT);
        org.jooq.Field<String> aboutObject = field(name("about_object"), SQLDataType.CLOB);
        Condition about = aboutObject.eq(object.name()).and(aboutId.eq(followed.id()));
        for (Catalog.Child child : catalog.current().children(object)) {
            if (child.within() && child.object().has(Followed.class)) {
                about = about.or(aboutObject
                        .eq(child.object().name())
                        .and(aboutId.in(select(field(name("id"), Long.class))
                                .from(table(name(child.object().table())))
                                .where(field(name(child.reference().column()), Long.class)
                                        .eq(followed.id())))));
            }
        }
        org.jooq.Field<Instant> at = field(name("at"), SQLDataType.INSTANT);
        return batch.database()
                .select(max(at))
                .from(table(name("activity")))
                .where(about)
                .and(field(name(activity.kind.column())).isDistinctFrom(DSL.inline(Activity.NOTE)))
                .and(field(name("deleted_at")).isNull())
                .fetchOne(max(at));
    }
}
