package hengke.web.approvals;

import hengke.capability.approval.Approval;
import hengke.capability.approval.Approvals;
import hengke.capability.approval.Snapshot;
import hengke.capability.approval.flow.Node;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.transfer.exporting.RecordTexts;
import hengke.web.approvals.ApprovalJson.FieldJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody sees of a record because of an approval: what their own rights show, and what the steps at which they are
 * asked show. Having been asked once opens nothing else.
 */
@Component
class ShownFields {
    private final Access access;
    private final ShownLines lines;
    private final RecordTexts texts;
    private final DSLContext database;

    ShownFields(Access access, ShownLines lines, RecordTexts texts, DSLContext database) {
        this.access = access;
        this.lines = lines;
        this.texts = texts;
        this.database = database;
    }

    /**
     * One record as one person sees it.
     *
     * @param opens by their own rights
     */
    record Seen(
            ObjectDefinition object,
            boolean opens,
            @Nullable String title,
            List<FieldJson> fields) {}

    /** The records of an object that a person sees by their own rights. */
    Set<Long> visible(Actor actor, ObjectDefinition object, Set<Long> records) {
        return access.may(actor, object, Verb.READ)
                ? access.reached(database, actor, object, Verb.READ, records)
                : Set.of();
    }

    /**
     * What steps say of the fields to those who are asked there, or have answered there themselves.
     *
     * @param shown whatever else they may see
     * @param hidden although they might see them
     */
    record Granted(Set<String> shown, Set<String> hidden) {
        static final Granted NOTHING = new Granted(Set.of(), Set.of());

        boolean shows(Field<?> field) {
            return shown.contains(field.name());
        }

        boolean hides(Field<?> field) {
            return hidden.contains(field.name()) && !shows(field);
        }
    }

    static Granted granted(Approval approval, List<Approvals.Asked> tasks, Set<Long> people) {
        Set<String> nodes = tasks.stream()
                .filter(task -> task.live() && people.contains(task.person())
                        || task.endedBy() != null && people.contains(task.endedBy()))
                .map(Approvals.Asked::node)
                .collect(Collectors.toSet());
        Set<String> shown = new LinkedHashSet<>();
        Set<String> hidden = new LinkedHashSet<>();
        for (String node : nodes) {
            if (approval.node(node).orElse(null) instanceof Node.Ask ask) {
                shown.addAll(ask.shows());
                shown.addAll(ask.edits());
                hidden.addAll(ask.hides());
            }
        }
        return new Granted(shown, hidden);
    }

    Seen of(
            Actor actor,
            Language language,
            Approval approval,
            ObjectDefinition object,
            boolean opens,
            Granted granted) {
        long id = approval.about().id();
        List<Field<?>> own = opens ? own(actor, object, id, granted) : List.of();
        List<Field<?>> shown = object.fields().stream()
                .filter(field -> granted.shows(field) && !own.contains(field))
                .<Field<?>>map(field -> field)
                .toList();
        Row then = Snapshot.row(object, id, approval.snapshot());
        Map<String, String> was = texts(actor, object, then, own, language);
        was.putAll(texts(Actor.SYSTEM, object, then, shown, language));
        Map<String, String> is = now(actor, object, id, own, language);
        List<FieldJson> fields = new ArrayList<>();
        for (Field<?> field : object.fields()) {
            String text = was.getOrDefault(field.name(), "");
            String now = is.get(field.name());
            boolean differs = now != null && !now.equals(text);
            if (was.containsKey(field.name()) && (!text.isEmpty() || differs)) {
                fields.add(new FieldJson(
                        field.name(),
                        field.label().in(language),
                        text,
                        differs && !approval.state().status().over() ? now : null));
            }
        }
        return new Seen(object, opens, was.get(object.title().name()), fields);
    }

    private List<Field<?>> own(Actor actor, ObjectDefinition object, long id, Granted granted) {
        Set<String> covered =
                access.covered(database, actor, object, List.of(id)).getOrDefault(id, Set.of());
        return object.fields().stream()
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.MASKED))
                .filter(field -> !covered.contains(field.name()))
                .filter(field -> !SystemLike.is(field) && !granted.hides(field))
                .<Field<?>>map(field -> field)
                .toList();
    }

    private Map<String, String> now(
            Actor actor, ObjectDefinition object, long id, List<Field<?>> fields, Language language) {
        return fields.isEmpty()
                ? Map.of()
                : new Pages(database)
                        .byIds(object, Visibility.EVERYTHING, List.of(id), fields).stream()
                                .findFirst()
                                .map(row -> texts(actor, object, row, fields, language))
                                .orElse(new HashMap<>());
    }

    private Map<String, String> texts(
            Actor actor, ObjectDefinition object, Row row, List<Field<?>> fields, Language language) {
        return fields.isEmpty()
                ? new LinkedHashMap<>()
                : new LinkedHashMap<>(
                        texts.of(actor, object, List.of(row), fields, language).getFirst());
    }

    /** What a record was called when it was submitted, for whoever sees it by any way. */
    @Nullable
    String title(Actor actor, ObjectDefinition object, String title, boolean opens, Granted granted) {
        boolean own = opens && access.right(actor, object, object.title()).atLeast(FieldRight.READ);
        return own || granted.shows(object.title()) ? title : null;
    }

    /** What values were before a change and after it, as far as a person sees these fields. */
    List<FieldJson> changes(
            Actor actor,
            Language language,
            Approval approval,
            ObjectDefinition object,
            boolean opens,
            Granted granted,
            ObjectNode was,
            ObjectNode became) {
        Row before = Snapshot.row(object, approval.about().id(), was);
        Row after = Snapshot.row(object, approval.about().id(), became);
        List<FieldJson> changes = new ArrayList<>();
        for (String name : was.propertyNames()) {
            Field<?> field = object.field(name).orElse(null);
            boolean shown = field != null && granted.shows(field);
            boolean allowed = shown
                    || opens
                            && field != null
                            && own(actor, object, approval.about().id(), granted)
                                    .contains(field);
            if (field == null) {
                changes.addAll(lines.changes(
                        actor, language, object, name, opens, granted, was.path(name), became.path(name)));
            } else if (allowed) {
                Actor reader = shown ? Actor.SYSTEM : actor;
                changes.add(new FieldJson(
                        name,
                        field.label().in(language),
                        text(reader, object, before, field, language),
                        text(reader, object, after, field, language)));
            }
        }
        return changes;
    }

    private String text(Actor reader, ObjectDefinition object, Row row, Field<?> field, Language language) {
        return texts(reader, object, row, List.of(field), language).getOrDefault(field.name(), "");
    }

    /** What the product notes by itself is not what is decided about. */
    private static final class SystemLike {
        static boolean is(Field<?> field) {
            return field.traits().is(Trait.SYSTEM) || field.name().equals("approval");
        }
    }
}
