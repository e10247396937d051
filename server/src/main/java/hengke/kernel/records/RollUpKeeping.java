package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation.RollUp;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SummedUp;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.money.Books;
import hengke.kernel.query.RollUpQuery;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/**
 * Keeps roll-ups right in the transaction that changes what they sum up. The records that have them are locked first,
 * in the order of their ids and before the changed records themselves, so that writers of the same parents follow one
 * another and never wait in a circle; then the sums are computed anew by a statement that sees what the others wrote.
 */
final class RollUpKeeping {
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);

    private final LiveCatalog live;
    private final RollUpFilters filters;
    private final Books books;

    RollUpKeeping(LiveCatalog live, RollUpFilters filters, Books books) {
        this.live = live;
        this.filters = filters;
        this.books = books;
    }

    /** The records of each object that are locked because they sum up others. */
    static final class Locked {
        private static final String BEGIN_AGAIN = "40001";

        private final Map<String, Set<Long>> ids = new HashMap<>();
        /** The changed records whose parents of an object were looked up before they were locked themselves. */
        private final Map<String, Set<Long>> children = new HashMap<>();

        private List<Long> add(ObjectDefinition object, Collection<Long> wanted) {
            Set<Long> known = ids.computeIfAbsent(object.name(), _ -> new HashSet<>());
            return wanted.stream().filter(known::add).sorted().toList();
        }

        /** A colleague moved it before we had it: to lock its parent now could wait in a circle. */
        private void requireFound(ObjectDefinition parent, Row before, Collection<Long> parents) {
            Long child = before.get(SystemFields.ID);
            if (child != null
                    && children.getOrDefault(parent.name(), Set.of()).contains(child)
                    && !ids.getOrDefault(parent.name(), Set.of()).containsAll(parents)) {
                throw new DataAccessException(
                        "a record was moved while its parents were being locked",
                        new SQLException("begin again", BEGIN_AGAIN));
            }
        }
    }

    /** Before the records are locked that are about to change. */
    Locked lockParents(DSLContext database, ObjectDefinition child, List<Draft> drafts) {
        Locked locked = new Locked();
        Catalog catalog = live.current();
        byParent(catalog.rollUps(child)).forEach((parent, rollUps) -> {
            List<Draft> relevant = drafts.stream()
                    .filter(draft -> rollUps.stream().anyMatch(each -> concerns(catalog, each, draft)))
                    .toList();
            if (!relevant.isEmpty()) {
                lock(database, locked, rollUps, relevant);
            }
        });
        return locked;
    }

    private static boolean concerns(Catalog catalog, SummedUp rollUp, Draft draft) {
        return draft.action() != Action.UPDATE
                || rollUp.inputs(catalog).stream().anyMatch(draft.values()::containsKey);
    }

    private static void lock(DSLContext database, Locked locked, List<SummedUp> rollUps, List<Draft> drafts) {
        ObjectDefinition parent = rollUps.getFirst().parent();
        Set<Long> named = new TreeSet<>();
        for (SummedUp rollUp : rollUps) {
            drafts.forEach(draft ->
                    pointed(parent, draft.values().get(rollUp.reference())).forEach(named::add));
        }
        List<Long> children =
                drafts.stream().flatMap(draft -> Stream.ofNullable(draft.id())).toList();
        Select<?> ids = DSL.select(DSL.field(
                "unnest({0})", SQLDataType.BIGINT, DSL.val(named.toArray(Long[]::new), SQLDataType.BIGINT.array())));
        if (!children.isEmpty()) {
            for (SummedUp rollUp : rollUps) {
                ids = union(ids, pointedAt(rollUp, children));
            }
        }
        List<Long> found = database.select(ID)
                .from(table(name(parent.table())))
                .where("id = any (array ({0}))", ids)
                .orderBy(ID)
                .forNoKeyUpdate()
                .fetch(ID);
        locked.add(parent, found);
        locked.children.put(parent.name(), Set.copyOf(children));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both give one column of ids
    private static Select<?> union(Select<?> one, Select<?> other) {
        return ((Select) one).union((Select) other);
    }

    private static Select<?> pointedAt(SummedUp rollUp, List<Long> children) {
        boolean link = rollUp.reference().type() instanceof LinkType;
        String column = rollUp.reference().column();
        Table<?> table = table(name(rollUp.child().table()));
        return DSL.select(field(name(link ? column + "_id" : column), SQLDataType.BIGINT))
                .from(table)
                .where(ID.eq(DSL.any(children.toArray(Long[]::new))))
                .and(
                        link
                                ? field(name(column + "_object"), SQLDataType.CLOB)
                                        .eq(rollUp.parent().name())
                                : DSL.noCondition());
    }

    /** A new record has nothing under it. */
    void begin(Batch batch, List<Edit> created) {
        for (Field<?> field : batch.object().fields()) {
            if (field.computation() instanceof RollUp rollUp
                    && (rollUp.how() == Summing.COUNT || rollUp.how() == Summing.SUM)) {
                JsonNode nothing = field.type() instanceof MoneyType ? noMoney(batch) : IntNode.valueOf(0);
                created.forEach(edit -> Completion.give(edit, field, nothing));
            }
        }
    }

    private JsonNode noMoney(Batch batch) {
        String base = books.held(batch.database()).base();
        return new MoneyType().write(Money.ofBase(BigDecimal.ZERO.setScale(Currencies.digits(base)), base));
    }

    /** After the changed records are written. */
    void follow(Batch batch, Locked locked) {
        Catalog catalog = live.current();
        byParent(catalog.rollUps(batch.object())).forEach((parent, rollUps) -> {
            Set<Long> parents = new TreeSet<>();
            for (SummedUp rollUp : rollUps) {
                Set<Field<?>> inputs = rollUp.inputs(catalog);
                for (Edit edit : batch.open()) {
                    if (edit.action() != Action.UPDATE || inputs.stream().anyMatch(edit::changes)) {
                        Collection<Long> before = pointed(parent, edit.before(), rollUp);
                        locked.requireFound(parent, edit.before(), before);
                        parents.addAll(before);
                        parents.addAll(pointed(parent, edit.after(), rollUp));
                    }
                }
            }
            if (!parents.isEmpty()) {
                lockMore(batch.database(), parent, locked.add(parent, parents));
                compute(batch.database(), rollUps, parents);
            }
        });
    }

    /** What followed the change of these records may be part of what they sum up. */
    static void readAgain(Batch batch, RowTable table) {
        List<Field<?>> summed = batch.object().fields().stream()
                .filter(field -> field.computation() instanceof RollUp)
                .toList();
        Map<Long, Edit> written = batch.open().stream()
                .collect(Collectors.toMap(edit -> edit.after().id(), edit -> edit));
        if (!summed.isEmpty() && !written.isEmpty()) {
            table.lock(batch.database(), written.keySet()).forEach((id, stored) -> {
                Edit edit = Objects.requireNonNull(written.get(id));
                if (edit.after().version() == stored.row().version()) {
                    summed.forEach(field -> take(edit, field, stored.row()));
                } else {
                    edit.reread(stored.row()); // a rule has written the record itself once more
                }
            });
        }
    }

    private static <T> void take(Edit edit, Field<T> field, Row row) {
        edit.set(field, row.get(field));
    }

    /** What a rule has made it point at. */
    private static void lockMore(DSLContext database, ObjectDefinition parent, List<Long> ids) {
        if (!ids.isEmpty()) {
            database.select(ID)
                    .from(table(name(parent.table())))
                    .where(ID.eq(DSL.any(ids.toArray(Long[]::new))))
                    .orderBy(ID)
                    .forNoKeyUpdate()
                    .fetch();
        }
    }

    /** Computes them for these records, which are locked. */
    void compute(DSLContext database, List<SummedUp> rollUps, Collection<Long> parents) {
        boolean money = rollUps.stream().anyMatch(each -> each.field().type() instanceof MoneyType);
        database.execute(new RollUpQuery(
                        rollUps.stream()
                                .map(rollUp -> new RollUpQuery.Part(rollUp, filters.of(rollUp)))
                                .toList(),
                        money ? books.held(database).base() : "")
                .of(parents));
    }

    private static Collection<Long> pointed(ObjectDefinition parent, Row row, SummedUp rollUp) {
        return pointed(parent, row.get(rollUp.reference())).toList();
    }

    private static Stream<Long> pointed(ObjectDefinition parent, @Nullable Object value) {
        return switch (value) {
            case Long id -> Stream.of(id);
            case Link link when link.object().equals(parent.name()) -> Stream.of(link.id());
            case null, default -> Stream.of();
        };
    }

    private static Map<ObjectDefinition, List<SummedUp>> byParent(List<SummedUp> rollUps) {
        Map<String, List<SummedUp>> byName = new LinkedHashMap<>();
        rollUps.forEach(each -> byName.computeIfAbsent(each.parent().name(), _ -> new ArrayList<>())
                .add(each));
        Map<ObjectDefinition, List<SummedUp>> byParent = new LinkedHashMap<>();
        byName.values().forEach(each -> byParent.put(each.getFirst().parent(), each));
        return byParent;
    }
}
