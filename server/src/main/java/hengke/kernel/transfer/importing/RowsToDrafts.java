package hengke.kernel.transfer.importing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Catalog.Child;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.text.value.Reading;
import hengke.kernel.transfer.importing.CellReader.Named;
import hengke.kernel.transfer.importing.ImportJob.RowError;
import hengke.kernel.transfer.reading.Cell;
import hengke.kernel.transfer.reading.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet as values for records, by the chosen matching; names of people and records are looked up in sets. */
final class RowsToDrafts {
    private final Access access;
    private final Catalog catalog;
    private final Organisation organisation;
    private final Actor actor;
    private final ObjectDefinition object;
    private final CellReader reader;
    private final Map<Target, List<Integer>> columns = new LinkedHashMap<>();

    /** @param mapping target names by column number from 1 */
    RowsToDrafts(
            Access access,
            Catalog catalog,
            Organisation organisation,
            Actor actor,
            ObjectDefinition object,
            List<Target> targets,
            Map<Integer, String> mapping) {
        this.access = access;
        this.catalog = catalog;
        this.organisation = organisation;
        this.actor = actor;
        this.object = object;
        this.reader = new CellReader(
                organisation.company().timeZone(), organisation.company().currency());
        Map<String, Target> byName = new HashMap<>();
        targets.forEach(target -> byName.put(target.name(), target));
        new TreeMap<>(mapping).forEach((column, target) -> {
            Target found = byName.get(target);
            if (found != null) {
                columns.computeIfAbsent(found, _ -> new ArrayList<>()).add(column - 1);
            }
        });
    }

    /** What one row says. Cells that stand empty say nothing. */
    static final class Read {
        final int row;
        final Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        final Map<Child, Map<Field<?>, @Nullable Object>> children = new LinkedHashMap<>();
        final List<RowError> errors = new ArrayList<>();
        /** What stands in the cells that name somebody or something, or could not be understood, by target. */
        final Map<String, String> asWritten = new LinkedHashMap<>();
        /** References to records that only this part brings, by their titles; set once all of them are written. */
        final Map<Target, String> later = new LinkedHashMap<>();

        Read(int row) {
            this.row = row;
        }

        Map<Field<?>, @Nullable Object> valuesOf(Target target) {
            Child child = target.child();
            return child == null ? values : children.computeIfAbsent(child, _ -> new LinkedHashMap<>());
        }
    }

    List<Read> read(DSLContext database, List<SheetRow> rows) {
        List<Read> all = new ArrayList<>();
        Map<Target, Set<String>> named = new HashMap<>();
        for (SheetRow row : rows) {
            Read read = new Read(row.number());
            columns.forEach((target, its) -> {
                List<Cell> cells = its.stream().map(row::cell).toList();
                switch (reader.read(target.field(), cells)) {
                    case Reading.Value<?>(Object value) -> {
                        read.valuesOf(target).put(target.field(), value);
                        if (value instanceof Named(String name)) {
                            read.asWritten.put(target.name(), name);
                            named.computeIfAbsent(target, _ -> new HashSet<>()).add(name);
                        }
                    }
                    case Reading.Refused<?>(Message reason) -> {
                        read.asWritten.put(target.name(), CellReader.text(cells));
                        read.errors.add(RowErrors.at(target.name(), reason));
                    }
                    case Reading.Blank<?>() -> {}
                }
            });
            all.add(read);
        }
        Set<String> arriving = titles(all);
        named.forEach((target, names) -> {
            Map<String, Long> ids = lookUp(database, target.field(), names);
            all.forEach(read -> resolve(read, target, ids, arriving));
        });
        return all;
    }

    /** What the records of these rows will be called. */
    private Set<String> titles(List<Read> reads) {
        Set<String> titles = new HashSet<>();
        for (Read read : reads) {
            if (read.values.get(object.title()) instanceof String title) {
                titles.add(title);
            }
        }
        return titles;
    }

    private boolean toItsOwnObject(Target target) {
        return target.child() == null
                && target.field().type() instanceof IdType(IdType.Records(String other))
                && other.equals(object.name());
    }

    private void resolve(Read read, Target target, Map<String, Long> ids, Set<String> arriving) {
        Map<Field<?>, @Nullable Object> values = read.valuesOf(target);
        if (values.get(target.field()) instanceof Named(String name)) {
            Long id = ids.get(name);
            if (id == null && toItsOwnObject(target) && arriving.contains(name)) {
                values.remove(target.field());
                read.later.put(target, name);
            } else if (id == null) {
                values.remove(target.field());
                read.errors.add(RowErrors.at(target.name(), "import.notFound", name));
            } else {
                values.put(target.field(), id);
            }
        }
        if (target.child() != null && values.isEmpty()) {
            read.children.remove(target.child());
        }
    }

    private Map<String, Long> lookUp(DSLContext database, Field<?> field, Set<String> names) {
        return switch (field.type()) {
            case IdType(IdType.User()) -> people(names);
            case IdType(IdType.Department()) -> departments(names);
            case IdType(IdType.Records(String target)) -> records(database, catalog.object(target), names);
            default -> Map.of();
        };
    }

    /** By name or login; a name that two people share is nobody's. */
    private Map<String, Long> people(Set<String> names) {
        Map<String, Long> found = new HashMap<>();
        Set<String> shared = new HashSet<>();
        organisation.people().stream().filter(person -> person.active()).forEach(person -> {
            if (names.contains(person.name()) && found.put(person.name(), person.id()) != null) {
                shared.add(person.name());
            }
        });
        shared.forEach(found::remove);
        organisation.people().stream()
                .filter(person -> person.active() && names.contains(person.login()))
                .forEach(person -> found.put(person.login(), person.id()));
        return found;
    }

    private Map<String, Long> departments(Set<String> names) {
        Map<String, Long> found = new HashMap<>();
        organisation.departments().stream()
                .filter(department -> names.contains(department.name()))
                .forEach(department -> found.putIfAbsent(department.name(), department.id()));
        return found;
    }

    /** By title, among the records this person may see. */
    private Map<String, Long> records(DSLContext database, ObjectDefinition object, Set<String> names) {
        Alias row = Alias.of(object);
        org.jooq.Field<String> title = row.column(object.title()).coerce(String.class);
        Map<String, Long> found = new HashMap<>();
        database.select(title, row.id())
                .from(row.table())
                .where(title.eq(DSL.any(names.toArray(String[]::new))))
                .and(row.living())
                .and(CriterionSql.of(access.visibility(actor, object, Verb.READ).criterion(), row))
                .orderBy(row.id())
                .forEach(each -> found.putIfAbsent(each.value1(), each.value2()));
        return found;
    }
}
