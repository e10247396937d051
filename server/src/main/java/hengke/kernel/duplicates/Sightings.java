package hengke.kernel.duplicates;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.RowReader;
import hengke.kernel.schema.SearchTable;
import hengke.kernel.text.Folding;
import hengke.kernel.text.value.CompanyName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The records that one or another sign of a draft leads to: each sign is looked up by its own index, all in one statement,
 * with as few tables as can be, for planning takes longer than looking up. Only if something is found, a second statement
 * reads it and tells whether the asker may see it and which values are kept from the asker.
 */
final class Sightings {
    private static final int EQUAL = 50;
    private static final int ALIKE = 200;
    /** A trade and its brand's initials are shared by many: of a million customers by a hundred, each of which is read. */
    private static final int SLIPPED = 50;

    /**
     * For fewer ids the database would make a plan of its own each time, which takes it far longer than to read them: it
     * keeps the general plan, reckoned for ten, only where that looks no dearer.
     */
    private static final int ENOUGH_FOR_ONE_PLAN = 16;

    private static final String SEEN = "\nseen";

    private static final org.jooq.Field<Long> RECORD = field(name("s", "record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> TITLE = field(name("s", "title"), SQLDataType.CLOB);
    private static final org.jooq.Field<String[]> GRAMS = field(name("s", "grams"), SQLDataType.CLOB.array());

    private static final DataType<String[]> TEXTS = SQLDataType.CLOB.array();

    private final DSLContext database;
    private final Access access;
    private final Actor actor;
    private final ObjectDefinition object;
    private final Alias row;
    private final Table<?> documents;
    private final Criterion visible;
    private final List<Sign> signs = new ArrayList<>();
    private final List<Select<Record2<Long, Integer>>> ways = new ArrayList<>();

    /** How a record was come upon. */
    enum How {
        SAME,
        /** By a name it no longer has. */
        FORMER,
        /** By parts of its name, which have to be compared still; only records in sight. */
        ALIKE
    }

    /** A value of the draft, looked up in one way. */
    record Sign(Field<?> field, How how) {}

    /**
     * A record.
     *
     * @param seen may the asker see it?
     * @param kept names of those of the fields asked about whose values are kept from the asker in it
     */
    record Sighted(Row row, boolean seen, Set<String> kept, List<Sign> signs) {}

    Sightings(DSLContext database, Access access, Actor actor, ObjectDefinition object) {
        this.database = database;
        this.access = access;
        this.actor = actor;
        this.object = object;
        this.row = Alias.of(object);
        this.documents = table(name(SearchTable.name(object))).as("s");
        this.visible = access.visibility(actor, object, Verb.READ).criterion();
    }

    /** Is the field a name that is compared by its meaning? */
    static boolean named(Field<?> field) {
        return field.traits().is(Trait.TITLE) && field.traits().is(Trait.SEARCHED);
    }

    void lookFor(Field<?> field, String value) {
        if (!named(field)) {
            way(
                    field,
                    How.SAME,
                    row.id(),
                    row.table(),
                    row.column(field).coerce(String.class).eq(value).and(row.living()));
            return;
        }
        String compact = Folding.compact(value);
        way(field, How.SAME, RECORD, documents, TITLE.eq(compact));
        way(
                field,
                How.FORMER,
                field("f.record_id", Long.class),
                table("former_name f"),
                DSL.condition("f.object = {0} and f.name = {1}", DSL.val(object.name()), DSL.val(compact)));
        way(
                field,
                How.FORMER,
                field("m.into_id", Long.class),
                documents.join(table(name("merged_record")).as("m")).on("m.record_id = {0}", RECORD),
                DSL.condition("m.object = {0}", DSL.val(object.name())).and(TITLE.eq(compact)));
        NameGrams grams = NameGrams.of(CompanyName.of(value));
        if (!grams.brand().isEmpty()) {
            alike(field, all(grams.brand()), ALIKE);
        }
        if (!grams.trade().isEmpty() && !grams.beside().isEmpty()) {
            Condition beside = DSL.condition("{0} && {1}", GRAMS, texts(grams.beside()));
            alike(field, all(List.of(grams.seam())).and(beside).and(checked(grams.trade())), SLIPPED);
        }
    }

    /**
     * What was found; each record once.
     *
     * @param fields what is read of each, and told whether it is kept, as it is of those that were looked up
     */
    List<Sighted> found(List<Field<?>> fields) {
        Optional<Select<Record2<Long, Integer>>> all = ways.stream().reduce(Select::unionAll);
        if (all.isEmpty()) {
            return List.of();
        }
        Map<String, Criterion> marks = new LinkedHashMap<>();
        marks.put(SEEN, visible);
        Stream.concat(fields.stream(), signs.stream().map(Sign::field))
                .distinct()
                .forEach(field -> {
                    Criterion kept = access.covers(actor, object, field);
                    if (!(kept instanceof Criterion.Never)) {
                        marks.put(field.name(), kept);
                    }
                });
        Map<Long, Set<Integer>> led = new TreeMap<>();
        database.fetch(all.get())
                .forEach(way ->
                        led.computeIfAbsent(way.value1(), _ -> new TreeSet<>()).add(way.value2()));
        if (led.isEmpty()) {
            return List.of();
        }
        RowReader reader = new RowReader(fields, marks);
        return database.select(reader.columns(row))
                .from(row.table())
                .where(row.id().eq(DSL.any(several(led.keySet()))))
                .and(row.living())
                .orderBy(row.id())
                .fetch(record -> sighted(reader.read(record, 0), led));
    }

    private static Long[] several(Set<Long> ids) {
        Long[] several = ids.toArray(Long[]::new);
        Long[] enough = Arrays.copyOf(several, Math.max(several.length, ENOUGH_FOR_ONE_PLAN));
        Arrays.fill(enough, several.length, enough.length, several[0]);
        return enough;
    }

    private Sighted sighted(Row found, Map<Long, Set<Integer>> led) {
        Set<String> marks = found.marks() == null ? Set.of() : found.marks();
        return new Sighted(
                found,
                marks.contains(SEEN),
                marks,
                led.getOrDefault(found.id(), Set.of()).stream().map(signs::get).toList());
    }

    /** Only among what may be seen, so that much that may not does not push it out. */
    private void alike(Field<?> field, Condition grams, int most) {
        if (visible instanceof Criterion.Always) {
            way(field, How.ALIKE, RECORD, documents, grams, most);
        } else {
            way(
                    field,
                    How.ALIKE,
                    row.id(),
                    documents.join(row.table()).on(row.id().eq(RECORD)),
                    grams.and(CriterionSql.of(visible, row)).and(row.living()),
                    most);
        }
    }

    private void way(Field<?> field, How how, org.jooq.Field<Long> id, Table<?> from, Condition where) {
        way(field, how, id, from, where, EQUAL);
    }

    private void way(Field<?> field, How how, org.jooq.Field<Long> id, Table<?> from, Condition where, int most) {
        Sign sign = new Sign(field, how);
        if (!signs.contains(sign)) {
            signs.add(sign);
        }
        ways.add(DSL.select(id.as("id"), DSL.inline(signs.indexOf(sign)).as("way"))
                .from(from)
                .where(where)
                .limit(DSL.inline(most)));
    }

    private static Condition all(List<String> grams) {
        return DSL.condition("{0} @> {1}", GRAMS, texts(grams));
    }

    /** The same of what an index has found: reading there how often common parts stand is what would take long. */
    private static Condition checked(List<String> grams) {
        return DSL.condition("coalesce({0} @> {1}, false)", GRAMS, texts(grams));
    }

    private static org.jooq.Field<String[]> texts(List<String> texts) {
        return DSL.val(texts.toArray(String[]::new), TEXTS);
    }
}
