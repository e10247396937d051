package hengke.kernel.merging;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.merging.BestValues.Best;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.RowReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a merge would do, to somebody who thinks of it: shown are only records and fields that this person may see. */
public final class MergePreview {
    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Access access;
    private final Pages pages;
    private final Merge merge;

    public MergePreview(DSLContext database, LiveCatalog catalog, Access access, Pages pages, Merge merge) {
        this.database = database;
        this.catalog = catalog;
        this.access = access;
        this.pages = pages;
        this.merge = merge;
    }

    /**
     * @param into the record that would stay
     * @param rows the record that would stay first
     * @param fields every field this person may see
     * @param moves how many records, of those this person may see, would go over
     * @param refusal why this person may not do it; null when nothing speaks against it
     */
    public record Shown(
            long into,
            List<Row> rows,
            List<Choice> fields,
            List<Move> moves,
            @Nullable Message refusal) {}

    /** A field after the merge, and whether its value is this person's to choose. */
    public record Choice(Best best, boolean open) {}

    /** Records of an object that would go over. */
    public record Move(ObjectDefinition object, long count) {}

    /**
     * @param into the record that is to stay; null for the one that most hangs on
     * @param take the choices made so far
     */
    public Shown of(
            Actor actor, ObjectDefinition object, List<Long> ids, @Nullable Long into, @Nullable JsonNode take) {
        List<Long> asked = ids.stream().distinct().toList();
        if (asked.size() < 2) {
            throw Refusal.Invalid.at("ids", Message.of("merge.several"));
        }
        List<Row> rows =
                pages.byIds(object, access.visibility(actor, object, Verb.READ), asked, RowReader.stored(object));
        if (rows.size() < asked.size()) {
            throw new Refusal.Conflict("mergedMeanwhile", Message.of("merge.gone", object.label()), Map.of());
        }
        if (into != null && !asked.contains(into)) {
            throw Refusal.Invalid.at("into", Message.of("merge.intoOneOfThem"));
        }
        Map<Long, Map<ObjectDefinition, Long>> hanging = hanging(actor, object, asked);
        long survivor = into == null ? mostHangsOn(rows, hanging) : into;
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(row -> row.id() != survivor));
        List<Choice> fields = new BestValues(object, ordered, merge.chosen(actor, object, asked, take))
                .all().stream()
                        .filter(best -> access.right(actor, object, best.field()) != FieldRight.HIDDEN)
                        .filter(best -> !best.field().traits().is(Trait.DERIVED))
                        .map(best -> new Choice(best, access.right(actor, object, best.field()) == FieldRight.EDIT))
                        .toList();
        return new Shown(survivor, ordered, fields, moves(hanging, survivor), refusal(actor, object, asked, survivor));
    }

    private @Nullable Message refusal(Actor actor, ObjectDefinition object, List<Long> ids, long survivor) {
        Set<Long> merged = ids.stream().filter(id -> id != survivor).collect(Collectors.toSet());
        if (!access.mayRun(actor, object, Merge.NAME)) {
            return Message.of("records.mayNotRun", merge.label(), object.label());
        }
        if (!access.reached(database, actor, object, Verb.EDIT, ids).containsAll(ids)) {
            return Message.of("records.verb.edit", object.label());
        }
        return access.reached(database, actor, object, Verb.DELETE, merged).containsAll(merged)
                ? null
                : Message.of("records.verb.delete", object.label());
    }

    /** What points at each of the records, of what this person may see. */
    private Map<Long, Map<ObjectDefinition, Long>> hanging(Actor actor, ObjectDefinition object, List<Long> ids) {
        Map<Long, Map<ObjectDefinition, Long>> hanging = new HashMap<>();
        for (Pointers pointers : Pointers.at(catalog.current(), object)) {
            if (!access.may(actor, pointers.from(), Verb.READ)
                    || access.right(actor, pointers.from(), pointers.field()) == FieldRight.HIDDEN) {
                continue;
            }
            for (long id : ids) {
                long count = count(actor, pointers, id);
                if (count > 0) {
                    hanging.computeIfAbsent(id, _ -> new LinkedHashMap<>()).merge(pointers.from(), count, Long::sum);
                }
            }
        }
        return hanging;
    }

    private long count(Actor actor, Pointers pointers, long id) {
        Set<Long> rows = pointers.rows(database, Set.of(id));
        return rows.isEmpty()
                ? 0
                : pages.visible(pointers.from(), access.visibility(actor, pointers.from(), Verb.READ), rows)
                        .size();
    }

    private static List<Move> moves(Map<Long, Map<ObjectDefinition, Long>> hanging, long survivor) {
        Map<ObjectDefinition, Long> counts = new LinkedHashMap<>();
        hanging.forEach((id, its) -> {
            if (id != survivor) {
                its.forEach((object, count) -> counts.merge(object, count, Long::sum));
            }
        });
        return counts.entrySet().stream()
                .map(entry -> new Move(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The record with most around it; among equals the one with most filled in, then the one changed last. */
    private static long mostHangsOn(List<Row> rows, Map<Long, Map<ObjectDefinition, Long>> hanging) {
        return rows.stream()
                .max(Comparator.comparingLong((Row row) ->
                                sum(hanging.getOrDefault(row.id(), Map.of()).values()))
                        .thenComparing(row -> row.values().size())
                        .thenComparing(row -> row.need(SystemFields.UPDATED_AT))
                        .thenComparing(row -> -row.id()))
                .orElseThrow()
                .id();
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
