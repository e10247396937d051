package hengke.kernel.search;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.schema.SearchTable;
import hengke.kernel.text.Folding;
import hengke.kernel.text.Pinyin;
import hengke.kernel.text.SearchQuery;
import hengke.kernel.text.value.CompanyName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Looks for records that may be the same as a draft, by the fields that identify: by value, and names also by likeness.
 * That a record exists which somebody may not see is told for equal values only, and nothing else of it.
 */
public final class DuplicateSearch {
    private static final int SHOWN = 10;
    private static final int CANDIDATES = 200;
    /** Characters of a name that nearly always stand only in this company's name. */
    private static final int BRAND = 4;

    private static final org.jooq.Field<Long> RECORD = field(name("s", "record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> TITLE = field(name("s", "title"), SQLDataType.CLOB);
    private static final org.jooq.Field<String[]> GRAMS = field(name("s", "grams"), SQLDataType.CLOB.array());

    private final DSLContext database;
    private final Access access;
    private final Pages pages;

    public DuplicateSearch(DSLContext database, Access access, Pages pages) {
        this.database = database;
        this.access = access;
        this.pages = pages;
    }

    /**
     * A record that may be the same.
     *
     * @param record its id, of no concern to who may not see it
     * @param id null when the asker may not see it
     * @param score 1 for equal values, less for names that are merely alike
     * @param fields those in which it is found to be the same
     */
    public record Candidate(
            long record, @Nullable Long id, @Nullable String label, double score, List<Field<?>> fields) {}

    /** What was found out about one record so far. */
    private static final class Match {
        private double score;
        private final List<Field<?>> fields = new ArrayList<>();

        void add(Field<?> field, double likeness) {
            score = Math.max(score, likeness);
            if (!fields.contains(field)) {
                fields.add(field);
            }
        }
    }

    /** The fields by which this person may look for records of the object. */
    public List<Field<?>> fields(Actor actor, ObjectDefinition object) {
        return object.with(Trait.IDENTIFYING).stream()
                .filter(each -> access.right(actor, object, each).atLeast(FieldRight.READ))
                .toList();
    }

    /**
     * Candidates, likeliest first.
     *
     * @param values by identifying field
     * @param self the record being edited, which is never its own duplicate
     */
    public List<Candidate> find(
            Actor actor, ObjectDefinition object, Map<Field<?>, String> values, @Nullable Long self) {
        Map<Long, Match> matches = new TreeMap<>();
        values.forEach((field, value) -> {
            boolean named = field.traits().is(Trait.TITLE) && field.traits().is(Trait.SEARCHED);
            Condition same = named
                    ? TITLE.eq(Folding.compact(value))
                    : Alias.of(object).column(field).coerce(String.class).eq(value);
            sameValue(object, same).forEach(id -> match(matches, id, self, field, 1));
            if (named) {
                alike(actor, object, field, value).forEach((id, likeness) -> match(matches, id, self, field, likeness));
            }
        });
        return candidates(actor, object, matches);
    }

    private static void match(Map<Long, Match> matches, long id, @Nullable Long self, Field<?> field, double likeness) {
        if (self == null || self != id) {
            matches.computeIfAbsent(id, _ -> new Match()).add(field, likeness);
        }
    }

    private Set<Long> sameValue(ObjectDefinition object, Condition same) {
        Alias row = Alias.of(object);
        return database.select(row.id())
                .from(row.table())
                .leftJoin(search(object))
                .on(RECORD.eq(row.id()))
                .where(same)
                .and(row.living())
                .limit(SHOWN)
                .fetchSet(row.id());
    }

    private static org.jooq.Table<?> search(ObjectDefinition object) {
        return table(name(SearchTable.name(object))).as("s");
    }

    /** Visible records whose names mean the same, though they are written otherwise. */
    private Map<Long, Double> alike(Actor actor, ObjectDefinition object, Field<?> field, String value) {
        CompanyName wanted = CompanyName.of(value);
        Selection visible = Selection.of(object, access.visibility(actor, object, Verb.READ))
                .reading(List.of(field))
                .limit(CANDIDATES);
        Map<Long, Double> alike = new LinkedHashMap<>();
        for (List<String> grams : ways(wanted)) {
            for (Row row : pages.page(visible.narrowed(having(object, grams))).rows()) {
                double likeness = wanted.likeness(CompanyName.of(String.valueOf(row.get(field))));
                if (likeness >= CompanyName.LIKELY) {
                    alike.put(row.id(), likeness);
                }
            }
        }
        return alike;
    }

    private static Selection.Narrowing having(ObjectDefinition object, List<String> grams) {
        return row -> row.id()
                .in(DSL.select(RECORD).from(search(object)).where(GRAMS.contains(grams.toArray(String[]::new))));
    }

    /**
     * What to ask the index for. The brand alone finds the usual variants; a slip in the brand is found by its place and
     * its trade, one in the trade by the brand, and characters of the same sound by their initials.
     */
    private static List<List<String>> ways(CompanyName name) {
        List<List<String>> ways = new ArrayList<>();
        String proper = name.proper();
        int length = proper.codePointCount(0, proper.length());
        add(ways, start(proper, BRAND));
        add(ways, start(proper, BRAND - 1));
        if (length > BRAND) {
            String trade = proper.substring(proper.offsetByCodePoints(0, length - BRAND));
            add(ways, trade + " " + start(name.core(), 2));
            add(ways, trade + " " + start(proper, 2));
            add(ways, trade + " " + Pinyin.of(start(proper, 3)).initials());
        }
        return ways.stream().distinct().toList();
    }

    private static void add(List<List<String>> ways, String text) {
        List<String> grams = SearchQuery.parse(text).grams();
        if (!grams.isEmpty()) {
            ways.add(grams);
        }
    }

    private static String start(String text, int characters) {
        int length = Math.min(characters, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private List<Candidate> candidates(Actor actor, ObjectDefinition object, Map<Long, Match> matches) {
        Map<Long, Row> visible = new LinkedHashMap<>();
        pages.byIds(object, access.visibility(actor, object, Verb.READ), matches.keySet(), List.of(object.title()))
                .forEach(row -> visible.put(row.id(), row));
        Map<Long, Set<String>> covered = access.covered(database, actor, object, visible.keySet());
        matches.forEach((id, match) -> {
            // what is kept from the asker tells no more than a record the asker does not see
            Set<String> kept = covered.getOrDefault(id, Set.of());
            if (match.fields.stream().allMatch(field -> kept.contains(field.name()))) {
                visible.remove(id);
            }
        });
        boolean titled = access.right(actor, object, object.title()).atLeast(FieldRight.READ);
        List<Candidate> candidates = new ArrayList<>();
        matches.forEach((id, match) -> {
            Row row = visible.get(id);
            String label = row == null || !titled ? null : String.valueOf(row.get(object.title()));
            Set<String> kept = row == null ? Set.of() : covered.getOrDefault(id, Set.of());
            List<Field<?>> told = match.fields.stream()
                    .filter(field -> !kept.contains(field.name()))
                    .toList();
            candidates.add(new Candidate(id, row == null ? null : id, label, match.score, told));
        });
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .thenComparing(candidate -> candidate.fields().size())
                        .reversed())
                .limit(SHOWN)
                .toList();
    }
}
