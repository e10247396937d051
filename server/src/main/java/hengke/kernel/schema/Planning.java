package hengke.kernel.schema;

import hengke.kernel.schema.Layout.Column;
import hengke.kernel.schema.Layout.Constraint;
import hengke.kernel.schema.Layout.Index;
import hengke.kernel.schema.Layout.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the tables that are with those that should be. What is there and not asked for is left alone. */
final class Planning {
    /** How the columns of own fields, and the tables of own objects begin. */
    private static final String OWN_COLUMN = "c_";

    private static final String OWN_TABLE = "x_";

    private final Found found;
    private final Layout layout;
    private final Renames renames;
    private final List<Step> tables = new ArrayList<>();
    private final List<Step> constraints = new ArrayList<>();
    private final List<Step> indexes = new ArrayList<>();
    private final List<Step> validations = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    Planning(Found found, Layout layout) {
        this.found = found;
        this.layout = layout;
        this.renames = new Renames(found, layout);
    }

    Plan plan() {
        for (Table wanted : layout.tables().values()) {
            Optional<Found.Table> there = found.table(wanted.name());
            if (there.isEmpty()) {
                create(wanted);
            } else if (isOurs(wanted, there.get())) {
                compare(wanted, there.get());
            }
        }
        found.tables().forEach((name, there) -> {
            if (own(name) && !layout.tables().containsKey(name)) {
                dropKeysOfForgotten(name, there);
            }
        });
        List<Step> steps = new ArrayList<>(tables);
        steps.addAll(constraints);
        steps.addAll(indexes);
        steps.addAll(validations);
        return new Plan(steps, obstacles);
    }

    private void create(Table wanted) {
        if (!own(wanted.name())) {
            renames.of(wanted).ifPresent(obstacles::add);
        }
        tables.add(new Step.CreateTable(wanted));
        wanted.constraints().stream()
                .filter(constraint -> constraint.references() != null && exists(constraint.references()))
                .forEach(constraint -> add(wanted, constraint));
    }

    private boolean isOurs(Table wanted, Found.Table there) {
        List<String> missing = wanted.columns().stream()
                .filter(column -> column.system() && !there.columns().containsKey(column.name()))
                .map(Column::name)
                .toList();
        if (!missing.isEmpty()) {
            obstacles.add(new Obstacle(
                    wanted.name(),
                    "",
                    "a table of this name is there and is not an object's: it has no " + String.join(", ", missing),
                    "alter table " + Sql.quoted(wanted.name()) + " rename to …;"));
        }
        return missing.isEmpty();
    }

    private void compare(Table wanted, Found.Table there) {
        List<Column> added = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Found.Column old = there.columns().get(column.name());
            if (old == null) {
                added.add(column);
                renames.of(wanted, there, column).ifPresent(obstacles::add);
            } else {
                compare(wanted, column, old);
            }
        }
        if (!added.isEmpty()) {
            tables.add(new Step.AddColumns(wanted.name(), added));
        }
        wanted.constraints().forEach(constraint -> compare(wanted, there, constraint));
        wanted.indexes().forEach(index -> compare(wanted, there, index));
        dropForgottenUniqueness(wanted, there);
        dropForgottenKeys(wanted, there);
    }

    private void compare(Table wanted, Column column, Found.Column old) {
        switch (old.type().to(column.type())) {
            case PostgresType.None _ -> {}
            case PostgresType.Widened(PostgresType type) ->
                tables.add(new Step.WidenColumn(wanted.name(), column.name(), old.type(), type));
            case PostgresType.Impossible _ -> {
                String name = Sql.quoted(column.name());
                String type = column.type().sql();
                obstacles.add(new Obstacle(
                        wanted.name(),
                        column.name(),
                        "holds " + old.type().sql() + ", and " + type + " is asked for: values could be lost",
                        "alter table " + Sql.quoted(wanted.name()) + " alter column " + name + " type " + type
                                + " using (" + name + "::" + type + ");"));
            }
        }
    }

    private void compare(Table wanted, Found.Table there, Constraint constraint) {
        Found.Constraint old = there.constraints().get(constraint.name());
        if (constraint.references() != null && !exists(constraint.references())) {
            return;
        }
        if (old == null) {
            comesBack(wanted, there, constraint);
            add(wanted, constraint);
        } else if (constraint.references() != null && !constraint.references().equals(old.references())) {
            obstacles.add(new Obstacle(
                    wanted.name(),
                    constraint.name(),
                    "points at " + old.references() + ", and " + constraint.references() + " is asked for",
                    "alter table " + Sql.quoted(wanted.name()) + " drop constraint " + Sql.quoted(constraint.name())
                            + "; update " + Sql.quoted(wanted.name()) + " set … -- ids of "
                            + constraint.references()));
        } else if (!old.validated()) {
            validations.add(new Step.ValidateConstraint(wanted.name(), constraint.name()));
        }
    }

    /** A deleted own field, or object, is restored: what it points at may have been removed meanwhile. */
    private void comesBack(Table wanted, Found.Table there, Constraint constraint) {
        String column = constraint.column();
        String target = constraint.references();
        if (column != null
                && target != null
                && there.columns().containsKey(column)
                && (column.startsWith(OWN_COLUMN) || own(wanted.name()))) {
            constraints.add(new Step.ForgetLost(wanted.name(), column, target));
        }
    }

    private void add(Table wanted, Constraint constraint) {
        constraints.add(new Step.AddConstraint(wanted.name(), constraint));
        validations.add(new Step.ValidateConstraint(wanted.name(), constraint.name()));
    }

    private void compare(Table wanted, Found.Table there, Index index) {
        Found.Index old = there.indexes().get(index.name());
        if (old != null && !old.valid()) {
            indexes.add(new Step.DropIndex(wanted.name(), index.name()));
        }
        if (old == null || !old.valid()) {
            indexes.add(new Step.CreateIndex(wanted.name(), index));
        }
    }

    /** Other indexes only cost time; this one would go on refusing values. */
    private void dropForgottenUniqueness(Table wanted, Found.Table there) {
        List<String> names = wanted.indexes().stream().map(Index::name).toList();
        there.indexes().forEach((name, index) -> {
            if (index.unique() && name.contains(ObjectIndexes.UNIQUE) && !names.contains(name)) {
                indexes.add(new Step.DropIndex(wanted.name(), name));
            }
        });
    }

    /** The keys of a deleted own field: its values must not keep the records they point at from being removed. */
    private void dropForgottenKeys(Table wanted, Found.Table there) {
        Set<String> names = wanted.constraints().stream().map(Constraint::name).collect(Collectors.toSet());
        there.constraints().forEach((name, constraint) -> {
            if (constraint.isKey() && name.startsWith(wanted.name() + "_" + OWN_COLUMN) && !names.contains(name)) {
                constraints.add(new Step.DropConstraint(wanted.name(), name));
            }
        });
    }

    /** The same for the table of a deleted own object. */
    private void dropKeysOfForgotten(String table, Found.Table there) {
        there.constraints().forEach((name, constraint) -> {
            if (constraint.isKey() && !own(constraint.references())) {
                constraints.add(new Step.DropConstraint(table, name));
            }
        });
    }

    private static boolean own(String table) {
        return table.startsWith(OWN_TABLE);
    }

    private boolean exists(String table) {
        return layout.tables().containsKey(table) || found.table(table).isPresent();
    }
}
