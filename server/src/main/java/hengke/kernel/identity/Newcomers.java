package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Person;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Takes in many people at once, as a list names them: departments by their path, managers by login or name. */
public final class Newcomers {
    private final OrganisationChanges changes;
    private final People people;
    private final Departments departments;
    private final PasswordLinks links;

    Newcomers(OrganisationChanges changes, People people, Departments departments, PasswordLinks links) {
        this.changes = changes;
        this.people = people;
        this.departments = departments;
        this.links = links;
    }

    /**
     * Somebody on the list.
     *
     * @param row by which the outcome is told
     * @param person without department, manager and roles
     * @param department from the top department down; empty for none
     * @param manager login or name; empty for none
     * @param roles names
     */
    public record Wanted(int row, Person person, List<String> department, String manager, List<String> roles) {}

    /**
     * What became of somebody on the list.
     *
     * @param link for the person to come in by; none for who was refused
     */
    public record Outcome(Wanted wanted, PasswordLinks.@Nullable Issued link, List<FieldError> errors) {}

    /** Adds everybody who can be added and says of the others why not. */
    public List<Outcome> add(Actor by, List<Wanted> list, boolean makeDepartments) {
        return changes.make(by, within -> added(within, by, list, makeDepartments));
    }

    /** Says what {@link #add} would do, by doing it and taking it back. */
    public List<Outcome> tryOut(Actor by, List<Wanted> list, boolean makeDepartments) {
        try {
            return changes.make(by, within -> {
                throw new Tried(added(within, by, list, makeDepartments));
            });
        } catch (Tried tried) {
            return tried.outcomes;
        } catch (DataAccessException e) {
            if (e.getCause() instanceof Tried tried) {
                return tried.outcomes;
            }
            throw e;
        }
    }

    private static final class Tried extends RuntimeException {
        private final transient List<Outcome> outcomes;

        Tried(List<Outcome> outcomes) {
            super("tried", null, false, false);
            this.outcomes = outcomes;
        }
    }

    /** Managers come before those who report to them, wherever they stand on the list. */
    private List<Outcome> added(DSLContext within, Actor by, List<Wanted> list, boolean makeDepartments) {
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        List<Wanted> waiting = new ArrayList<>(list);
        boolean progress = true;
        while (!waiting.isEmpty()) {
            Set<String> coming = namesOf(waiting);
            List<Wanted> now = progress
                    ? waiting.stream()
                            .filter(wanted -> !coming.contains(wanted.manager().toLowerCase(Locale.ROOT))
                                    || namesOf(List.of(wanted))
                                            .contains(wanted.manager().toLowerCase(Locale.ROOT)))
                            .toList()
                    : List.copyOf(waiting);
            now.forEach(wanted -> outcomes.put(wanted.row(), outcome(within, by, wanted, makeDepartments)));
            waiting.removeAll(now);
            progress = !now.isEmpty();
        }
        return List.copyOf(outcomes.values());
    }

    private static Set<String> namesOf(List<Wanted> list) {
        Set<String> names = new HashSet<>();
        for (Wanted wanted : list) {
            names.add(wanted.person().login().toLowerCase(Locale.ROOT));
            names.add(wanted.person().name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** What one row does stands or falls alone. */
    private Outcome outcome(DSLContext within, Actor by, Wanted wanted, boolean makeDepartments) {
        try {
            return within.transactionResult(row -> {
                long id = people.insert(row.dsl(), by, resolved(row.dsl(), by, wanted, makeDepartments), null);
                return new Outcome(wanted, links.issue(row.dsl(), by, id), List.of());
            });
        } catch (Invalid refused) {
            return new Outcome(wanted, null, refused.errors());
        }
    }

    private Person resolved(DSLContext within, Actor by, Wanted wanted, boolean makeDepartments) {
        List<FieldError> errors = new ArrayList<>();
        @Nullable Long department = department(within, by, wanted.department(), makeDepartments, errors);
        @Nullable Long manager = wanted.manager().isEmpty() ? null : manager(within, wanted.manager(), errors);
        Set<Long> roles = new HashSet<>();
        for (String name : wanted.roles()) {
            within.fetchOptional("select id from role where lower(name) = lower(?)", name)
                    .ifPresentOrElse(
                            row -> roles.add(row.get("id", Long.class)), () -> errors.add(unknown("roles", name)));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        Person person = wanted.person();
        return new Person(
                0,
                person.login(),
                person.name(),
                person.email(),
                person.phone(),
                department,
                manager,
                person.regions(),
                true,
                roles,
                0);
    }

    /** The department at the end of the path; a single name may stand for a department anywhere if only one has it. */
    private @Nullable Long department(
            DSLContext within, Actor by, List<String> path, boolean make, List<FieldError> errors) {
        @Nullable Long found = null;
        for (String name : path) {
            @Nullable Long parent = found;
            found = within.fetchOptional(
                            "select id from department where lower(name) = lower(?) and parent_id is not distinct from ?",
                            name,
                            parent)
                    .map(row -> row.get("id", Long.class))
                    .orElse(null);
            if (found == null && path.size() == 1) {
                found = only(within, "select id from department where lower(name) = lower(?)", name);
            }
            if (found == null && !make) {
                errors.add(unknown("department", String.join("/", path)));
                return null;
            }
            if (found == null) {
                found = departments.insert(within, by, new Department(0, name, parent, null, 0));
            }
        }
        return found;
    }

    private static @Nullable Long manager(DSLContext within, String named, List<FieldError> errors) {
        @Nullable
        Long found = only(within, "select id from person where lower(login) = lower(?) and id > 0 and active", named);
        if (found == null) {
            found = only(within, "select id from person where lower(name) = lower(?) and id > 0 and active", named);
        }
        if (found == null) {
            errors.add(unknown("manager", named));
        }
        return found;
    }

    private static @Nullable Long only(DSLContext within, String sql, String name) {
        List<Long> ids = within.fetch(sql, name).getValues("id", Long.class);
        return ids.size() == 1 ? ids.getFirst() : null;
    }

    private static FieldError unknown(String field, String name) {
        return FieldError.of(field, Message.of("identity.noSuch", name));
    }
}
