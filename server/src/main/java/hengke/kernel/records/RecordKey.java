package hengke.kernel.records;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The fields by which records of an object are recognised from outside, as by the number another system gave them. */
public record RecordKey(ObjectDefinition object, List<Field<?>> fields) {
    private static final int LOCK = 728;

    public RecordKey {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw Refusal.Invalid.at("key", Message.of("records.required"));
        }
        for (Field<?> field : fields) {
            if (!comparable(field)) {
                throw Refusal.Invalid.at("key", Message.of("records.noKey", field.label()));
            }
        }
    }

    private static boolean comparable(Field<?> field) {
        return !field.traits().is(Trait.SYSTEM)
                && (field.type() instanceof TextualType
                        || field.type() instanceof IntegerType
                        || field.type() instanceof IdType
                        || field.type() instanceof ChoiceType
                        || field.type() instanceof DateType);
    }

    /** One record's key, refused at the field that it lacks. */
    List<Object> of(Map<Field<?>, @Nullable Object> values) {
        List<Object> key = new ArrayList<>();
        for (Field<?> field : fields) {
            Object value = values.get(field);
            if (value == null) {
                throw Refusal.Invalid.at(field.name(), Message.of("records.required"));
            }
            key.add(value);
        }
        return List.copyOf(key);
    }

    /** Until the transaction ends nobody else writes these; in one order for everybody, so that nobody waits in a circle. */
    void lock(DSLContext transaction, Collection<List<Object>> keys) {
        TreeSet<Integer> locks = new TreeSet<>();
        keys.forEach(key -> locks.add(Objects.hash(object.name(), key.toString())));
        locks.forEach(
                lock -> transaction.fetch("select pg_advisory_xact_lock({0}, {1})", DSL.val(LOCK), DSL.val(lock)));
    }

    /** The living records there are among those visible, for every key the oldest first. */
    Found find(DSLContext transaction, Visibility visible, Collection<List<Object>> keys) {
        Alias row = Alias.of(object);
        List<SelectField<?>> selected = new ArrayList<>();
        fields.forEach(field -> selected.add(row.column(field)));
        selected.add(row.id());
        org.jooq.Field<?> first = row.column(fields.getFirst());
        Object[] wanted = keys.stream().map(List::getFirst).distinct().toArray();
        Map<List<String>, List<Long>> found = new HashMap<>();
        transaction
                .select(selected)
                .from(row.table())
                .where(DSL.condition(
                        "{0} = any({1})",
                        first, DSL.val(wanted, first.getDataType().getArrayDataType())))
                .and(row.living())
                .and(CriterionSql.of(visible.criterion(), row))
                .orderBy(row.id())
                .forEach(record -> {
                    List<Object> key = new ArrayList<>();
                    for (int i = 0; i < fields.size(); i++) {
                        key.add(String.valueOf(record.get(i)));
                    }
                    found.computeIfAbsent(text(key), _ -> new ArrayList<>()).add(record.get(fields.size(), Long.class));
                });
        return new Found(found);
    }

    /** The ids of the records by their keys. */
    record Found(Map<List<String>, List<Long>> ids) {
        List<Long> of(List<Object> key) {
            return ids.getOrDefault(text(key), List.of());
        }
    }

    private static List<String> text(List<Object> key) {
        return key.stream().map(String::valueOf).toList();
    }
}
