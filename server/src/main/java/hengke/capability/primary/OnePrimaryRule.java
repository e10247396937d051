package hengke.capability.primary;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps exactly one default in every group, whatever is added, moved, changed, deleted or restored. Each group is locked
 * first, so that two people at once cannot make two.
 */
@Component
final class OnePrimaryRule implements Rule {

    /** A group: its values by field, in declaration order. */
    private record Group(List<@Nullable Object> values) {
        static Group of(OnePrimary primary, Row row) {
            List<@Nullable Object> values = new ArrayList<>();
            primary.group().forEach(each -> values.add(row.get(each)));
            return new Group(values);
        }

        boolean complete() {
            return values.stream().allMatch(Objects::nonNull);
        }
    }

    /** A living record of a group that this batch does not touch. */
    private record Other(long id, boolean flagged) {}

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(OnePrimary.class);
    }

    @Override
    public void before(Batch batch) {
        OnePrimary primary = primary(batch);
        lock(batch, primary);
        members(batch, primary).forEach((group, members) -> settle(batch, primary, group, members));
    }

    /** Decides among the batch's own members: the last to claim wins; without any default the first becomes it. */
    private static void settle(Batch batch, OnePrimary primary, Group group, List<Edit> members) {
        List<Edit> claiming =
                members.stream().filter(edit -> claims(primary, group, edit)).toList();
        @Nullable Edit winner = claiming.isEmpty() ? null : claiming.getLast();
        if (winner == null && others(batch, primary, group).isEmpty() && !members.isEmpty()) {
            winner = members.getFirst();
        }
        for (Edit edit : members) {
            edit.set(primary.flag(), edit == winner);
        }
    }

    /** Asked for, or the default of this group already; one that moves in or is restored does not push others out. */
    private static boolean claims(OnePrimary primary, Group group, Edit edit) {
        boolean stays = edit.action() == Action.UPDATE
                && Group.of(primary, edit.before()).equals(group);
        return Boolean.TRUE.equals(edit.after().get(primary.flag())) && (stays || edit.asked(primary.flag()));
    }

    @Override
    public void after(Batch batch) {
        OnePrimary primary = primary(batch);
        Set<Group> groups = new HashSet<>(members(batch, primary).keySet());
        for (Edit edit : batch.open()) {
            groups.add(Group.of(primary, edit.before()));
        }
        Map<Long, Boolean> flags = new TreeMap<>();
        groups.stream().filter(Group::complete).forEach(group -> correct(batch, primary, group, flags));
        if (!flags.isEmpty()) {
            List<Draft> drafts = new ArrayList<>();
            flags.forEach((id, flag) -> drafts.add(Draft.update(id, null, Map.of(primary.flag(), flag))));
            batch.nested().write(batch.object(), drafts);
        }
    }

    /** The others give way to a default in the batch; if there is none anywhere, the oldest becomes it. */
    private static void correct(Batch batch, OnePrimary primary, Group group, Map<Long, Boolean> flags) {
        boolean inBatch = members(batch, primary).getOrDefault(group, List.of()).stream()
                .anyMatch(edit -> Boolean.TRUE.equals(edit.after().get(primary.flag())));
        List<Other> others = others(batch, primary, group);
        List<Other> flagged = others.stream().filter(Other::flagged).toList();
        if (inBatch) {
            flagged.forEach(other -> flags.put(other.id(), false));
        } else if (flagged.isEmpty() && !others.isEmpty()) {
            flags.put(others.getFirst().id(), true);
        } else {
            flagged.stream().skip(1).forEach(other -> flags.put(other.id(), false));
        }
    }

    private static OnePrimary primary(Batch batch) {
        return batch.object().capabilities().stream()
                .filter(OnePrimary.class::isInstance)
                .map(OnePrimary.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The changes whose records belong to a group afterwards. */
    private static Map<Group, List<Edit>> members(Batch batch, OnePrimary primary) {
        Map<Group, List<Edit>> members = new LinkedHashMap<>();
        for (Edit edit : batch.open()) {
            Group group = Group.of(primary, edit.after());
            if (edit.action() != Action.DELETE && group.complete()) {
                members.computeIfAbsent(group, _ -> new ArrayList<>()).add(edit);
            }
        }
        return members;
    }

    private static void lock(Batch batch, OnePrimary primary) {
        Set<Integer> keys = new HashSet<>();
        for (Edit edit : batch.open()) {
            for (Row row : List.of(edit.before(), edit.after())) {
                Group group = Group.of(primary, row);
                if (group.complete()) {
                    keys.add(Objects.hash(batch.object().name(), group));
                }
            }
        }
        keys.stream()
                .sorted()
                .forEach(key -> batch.database().fetch("select pg_advisory_xact_lock(727, {0})", DSL.val(key)));
    }

    private static List<Other> others(Batch batch, OnePrimary primary, Group group) {
        org.jooq.Field<Long> id = field(name("id"), Long.class);
        org.jooq.Field<Boolean> flag = field(name(primary.flag().column()), Boolean.class);
        Condition same = field(name("deleted_at")).isNull();
        Map<String, Object> wanted = new HashMap<>();
        for (int i = 0; i < primary.group().size(); i++) {
            Field<?> each = primary.group().get(i);
            wanted.put(each.column(), Objects.requireNonNull(group.values().get(i)));
        }
        for (Map.Entry<String, Object> each : wanted.entrySet()) {
            same = same.and(DSL.condition("{0} = {1}", field(name(each.getKey())), DSL.val(each.getValue())));
        }
        Set<@Nullable Long> own = new HashSet<>();
        batch.open().forEach(edit -> own.add(edit.after().get(SystemFields.ID))); // null while not yet written
        return batch
                .database()
                .select(id, flag)
                .from(table(name(batch.object().table())))
                .where(same)
                .orderBy(id)
                .fetch(found -> new Other(found.get(id), Boolean.TRUE.equals(found.get(flag))))
                .stream()
                .filter(other -> !own.contains(other.id()))
                .toList();
    }
}
