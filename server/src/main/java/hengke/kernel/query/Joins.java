package hengke.kernel.query;

import hengke.kernel.query.Aggregate.Grain;
import hengke.kernel.query.Aggregate.Through;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The tables one statement joins to that of the object it is about. What lies behind the same references is joined once,
 * and what may not be seen there is as if it were not.
 */
final class Joins {
    private final Alias row;
    private final Map<List<Through>, Alias> behind = new HashMap<>();
    private Table<?> table;

    Joins(Alias row) {
        this.row = row;
        this.table = row.table();
        behind.put(List.of(), row);
    }

    Table<?> table() {
        return table;
    }

    /** The table at the end of a path. */
    Alias along(List<Through> path) {
        Alias known = behind.get(path);
        if (known != null) {
            return known;
        }
        Alias from = along(path.subList(0, path.size() - 1));
        Through step = path.getLast();
        Alias to = row.beside(step.target(), behind.size());
        table = table.leftJoin(to.table())
                .on(CriterionSql.pointsAt(step.reference(), from, to))
                .and(to.living())
                .and(CriterionSql.filter(step.seen(), to));
        behind.put(path, to);
        return to;
    }

    /** The records that point at the row's; a row without any is left out. */
    Alias below(Grain.Below below) {
        Alias child = row.beside(below.child().object(), behind.size());
        table = table.join(child.table())
                .on(CriterionSql.pointsAt(below.child().reference(), child, row))
                .and(child.living())
                .and(CriterionSql.filter(below.seen(), child));
        return child;
    }

    /** The members of a list, each in a row of its own. */
    Field<?> members(Field<?> list, int place) {
        String name = "m" + place;
        table = table.leftJoin(DSL.lateral(DSL.unnest(list).as(name, "member"))).on(DSL.trueCondition());
        return DSL.field(DSL.name(name, "member"), member(list.getDataType()));
    }

    /** The department of a person, as the organisation has it now. */
    Field<?> departments(Field<?> person, Map<Long, Long> of, int place) {
        List<Long> people = of.keySet().stream().sorted().toList();
        String name = "d" + place;
        table = table.leftJoin(DSL.table(
                        "unnest({0}, {1}) as {2}(person, department)",
                        DSL.val(people.toArray(Long[]::new)),
                        DSL.val(people.stream().map(of::get).toArray(Long[]::new)),
                        DSL.name(name)))
                .on(DSL.field(DSL.name(name, "person"), Long.class).eq(CheckSql.<Long>typed(person)));
        return DSL.field(DSL.name(name, "department"), Long.class);
    }

    /** The type of a list's members. */
    static DataType<?> member(DataType<?> list) {
        return Objects.requireNonNull(list.getArrayComponentDataType());
    }
}
