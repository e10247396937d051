package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Whatever a record points at must exist and be visible to whoever points at it. What appears only inside another
 * record is put only into one that may be edited: asked before anything is stored, because a share that is there
 * already would answer for itself. Asked in sets, by object.
 */
final class ReferenceCheck {
    private final LiveCatalog live;
    private final Rights rights;

    ReferenceCheck(LiveCatalog live, Rights rights) {
        this.live = live;
        this.rights = rights;
    }

    void check(Batch batch) {
        Map<Field<?>, Map<Edit, Collection<Link>>> pointers = new HashMap<>();
        Map<String, Set<Long>> wanted = new HashMap<>();
        for (Field<?> field : batch.object().fields()) {
            for (Edit edit : batch.open()) {
                if (edit.action() == Action.DELETE || !edit.changes(field)) {
                    continue;
                }
                checkPeople(field, edit);
                Collection<Link> links = links(field, edit.after());
                if (!links.isEmpty()) {
                    pointers.computeIfAbsent(field, _ -> new HashMap<>()).put(edit, links);
                    links.forEach(link -> wanted.computeIfAbsent(link.object(), _ -> new HashSet<>())
                            .add(link.id()));
                }
            }
        }
        Map<String, Set<Long>> found = new HashMap<>();
        wanted.forEach((object, ids) -> found.put(object, existing(batch, object, ids)));
        pointers.forEach((field, edits) -> edits.forEach((edit, links) -> {
            if (!links.stream().allMatch(link -> fits(field, link) && found(found, link))) {
                edit.refuse(field, Message.of("records.noSuchRecord"));
            }
        }));
        if (batch.object().embedded() && !batch.caller().unlimited()) {
            List<Field<?>> ends = new ArrayList<>(batch.object().parents());
            ends.removeIf(parent -> !parent.traits().is(Trait.SEEN_TOGETHER));
            batch.object().parents().stream()
                    .filter(parent -> !ends.contains(parent))
                    .forEach(parent -> checkParent(batch, parent, pointers.getOrDefault(parent, Map.of())));
            checkEnds(batch, ends);
        }
        FileCheck.check(batch);
    }

    private void checkParent(Batch batch, Field<?> parent, Map<Edit, Collection<Link>> pointers) {
        Map<String, Set<Long>> wanted = new HashMap<>();
        pointers.values()
                .forEach(links -> links.forEach(link -> wanted.computeIfAbsent(link.object(), _ -> new HashSet<>())
                        .add(link.id())));
        Map<String, Set<Long>> editable = new HashMap<>();
        wanted.forEach((object, ids) -> editable.put(object, reached(batch, object, Verb.EDIT, ids)));
        pointers.forEach((edit, links) -> {
            if (!edit.refused() && !links.stream().allMatch(link -> found(editable, link))) {
                edit.refuse(new Refusal.Forbidden(
                        Message.of("records.createOutside", batch.object().label())));
            }
        });
    }

    /** What lives within all that it connects is put there by who may edit one of them, and sees the others. */
    private void checkEnds(Batch batch, List<Field<?>> ends) {
        List<Edit> moved = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE && ends.stream().anyMatch(edit::changes))
                .toList();
        Map<String, Set<Long>> wanted = new HashMap<>();
        moved.forEach(edit -> ends.forEach(end -> links(end, edit.after())
                .forEach(link -> wanted.computeIfAbsent(link.object(), _ -> new HashSet<>())
                        .add(link.id()))));
        Map<String, Set<Long>> editable = new HashMap<>();
        wanted.forEach((object, ids) -> editable.put(object, reached(batch, object, Verb.EDIT, ids)));
        for (Edit edit : moved) {
            if (ends.stream()
                    .flatMap(end -> links(end, edit.after()).stream())
                    .noneMatch(link -> found(editable, link))) {
                edit.refuse(new Refusal.Forbidden(
                        Message.of("records.createOutside", batch.object().label())));
            }
        }
    }

    private void checkPeople(Field<?> field, Edit edit) {
        if (field.type() instanceof IdType(IdType.Target target) && edit.after().get(field) instanceof Long id) {
            switch (target) {
                case IdType.User()
                when !rights.isActiveUser(id) -> edit.refuse(field, Message.of("records.noSuchUser"));
                case IdType.Department()
                when !rights.isDepartment(id) -> edit.refuse(field, Message.of("records.noSuchDepartment"));
                default -> {}
            }
        }
    }

    /** The records this value points at. */
    private static Collection<Link> links(Field<?> field, Row row) {
        Object value = row.get(field);
        return switch (field.type()) {
            case IdType(IdType.Records(String object)) when value instanceof Long id -> List.of(new Link(object, id));
            case IdListType(IdListType.Records(String object))
            when value instanceof List<?> ids ->
                ids.stream().map(id -> new Link(object, (Long) id)).toList();
            case LinkType _ when value instanceof Link link -> List.of(link);
            default -> List.of();
        };
    }

    private boolean fits(Field<?> field, Link link) {
        return !(field.type() instanceof LinkType(String capability))
                || live.current()
                        .find(link.object())
                        .filter(o -> o.has(capability))
                        .isPresent();
    }

    private static boolean found(Map<String, Set<Long>> found, Link link) {
        return found.getOrDefault(link.object(), Set.of()).contains(link.id());
    }

    private Set<Long> existing(Batch batch, String name, Set<Long> ids) {
        return batch.caller().unlimited()
                ? live.current()
                        .find(name)
                        .map(object -> living(batch.database(), object, ids))
                        .orElse(Set.of())
                : reached(batch, name, Verb.READ, ids);
    }

    private Set<Long> reached(Batch batch, String name, Verb verb, Set<Long> ids) {
        return live.current()
                .find(name)
                .map(object -> rights.reached(batch.database(), batch.caller().actor(), object, verb, ids))
                .orElse(Set.of());
    }

    private static Set<Long> living(DSLContext database, ObjectDefinition object, Set<Long> ids) {
        org.jooq.Field<Long> id = field(name("id"), Long.class);
        return database.select(id)
                .from(table(name(object.table())))
                .where(id.eq(DSL.any(ids.toArray(Long[]::new))))
                .fetchSet(id);
    }
}
